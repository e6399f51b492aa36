"""Finds an instance of a family by its name."""

from importlib import import_module
from pathlib import Path

from tests.benchmarks.families.benchmark import Benchmark

FAMILIES = ("nrp", "inrc1", "inrc2")
"""Each has a module of its name beside this one, which reads its instances."""


def find(family: str, name: str, data: Path) -> Benchmark:
    """Return an instance from a folder that holds the family's files, or a folder of the family's name with them."""
    folder = data / family if (data / family).is_dir() else data
    benchmark: Benchmark = import_module(f"{__package__}.{family}").read(folder / _file_name(family, name))
    return benchmark


def _file_name(family: str, name: str) -> str:
    """Return the file of an instance; one of inrc2 is spread over files that its name stands for."""
    return name if family == "inrc2" or name.endswith(".txt") else f"{name}.txt"
