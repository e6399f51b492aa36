"""Reads the reference data of caseloads: one file for each subject, in the folder of this package."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from optimizer.caseload.source import CitedSource

PresetRow = Mapping[str, Any]


@cache
def read(name: str) -> PresetRow:
    """Return what a file of this folder says."""
    text = (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def source_of(row: PresetRow, of: PresetRow | None = None) -> CitedSource:
    """Return the source of a row; what it does not say itself is said by the file that it is ``of``."""
    said = {**(of or {}), "note": "", **row} if of else row
    return CitedSource(said["source"], said["last_checked"], said["unverified"], said.get("note", ""))
