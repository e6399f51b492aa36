"""What the labels of rows say that are no people: totals, needs, counts of patients, legends, notes, signatures."""

import re
from functools import lru_cache

from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.lists import words_of


def _says(words: list[str]) -> re.Pattern[str]:
    """Return what finds whole words, and words of scripts without blanks anywhere."""
    spaced = [folded(word) for word in words if word.isascii() or word[0] < "\u0e00"]
    run_on = [folded(word) for word in words if not word.isascii() and word[0] >= "\u0e00"]
    parts = [rf"(?<!\w)(?:{'|'.join(map(re.escape, spaced))})(?!\w)"]
    if run_on:
        parts.append("|".join(map(re.escape, run_on)))
    return re.compile("|".join(parts))


PATTERNS = {sort: _says(words) for sort, words in words_of("rows").items()}


@lru_cache(maxsize=20_000)
def says(label: str, sort: str) -> bool:
    """Return whether a label has a word of a sort: total, need, census, legend, note, vacant, sample, instruction."""
    return bool(PATTERNS[sort].search(folded(label)))
