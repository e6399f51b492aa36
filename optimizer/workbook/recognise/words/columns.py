"""What the titles of columns say, in the languages that rosters come in."""

import re
from functools import lru_cache

from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.lists import by_word

KNOWN = by_word("columns")
PARTS = re.compile(r"[\s_\-./]+")


def spoken(title: str) -> str:
    """Return a title as words: "Hours_Per_Week" and "hoursPerWeek" are "hours per week"."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    return " ".join(part for part in PARTS.split(parted.strip()) if part).casefold()


@lru_cache(maxsize=20_000)
def concept_of(title: str) -> str | None:
    """Return what a column's title stands for, None when no word of it is known."""
    said = spoken(title)
    for form in (title, said, re.sub(r"\s*[(\[（].*?[)\]）]", "", said), said.replace(" ", "")):
        if (found := KNOWN.get(folded(form))) is not None:
            return found
    return _by_its_end(folded(said))


def _by_its_end(said: str) -> str | None:
    """Return what the last or the first words of a longer title stand for: "dienst am montag", "assigned shift"."""
    words = said.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            if len(part) > 2 and part in KNOWN:
                return KNOWN[part]
    return None


def field_of(title: str) -> str:
    """Return the name of a field of things: the known word for it, or the title in plain words."""
    said = spoken(title)
    known = KNOWN.get(folded(said)) or KNOWN.get(folded(title))
    if known in ("comment", "name") and known not in said:  # "description" says more than "comment"
        return spoken(title) if known == "comment" else known
    return known or spoken(re.sub(r"\s*[(\[（].*?[)\]）]", "", title)) or said
