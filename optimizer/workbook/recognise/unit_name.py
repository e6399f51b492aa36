"""What a unit is called: by a title over its roster, by its sheet or by its file, without months and plain words."""

import re
from collections.abc import Iterator

from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.words.calendar import folded, month_of, weekday_of
from optimizer.workbook.recognise.words.lists import by_word
from optimizer.workbook.recognise.words.rows import says

ROWS, COLUMNS, LONGEST, MOST_WORDS = 12, 60, 60, 6
WORD = re.compile(r"[\s_|]+")
NUMBERED = re.compile(r"([^\W\d]+)[-.'’]?\d+")
EDGES = " -–—|,:;./()[]"
NO_NAMES = ("total", "need", "census", "legend", "note", "vacant", "sample", "instruction")
SAID = by_word("titles")


def unit_over(sheet: RawSheet, top: int) -> str:
    """Return what the titles above a row call the unit, "" where none does: behind the word for it, or the first."""
    texts = [text for row in range(min(top, ROWS)) for text in _texts(sheet, row)]
    return next((name for text, after in texts if (name := _labelled(text, after))), "") or next(
        (name for text, _ in texts if (name := _title(text))), ""
    )


def _texts(sheet: RawSheet, row: int) -> Iterator[tuple[str, str]]:
    """Yield the texts of a row, each with the one behind it."""
    values = [sheet.at(row, column) for column in range(min(sheet.width, COLUMNS))]
    texts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    yield from zip(texts, [*texts[1:], ""], strict=False)


def _labelled(text: str, after: str) -> str:
    """Return the name behind a word for a unit, in one cell or in the next."""
    label, sign, rest = text.partition(":")
    if SAID.get(folded(label)) != "unit":
        return ""
    return unit_in(rest if sign and rest.strip() else after)


def _title(text: str) -> str:
    plain = len(text) <= LONGEST and not any(sign in text for sign in ":=") and not text.endswith(".")
    return "" if not plain or any(says(text, sort) for sort in NO_NAMES) else unit_in(text)


def unit_in(text: str) -> str:
    """Return what is left of a text without months, years, dates and plain words, "" where that names nothing."""
    words = [word for word in WORD.split(text.strip()) if not _says_nothing(word)]
    while words and words[-1].strip(EDGES)[-1:].isalpha() and not _names(words[-1]):  # the 3rd of a month
        words.pop()
    name = " ".join(words).strip(EDGES)
    return name if len(words) <= MOST_WORDS and len(name) > 1 and any(map(_names, words)) else ""


def _names(word: str) -> bool:
    """Tell whether a word is more than a number: 3rd is none."""
    mark = mark_of(word.strip(EDGES))
    return any(map(str.isalpha, word)) and (mark is None or mark.number is None)


def _says_nothing(word: str) -> bool:
    """Tell whether a word is a date, a year or a plain word for a roster, also with a number behind it: Sheet1, v2."""
    bare = word.strip(EDGES)
    numbered = NUMBERED.fullmatch(bare)
    plain = numbered[1] if numbered else bare
    if not any(map(str.isalnum, bare)) and bare != "&":
        return True
    if bare.isdigit():
        return len(bare) >= 4
    if SAID.get(folded(plain)) == "plain" or month_of(plain) is not None or weekday_of(plain) is not None:
        return True
    mark = mark_of(bare)
    return bool(mark and mark.dates)
