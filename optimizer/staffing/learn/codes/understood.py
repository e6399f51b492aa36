"""What a code is taken to mean: by what the roster says of it, by the customs of a language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optimizer.staffing.learn.codes.traditions import ELSEWHERE, WORDS, Sense, Tradition

NUMBERED = re.compile(r"([^\W\d]+)(\d{1,2})|(\d{1,2})(?![ap]m?$)([^\W\d]+)")
"""A letter with a number on either side of it: D12, 12D; 7a is a time."""
BETWEEN_WORDS = re.compile(r"[\s_/()\[\],;:.-]+")
AWAY = (Sense.SICK, Sense.LEAVE, Sense.OFF, Sense.CALL)
"""What a text means where any of its words does, in this order."""
EIGHT = 8
LENGTHS = range(6, 13)
"""The hours that a shift can have, where a number behind its letter is not just a number."""


class Understood(NamedTuple):
    """What a code is taken for, why, and how often such a reading is right; the hours where the code has them."""

    sense: Sense
    why: str
    sure: float
    hours: int | None = None


def plain(code: str) -> str:
    """Return a code as it is looked up: lower case, without outer blanks and dots."""
    return code.strip().strip(".").casefold()


def understood(code: str, name: str, tradition: Tradition | None) -> Understood | None:
    """Return what a code with a name in the legend, "" where it has none, is taken for; None when nobody could tell."""
    return next(_readings(code, name, tradition), None)


def _readings(code: str, name: str, tradition: Tradition | None) -> Iterator[Understood]:
    """Yield readings of a code, the surest first."""
    if sense := _by_words(name):
        yield Understood(sense, f"The roster calls {code} '{name}'.", 0.95)
    yield from _by_tradition(code, plain(code), tradition, 0.8)
    if sense := _by_words(code):
        yield Understood(sense, f"{code} usually means {sense}.", 0.85)
    yield from _by_tradition(code, re.split(r"\W+", plain(code), maxsplit=1)[0], tradition, 0.7)
    if not any(sign.isalnum() for sign in code):
        yield Understood(Sense.OFF, f"{code} is taken for a note: it is no letter and no number.", 0.3)
    yield from _numbered(code, tradition)
    if sense := ELSEWHERE.get(plain(code)):
        yield Understood(sense, f"{code} often means {sense}.", 0.5)


def _by_tradition(code: str, part: str, tradition: Tradition | None, certain: float) -> Iterator[Understood]:
    """Yield what a code, or a part of it, means in the language of the roster's codes."""
    if tradition and part in tradition.senses:
        sense, whole = tradition.senses[part], part == plain(code)
        said = code if whole else f"{part.upper()} in {code}"
        yield Understood(sense, f"{said} usually means {sense} where codes are {tradition.name}.", certain)


def _by_words(text: str) -> Sense | None:
    """Return what a text means as a whole, or by its words: "night off" is a day off and "off sick" leave."""
    whole = plain(text)
    if whole in WORDS:
        return WORDS[whole]
    words = [word for word in BETWEEN_WORDS.split(whole) if len(word) > 1 or not word.isascii()]
    senses = [WORDS[word] for word in words if word in WORDS]
    return next((sense for sense in AWAY if sense in senses), senses[0] if senses else None)


def _numbered(code: str, tradition: Tradition | None) -> Iterator[Understood]:
    """Yield what D12 or N2 means: what the letters do, so many hours long where the number can be hours."""
    match = NUMBERED.fullmatch(plain(code))
    if not match:
        return
    letters, number = match[1] or match[4], int(match[2] or match[3])
    customs = (tradition.senses if tradition else {}, WORDS, ELSEWHERE)
    if sense := next((senses[letters] for senses in customs if letters in senses), None):
        begins = match[3] is not None and number < EIGHT  # 7N is rather the night from seven on
        hours = number if number in LENGTHS and not begins else None
        length = f", {hours} hours of it" if hours else ""
        yield Understood(
            sense, f"{letters.upper()} in {code} usually means {sense}{length}.", 0.7 if hours else 0.6, hours
        )
