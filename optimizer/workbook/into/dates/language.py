"""The names of months as a roster writes them: in its language, its form, its width and its letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from optimizer.workbook.recognise.dates.mark import WORD
from optimizer.workbook.recognise.words.calendar import COMMON, folded, languages_known

FORMS = (("stand-alone", "wide"), ("format", "wide"), ("stand-alone", "abbreviated"), ("format", "abbreviated"))
MONTH_TELLS, SHORT, FEWEST = 2, 3, 3
"""Short names of weekdays are words of other languages, too: fewer than three of them tell nothing."""


@dataclass(frozen=True, slots=True)
class RosterLanguage:
    """A language by its code, with the names that it has for months, by form and width."""

    code: str

    @property
    def months(self) -> tuple[dict[int, str], ...]:
        """Return the names of months: standing alone before within a date, in full before short."""
        return _months(self.code)


@lru_cache(maxsize=1000)
def _months(code: str) -> tuple[dict[int, str], ...]:
    locale = Locale(code)
    return tuple(dict(locale.months.get(form, {}).get(width, {})) for form, width in FORMS)


@lru_cache(maxsize=1000)
def _month_words(code: str) -> frozenset[str]:
    return frozenset(folded(name) for names in _months(code) for name in names.values() if len(folded(name)) > 1)


@lru_cache(maxsize=1000)
def _weekday_words(code: str) -> frozenset[str]:
    names = [name for form in Locale(code).days.values() for width in form.values() for name in width.values()]
    return frozenset(folded(name) for name in names if len(folded(name)) > 1)


def language_of(texts: Iterable[str]) -> RosterLanguage:
    """Return the language that most names of months and weekdays among some texts are of, English where none is."""
    words = {folded(word) for text in texts for word in WORD.findall(text)}

    def spoken(code: str) -> int:
        weekdays = words & _weekday_words(code)
        long = {word for word in weekdays if len(word) > SHORT}
        return MONTH_TELLS * len(words & _month_words(code)) + len(weekdays if len(weekdays) >= FEWEST else long)

    best = max(COMMON, key=spoken)
    if words and not spoken(best):
        best = max(languages_known(), key=spoken)
    return RosterLanguage(best if spoken(best) else "en")


def month_renamed(word: str, old: int, new: int, language: RosterLanguage, *, short: bool = False) -> str | None:
    """Return the name of another month in the way in which a word names one; None when the word does not name it.

    ``short`` says that a word which is both a name in full and a short one ("May") is short.
    """
    forms = language.months[2:] + language.months[:2] if short else language.months
    for names in forms:
        if old in names and folded(names[old]) == folded(word):
            return _dressed(names[new], names[old], word)
    return None


def _dressed(name: str, old: str, word: str) -> str:
    """Return a name in the letters that a word has: large or small, with or without accents and dot."""
    bare = name.rstrip(".")
    if old.rstrip(".").casefold() != word.rstrip(".").casefold():
        bare = folded(bare)
    bare += "." if word.endswith(".") else ""
    if word.isupper():
        return bare.upper()
    return bare[:1].upper() + bare[1:] if word[:1].isupper() else bare.lower() if word.islower() else bare
