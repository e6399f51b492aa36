"""Names of weekdays and months in every language, from CLDR.

Languages that rosters are likely to be written in come first: where one name means two months (listopad is October in
Croatian and November in Polish) the first one's is meant.
"""

import re
import unicodedata
from functools import lru_cache

from babel import Locale, localedata

LANGUAGES = (
    "en es de fr it pt nl pl cs ru ja zh ko th vi id ms tr ar fa he hi bn ur ta te sv da nb nn fi et lv "
    "lt sk hu ro bg el uk sr hr sl mk sq ca eu gl ga cy is mt ka hy az kk uz mn km lo my si ne mr gu pa "
    "ml kn sw af zu fil am be "
)
COMMON = tuple(LANGUAGES.split())
EASTERN_WEEKDAY = re.compile(r"^(?:星期|礼拜|禮拜|週|周)([一二三四五六日天])$")


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Return a text as it is compared: small letters without accents, dots and blanks around."""
    if text.isascii():
        return text.casefold().strip(" .,:;()[]")
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).strip(" .,:;()[]")


@lru_cache(maxsize=1)
def languages_known() -> tuple[str, ...]:
    """Return the languages whose calendar words are known, the common ones first."""
    others = sorted(each for each in localedata.locale_identifiers() if "_" not in each and each not in COMMON)
    return (*(each for each in COMMON if localedata.exists(each)), *others, "root")


@lru_cache(maxsize=2)
def _months(common: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for language in languages_known()[: len(COMMON)] if common else languages_known():
        locale = Locale(language)
        for form in ("stand-alone", "format"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months.get(form, {}).get(width, {}).items():
                    if (len(folded(name)) > 2 or name.endswith("月")) and not folded(name).isdigit():
                        found.setdefault(folded(name), month)
    found.update({"sept": 9, "marz": 3})
    return found


@lru_cache(maxsize=20_000)
def month_of(word: str) -> int | None:
    """Return the month that a single word names in a common language, None when it names none."""
    key = folded(word)
    if found := re.fullmatch(r"(\d{1,2})\s*(?:月|월)", key):
        return int(found[1]) if 1 <= int(found[1]) <= 12 else None
    if (len(key) < 3 and not key.endswith("月")) or key.isdigit():
        return None
    return _months(True).get(key)


def rare_month_of(word: str) -> int | None:
    """Return the month that a word names in any of CLDR's languages; the first call takes a second or two."""
    key = folded(word)
    return _months(False).get(key) if len(key) > 3 else None


@lru_cache(maxsize=2)
def _weekdays(common: bool) -> tuple[dict[str, frozenset[int]], ...]:
    """Return for each language and width what each name can be; Monday is 0."""
    found = []
    for language in languages_known()[: len(COMMON)] if common else languages_known():
        locale = Locale(language)
        for width in ("wide", "abbreviated", "short", "narrow"):
            names: dict[str, set[int]] = {}
            for form in ("format", "stand-alone"):
                for day, name in locale.days.get(form, {}).get(width, {}).items():
                    if any(letter.isdigit() for letter in name):  # some languages number their days
                        continue
                    names.setdefault(folded(name), set()).add(day)
            found.append({name: frozenset(days) for name, days in names.items()})
    found.append({f"{name}": frozenset([day]) for day, name in enumerate("一二三四五六日")} | {"天": frozenset([6])})
    return tuple(found)


@lru_cache(maxsize=2)
def _all_names(common: bool) -> frozenset[str]:
    return frozenset(name for names in _weekdays(common) for name in names)


@lru_cache(maxsize=2)
def _any_weekday(common: bool) -> dict[str, int]:
    """Return weekdays by names that mean one weekday in the first language that has them."""
    found: dict[str, int] = {}
    for names in _weekdays(common):
        for name, days in names.items():
            if len(days) == 1 and (len(name) > 1 or not name.isascii()):
                found.setdefault(name, min(days))
    return found


@lru_cache(maxsize=20_000)
def weekday_of(word: str) -> int | None:
    """Return the weekday that a word names, Monday 0, or None; single Latin letters name none by themselves."""
    key = folded(word)
    if eastern := EASTERN_WEEKDAY.match(key):
        return "一二三四五六日".find(eastern[1].replace("天", "日"))
    if not key or key.isdigit() or (len(key) == 1 and key.isascii()):
        return None
    known = _any_weekday(True)
    if key in known:
        return known[key]
    if key.isascii() and key.isalpha() and len(key) > 2:  # Thurs, Wednes, Tues
        begun = {day for name, day in known.items() if len(name) > 5 and name.startswith(key) and name.isascii()}
        if len(begun) == 1:
            return begun.pop()
    return None


def weekdays_of(labels: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Return columns and weekdays of those labels that name weekdays in the language that most of them fit."""
    best: list[tuple[int, int]] = []
    if len({label for _, label in labels if label in _all_names(True) or weekday_of(label) is not None}) < 5:
        return best
    for names in _weekdays(True):
        known = [(column, min(names[label])) for column, label in labels if len(names.get(label, ())) == 1]
        if len(known) > len(best) and (len({day for _, day in known}) > 4):
            best = known
    mixed = [(column, day) for column, label in labels if (day := weekday_of(label)) is not None]
    if len(best) >= 5 and len(mixed) <= len(best) + 1:
        return best
    return mixed


def weekday_table(labels: list[tuple[int, str]], common: bool = True) -> list[tuple[int, int]]:
    """Return columns and weekdays of short labels, understood in the one language in which they follow each other.

    Each may stand once, or twice in a row (two columns a day). Nothing comes back when they fit no language.
    """
    known_ones = [label for _, label in labels if label in _all_names(common)]
    if len(set(known_ones)) < 4 or len(known_ones) < max(5, 0.6 * len(labels)):  # German has M D M D F S S
        return []
    best: list[tuple[int, int]] = []
    for names in _weekdays(common):
        known = [(column, names[label]) for column, label in labels if label in names]
        if len(known) < 5 or len(known) < 0.6 * len(labels):
            continue
        for each in (1, 2):
            for start in range(7):
                days = _as_long_as_they_follow(known, start, each)
                best = days if len(days) > len(best) else best
    week = len(best) == len(labels) or len(best) >= max(7, 0.6 * len(labels))
    return best if week else []


def _as_long_as_they_follow(known: list[tuple[int, frozenset[int]]], start: int, each: int) -> list[tuple[int, int]]:
    """Return columns and weekdays from a first one on, up to a label that is not the next: titles of sums behind."""
    days: list[tuple[int, int]] = []
    for place, (column, options) in enumerate(known):
        day = (start + place // each) % 7
        if day not in options:
            break
        days.append((column, day))
    return days
