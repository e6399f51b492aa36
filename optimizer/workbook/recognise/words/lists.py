"""The lists of words beside this file: what a group of words stands for, and the words, as TOML."""

import tomllib
from functools import lru_cache
from pathlib import Path

from optimizer.workbook.recognise.words.calendar import folded

PLACE = Path(__file__).parent


@lru_cache(maxsize=8)
def words_of(name: str) -> dict[str, list[str]]:
    """Return the groups of a list and their words."""
    return tomllib.loads((PLACE / f"{name}.toml").read_text(encoding="utf-8"))


def by_word(name: str) -> dict[str, str]:
    """Return for each word of a list its group: the first that has it."""
    found: dict[str, str] = {}
    for group, words in words_of(name).items():
        for word in words:
            found.setdefault(folded(word), group)
    return found
