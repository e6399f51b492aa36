"""Finds an instance of a family by its name."""

from importlib import import_module
from pathlib import Path

from tests.benchmarks.families.benchmark import Benchmark, Sharing

FAMILIES = ("nrp", "inrc1", "inrc2", "ros", "gap", "prob069")
SUFFIXES = {"inrc2": "", "gap": "", "ros": ".ros"}
"""Each has a module of its name beside this one, which reads its instances; and files that end so."""


def find(family: str, name: str, data: Path) -> Benchmark | Sharing:
    """Return an instance of a family."""
    benchmark: Benchmark | Sharing = import_module(f"{__package__}.{family}").read(place_of(family, name, data))
    return benchmark


def place_of(family: str, name: str, data: Path) -> Path:
    """Return where an instance lies: in a folder with the family's files, or in its folder of the family's name.

    An instance of inrc2 is no file; its name stands for files in the folder of its scenario.
    """
    places = (data / family, data / "caseload" / family)
    folder = next((place for place in places if place.is_dir()), data)
    suffix = SUFFIXES.get(family, ".txt")
    return folder / (name if name.endswith(suffix) else f"{name}{suffix}")


def exists(family: str, name: str, data: Path) -> bool:
    """Tell whether the files of an instance are there."""
    place = place_of(family, name, data)
    return place.with_name(name.split("_", maxsplit=1)[0]).is_dir() if family == "inrc2" else place.is_file()
