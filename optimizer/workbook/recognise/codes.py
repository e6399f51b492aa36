"""What codes of duty are likely to mean, from their own letters and from the clock times in them."""

import re

from optimizer.workbook.recognise.proposal import Meaning
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.lists import by_word

KNOWN = by_word("codes")
CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a|p)?\s*(?:-|–|—|~|〜|to|bis)\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a|p)?(?!\d)",
    re.IGNORECASE,
)


def meanings_of(codes: tuple[tuple[str, int], ...]) -> tuple[Meaning, ...]:
    """Return a guess for each code, in the order given."""
    return tuple(_meaning(code, count) for code, count in codes)


def _meaning(code: str, count: int) -> Meaning:
    times = times_in(code)
    if times:
        return Meaning(code, count, _by_clock(times), times, "the clock times stand in the code")
    sort = KNOWN.get(folded(code)) or KNOWN.get(folded(re.split(r"[\s(（]", code)[0]))
    if sort:
        return Meaning(code, count, sort, None, "what the code usually stands for")
    return Meaning(code, count, "work", None, "not told; a duty of unknown time of day")


def times_in(text: str) -> str | None:
    """Return clock times that a text holds as "09:00-12:00", None when there are none."""
    found = CLOCK.search(text)
    if found is None:
        return None
    start, end = _clock(*found.group(1, 2, 3)), _clock(*found.group(4, 5, 6))
    return f"{start}-{end}" if start and end else None


def _clock(hour: str, minute: str | None, half: str | None) -> str | None:
    at = int(hour) % 12 + 12 if half and half.casefold().startswith("p") else int(hour)
    return f"{at:02d}:{int(minute or 0):02d}" if at <= 24 and int(minute or 0) < 60 else None


def _by_clock(times: str) -> str:
    start = int(times[:2])
    if start >= 18 or start < 4:
        return "work night"
    return "work early" if start < 8 else "work day" if start < 11 else "work late"
