"""Which ingredients the text of a label names, as "simvastatin 20 MG Oral Tablet" or "Zocor 20 mg".

A text is recognised whole or not at all, so that a combination never loses an ingredient.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from optimizer.caseload.medication.naming.vocabulary import Named, Vocabulary

BRAND = re.compile(r"\s*\[[^\]]*\]\s*$")
ASIDE_IN = re.compile(r"\(([^()]*)\)")
NUMBER = r"\d+([.,]\d+)*"
STRENGTH = re.compile(
    rf"(?<![\w.,/-]){NUMBER}\s*(%|(mg|mcg|g|ml|meq|mmol|unt|units?|hr|actuat)\b)"
    rf"(\s*/\s*({NUMBER}\s*)?(ml|hr|actuat|dose|spray)\b)?(?!\s*[-\d])"
)
STRENGTHS = re.compile(rf"(?<![\w.,/-]){NUMBER}(\s*(mg|mcg))?(\s*[-/]\s*{NUMBER}(\s*(mg|mcg))?)+(?<=g)(?![\w/-])")
"""Strengths in a row, as "20-12.5 mg": so many ingredients must be named."""
EACH_NAMES = re.compile(r"/|\+|\band\b|\bwith\b")
"""What stands between ingredients: each side must name one."""
ASIDE = re.compile(r"[,;]")
LONGEST = 5
"""Words of the longest name."""


@lru_cache(maxsize=10_000)
def ingredients(text: str, vocabulary: Vocabulary) -> Named:
    """Return the ingredients that a text names, each once; none when any word of it is not understood."""
    name = " ".join(text.casefold().split())
    if whole := vocabulary.naming(name):
        return whole
    name = BRAND.sub("", name)
    found = _label(ASIDE_IN.sub(" ", name), vocabulary)
    asides = all(_agrees(each, found, vocabulary) for each in ASIDE_IN.findall(name))
    return found if asides else ()


def _agrees(aside: str, found: Named, vocabulary: Vocabulary) -> bool:
    """Tell whether what stands in brackets says no more than the rest: "simvastatin (Zocor)", "(base)"."""
    return vocabulary.forms.issuperset(aside.split()) or {*_label(aside, vocabulary)} == {*found}


def _label(name: str, vocabulary: Vocabulary) -> Named:
    if whole := vocabulary.naming(" ".join(name.split())):
        return whole
    several = [*STRENGTHS.finditer(name)]
    found: list[str] = []
    for part in EACH_NAMES.split(STRENGTH.sub(" ", STRENGTHS.sub(" ", name))):
        named = _named(part, vocabulary)
        if not named:
            return ()
        found += named
    out = tuple(dict.fromkeys(found))
    return out if all(len(re.split(r"[-/]", each[0])) == len(out) for each in several) else ()


def _named(part: str, vocabulary: Vocabulary) -> list[str]:
    """Return the ingredients of a part, none when it holds another word or names nothing."""
    found: list[str] = []
    for aside in ASIDE.split(part):
        names = [*_words(aside.split(), vocabulary)]
        if None in names or (not any(names) and not vocabulary.forms.issuperset(aside.split())):
            return []
        found += [name for named in names for name in named or ()]
    return found


def _words(words: list[str], vocabulary: Vocabulary) -> Iterator[Named | None]:
    """Yield what some words say: ingredients, none for what names none, None for what is not understood."""
    while words:
        length, names = _longest(words, vocabulary)
        if names:
            yield names
        elif words[0] in vocabulary.forms or words[0] in vocabulary.salts:
            yield ()
        else:
            yield _hyphened(words[0], vocabulary)
        words = words[length:]


def _longest(words: list[str], vocabulary: Vocabulary) -> tuple[int, Named]:
    """Return the longest name that some words begin with, of how many words it is; no ingredients without one."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        if names := vocabulary.naming(" ".join(words[:length])):
            return length, names
    return 1, ()


def _hyphened(word: str, vocabulary: Vocabulary) -> Named | None:
    """Return the ingredients of a word such as "lisinopril-hydrochlorothiazide"; None when one is not known."""
    names = [vocabulary.named(part) for part in word.split("-")]
    return tuple(name for name in names if name) if len(names) > 1 and all(names) else None
