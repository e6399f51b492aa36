"""One line of a legend: a code with the name and the times that it gives it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from optimizer.staffing.facts.shift import DAY_MINUTES, Window
from optimizer.staffing.facts.words import clock
from optimizer.staffing.learn.codes.written_times import WrittenTimes, written_times
from optimizer.workbook.recognise.sheet import RawValue, as_number, as_text

SIGN = re.compile(r"\s*(?:=|:|：|→|\s[-–—]\s)\s*")
BRACKETED = re.compile(r"^(?P<name>[^()\[\]（）]{2,}?)\s*[(\[（](?P<code>[^()\[\]（）]{1,6})[)\]）]\s*(?P<rest>.*)$")
PARTS = re.compile(r"\s*[;；\n|•]\s*|,\s+|，\s*|、|\s{3,}")
TIME = re.compile(r"(\d{1,2})[:.h]?([0-5]\d)?(?::[0-5]\d)?\s*(am|pm|a|p)?", re.IGNORECASE)
LONGEST_CODE, LONGEST_NAME = 8, 60
RANGE_SIGNS = {"-", "–", "—", "~", "to", "bis", "a", "à"}


@dataclass(frozen=True)
class LegendEntry:
    """What a legend says of a code: a name and from when to when, "" and None where it says nothing."""

    code: str
    name: str = ""
    written: WrittenTimes | None = None


def times_of(window: Window) -> str:
    """Return a window as "22:00-06:00"."""
    return f"{clock(window.start)}-{clock(window.end)}"


def entries_in(text: str, codes: Collection[str]) -> list[LegendEntry]:
    """Return the entries that one cell writes, as "E = Early, L = Late" does; none unless one is of a known code."""
    found = [entry for part in PARTS.split(text) if (entry := _written(part, codes))]
    return found if any(entry.code in codes for entry in found) else []


def _written(part: str, codes: Collection[str]) -> LegendEntry | None:
    before, sign, after = _halves(part)
    if sign and before in codes:
        return _entry(before, [after])
    if sign and after in codes and before not in codes:
        return _entry(after, [before])
    if sign and 0 < len(before) <= LONGEST_CODE // 2 and " " not in before and as_number(before) is None:
        return _entry(before, [after])
    if (match := BRACKETED.match(part)) and match["code"] in codes:
        return _entry(match["code"], [f"{match['name']} {match['rest']}"])
    return None


def _halves(part: str) -> tuple[str, str, str]:
    match = SIGN.search(part)
    return (part[: match.start()].strip(), match[0], part[match.end() :].strip()) if match else (part, "", "")


def entry_of(code: str, values: Sequence[RawValue]) -> LegendEntry | None:
    """Return what the cells beside a code say of it, None when they give it neither name nor times."""
    texts = [said for value in values if (said := _said(value))]
    return _entry(code, texts)


def _entry(code: str, texts: Sequence[str]) -> LegendEntry | None:
    written = next((times for text in (*texts, *_from_to(texts)) if (times := written_times(text))), None)
    name = next((named for text in texts if (named := _name(text))), "")
    if not (name or written) or (written is None and name == code):
        return None
    return LegendEntry(code, name, written)


def _said(value: RawValue) -> str:
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%H:%M}"
    if isinstance(value, float) and 0 < value < 1:
        minutes = round(value * DAY_MINUTES)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return as_text(value)


def _from_to(texts: Sequence[str]) -> list[str]:
    """Return as one text the times that two cells beside each other give, nothing where none do."""
    plain = [text for text in texts if text.casefold() not in RANGE_SIGNS]
    for first, second in pairwise(plain):
        if all(TIME.fullmatch(each) and not each.isdigit() for each in (first, second)):
            return [f"{first} - {second}"]
    return []


def _name(text: str) -> str:
    """Return a text without its times and signs, "" where no letters are left."""
    rest = " ".join(_times_taken_out(text).split()).strip(" -–—~,:=()[]（）")
    return rest[:LONGEST_NAME] if sum(letter.isalpha() for letter in rest) > 1 else ""


def _times_taken_out(text: str) -> str:
    point = r"\d{1,2}(?:[:.h]?[0-5]\d)?(?::[0-5]\d)?\s*(?:am|pm|hrs|uhr|h\b|[ap]\b)?"
    return re.sub(
        rf"\d{{4}}\s*[-–~]\s*\d{{4}}|{point}\s*(?:[-–—~〜～]|to|bis)\s*{point}|\d{{1,2}}:\d{{2}}", " ", text, flags=re.I
    )


def names_of(entries: Sequence[LegendEntry]) -> Iterator[str]:
    """Yield entries as words, for the list of what was left out."""
    for entry in entries:
        windows = entry.written.windows if entry.written else ()
        said = " ".join(part for part in (entry.name, " or ".join(map(times_of, windows))) if part)
        yield f"{entry.code} is {said}"
