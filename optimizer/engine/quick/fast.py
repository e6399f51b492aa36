"""How functions are compiled: kept between runs, beside other threads; most are called by compiled ones alone."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from numba import njit

HERE = Path(__file__).parent
OPTIONS = {"cache": True, "nogil": True, "error_model": "numpy"}
BARE = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "forceinline": True}
"""Compiled code never makes an array, nor counts who holds one: that alone took most of the time to compile it.

It is inlined whole: each call would copy all arrays of a problem and a state, which took two fifths of the time.
"""


def door(function: Callable[..., Any]) -> Any:
    """Return a function compiled, to be called by Python."""
    return _compiled(function, OPTIONS)


def inner(function: Callable[..., Any]) -> Any:
    """Return a function compiled, to be called by compiled ones."""
    return _compiled(function, OPTIONS | BARE)


def _compiled(function: Callable[..., Any], options: dict[str, Any]) -> Any:
    made = njit(**options)(function)
    forget_older(Path(made.stats.cache_path))
    return made


@cache
def forget_older(folder: Path) -> None:
    """Throw away what was compiled before any file here was written.

    Numba looks at the file of a function alone, and neither at those of the functions that it calls nor at the types
    that it takes: after an upgrade it would run what is no longer there, or stumble over it.
    """
    newest = max(path.stat().st_mtime for path in HERE.glob("*.py"))
    for path in [*folder.glob("*.nbi"), *folder.glob("*.nbc")]:
        if path.stat().st_mtime < newest:
            path.unlink(missing_ok=True)
