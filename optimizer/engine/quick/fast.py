"""How functions are compiled: kept between runs, beside other threads; most are called by compiled ones alone."""

from collections.abc import Callable
from functools import partial
from typing import Any

from numba import njit

OPTIONS = {"cache": True, "nogil": True, "error_model": "numpy"}

door: Callable[[Any], Any] = partial(njit, **OPTIONS)()
inner: Callable[[Any], Any] = partial(njit, **OPTIONS, no_cpython_wrapper=True, no_cfunc_wrapper=True)()
"""Compiled code never makes an array, nor counts who holds one: that alone took most of the time to compile it."""
