"""Where the page's file, its theme and the samples are: in the clone, or where a wheel put them."""

import shlex
from functools import cache
from importlib.metadata import files
from pathlib import Path

SAMPLES = "data/samples"
"""Where the samples are in a clone, and so what texts for people call the place."""


@cache
def home() -> Path:
    """Return the folder that holds app.py, .streamlit/ and data/samples/: the clone's, unless the package was copied.

    Raise FileNotFoundError where a copy came without them.
    """
    clone = Path(__file__).parents[1]
    if (clone / SAMPLES).is_dir():
        return clone
    pages = (Path(str(file.locate())) for file in files("optimizer") or () if file.match("share/optimizer/app.py"))
    page = next(pages, None)
    if page is None:
        raise FileNotFoundError("The page and the samples were not installed; install the whole project with pip.")
    return page.resolve().parent


def samples() -> Path:
    """Return the folder of the samples."""
    return home() / SAMPLES


def samples_as_typed() -> str:
    """Return how a command names the folder of the samples: as texts do where it is at hand, whole elsewhere."""
    return SAMPLES if Path(SAMPLES).is_dir() else shlex.quote(str(samples()))
