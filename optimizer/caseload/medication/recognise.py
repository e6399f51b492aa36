"""Which ingredients a row of dispensing names: by their names, or in the text of a label when nothing else is left.

A text is recognised whole or not at all, so that a combination never loses an ingredient.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.source import CitedSource

BRAND = re.compile(r"\s*\[[^\]]*\]\s*$")
STRENGTH = re.compile(
    r"(?<![\w.,/-])\d+([.,]\d+)*\s*(%|(mg|mcg|g|ml|meq|mmol|unt|units?|hr|actuat)\b)"
    r"(\s*/\s*(\d+([.,]\d+)*\s*)?(ml|hr|actuat|dose|spray)\b)?(?!\s*[-\d])"
)
EACH_NAMES = re.compile(r"/|\+|\band\b|\bwith\b")
"""What stands between ingredients: each side must name one."""
ASIDE = re.compile(r"[,;]")
LONGEST = 5
"""Words of the longest name."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The names of ingredients with their classes, other names for them, and what a label says beside them.

    Members of a ``combined`` class are taken together on purpose.
    """

    classes: Mapping[str, tuple[str, ...]]
    combined: frozenset[str]
    synonyms: Mapping[str, str]
    forms: frozenset[str]
    salts: frozenset[str]
    source: CitedSource

    def named(self, name: str) -> str | None:
        """Return the ingredient of a name, None when it is none."""
        name = self.synonyms.get(name, name)
        return name if name in self.classes else None


def recognised(fill: Fill, vocabulary: Vocabulary) -> Fill | None:
    """Return a fill by the names of its ingredients, with their classes; None when its text is not recognised.

    The text of a label stands for the form where the data have none.
    """
    found = ingredients(fill.drug, vocabulary)
    if not found:
        return None
    classes, doubled = _classes(found, vocabulary)
    return replace(fill, drug="/".join(found), form=fill.form or fill.drug, classes=classes, doubled=doubled)


@lru_cache(maxsize=10_000)
def _classes(found: tuple[str, ...], vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the classes of some ingredients, and those of them of which two at once are a duplication."""
    classes = tuple(dict.fromkeys(group for each in found for group in vocabulary.classes[each]))
    return classes, tuple(group for group in classes if group not in vocabulary.combined)


@lru_cache(maxsize=10_000)
def ingredients(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ingredients that a text names, each once; none when any word of it is not understood."""
    name = " ".join(BRAND.sub("", text.casefold()).split())
    if whole := vocabulary.named(name):
        return (whole,)
    found: list[str] = []
    for part in EACH_NAMES.split(STRENGTH.sub(" ", name)):
        named = _named(part, vocabulary)
        if not named:
            return ()
        found += named
    return tuple(dict.fromkeys(found))


def _named(part: str, vocabulary: Vocabulary) -> list[str]:
    """Return the ingredients of a part, none when it holds another word or names nothing."""
    found: list[str] = []
    for aside in ASIDE.split(part):
        names = [*_words(aside.split(), vocabulary)]
        if None in names or (not any(names) and not vocabulary.forms.issuperset(aside.split())):
            return []
        found += [name for name in names if name]
    return found


def _words(words: list[str], vocabulary: Vocabulary) -> Iterator[str | None]:
    """Yield what some words say: an ingredient, "" for what is none, None for what is not understood."""
    while words:
        length, name = _longest(words, vocabulary)
        if name is not None:
            yield name
        elif words[0] in vocabulary.forms or words[0] in vocabulary.salts:
            yield ""
        elif parts := _hyphened(words[0], vocabulary):
            yield from parts
        else:
            yield None
        words = words[length:]


def _longest(words: list[str], vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Return the longest name that some words begin with, and of how many words it is; None when there is none."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        if name := vocabulary.named(" ".join(words[:length])):
            return length, name
    return 1, None


def _hyphened(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return the ingredients of a word such as "lisinopril-hydrochlorothiazide"; none when one is not known."""
    names = [vocabulary.named(part) for part in word.split("-")]
    return [name for name in names if name] if len(names) > 1 and all(names) else []
