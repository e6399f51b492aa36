"""Which ingredients the text of a label names, as "simvastatin 20 MG Oral Tablet", "Zocor® 20 mg" or "SMZ-TMP DS".

A text is recognised whole or not at all, so that a combination never loses an ingredient.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from optimizer.caseload.medication.naming.strengths import without_strengths
from optimizer.caseload.medication.naming.vocabulary import Named, Vocabulary

MARKS = re.compile(r"[®™©℠]|\((r|tm|c|sm)\)")
DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "`": "'"})
SOFT_GEL = re.compile(r"\b(?:soft|liquid|liqui)[ -]?gels?\b")
ASIDE_IN = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]\s*$")
EACH_NAMES = re.compile(r"\bw/|/|\+|&|\band\b|\bwith\b")
"""What stands between ingredients: each side must name one."""
ASIDE = re.compile(r"[,;]")
LONGEST = 5
"""Words of the longest name."""
IN_NUMBERS = "0123456789/"
HIDE = {ord(sign): chr(0xE000 + place) for place, sign in enumerate(IN_NUMBERS)}
SHOW = {ord(hidden): chr(sign) for sign, hidden in HIDE.items()}
"""Signs for private use that stand for those of numbers."""
ANY = "insulin"
"""What a label may say beside which insulin it is."""
DEVICES = frozenset(("syringe", "pen", "pens", "cartridge", "injector"))
"""Of insulin alone these are empty: an insulin syringe has none in it."""


@lru_cache(maxsize=10_000)
def ingredients(text: str, vocabulary: Vocabulary) -> Named:
    """Return the ingredients that a text names, each once; none when any word of it is not understood."""
    name = plain_text(text)
    if whole := vocabulary.naming(name):
        return whole
    found = _label(ASIDE_IN.sub(" ", name), vocabulary)
    asides = (one or other for one, other in ASIDE_IN.findall(name))
    return found if all(_agrees(each, found, vocabulary) for each in asides) else ()


def plain_text(text: str) -> str:
    """Return a text in small letters, without marks of trade and with one kind of blank, hyphen and apostrophe.

    A soft gel is a capsule, and one word.
    """
    plain = unicodedata.normalize("NFKC", MARKS.sub("", text.casefold()))
    return SOFT_GEL.sub("softgel", " ".join(plain.translate(DASHES).split()))


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, parted by anything but letters and digits."""
    return frozenset(re.split(r"[\W_]+", plain_text(text)))


@lru_cache(maxsize=10_000)
def is_local(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is of a medicine for eye, ear or skin, or another place of the body.

    A strength in percent is of one, unless it is inhaled.
    """
    words = words_of(text)
    return not vocabulary.local.isdisjoint(words) or ("%" in text and vocabulary.inhaled.isdisjoint(words))


def _agrees(aside: str, found: Named, vocabulary: Vocabulary) -> bool:
    """Tell whether what stands in brackets says no more than the rest: "simvastatin (Zocor)", "(90 base)"."""
    beside = without_strengths(aside)
    said = vocabulary.forms | vocabulary.asides
    plain = beside.fit(len(found)) and all(word.strip(".,") in said for word in beside.rest.split())
    return plain or {*_label(aside, vocabulary)} == {*found}


def _label(name: str, vocabulary: Vocabulary) -> Named:
    name = " ".join(name.split())
    if whole := vocabulary.naming(name):
        return whole
    several = without_strengths(_hidden(name.split(), vocabulary))
    found: list[str] = []
    for part in EACH_NAMES.split(_parted(several.rest.split(), vocabulary)):
        named = _named(part, vocabulary)
        if not named:
            return ()
        found += _which(named)
    out = tuple(dict.fromkeys(found))
    device = out == (ANY,) and not DEVICES.isdisjoint(name.split())
    return out if several.fit(len(out)) and not several.begun and not device else ()


def _which(named: Sequence[str]) -> Sequence[str]:
    """Return the ingredients of a part without "insulin" where it says which."""
    which = [name for name in named if name != ANY]
    return which if any(name.startswith(ANY) for name in which) else named


def _hidden(words: list[str], vocabulary: Vocabulary) -> str:
    """Return words with other signs for the numbers in names, as in "humulin 70/30": they are no strengths."""
    out: list[str] = []
    while words:
        length, names = _longest(words, vocabulary)
        part = " ".join(words[:length])
        out.append(part.translate(HIDE) if names else part)
        words = words[length:]
    return " ".join(out)


def _parted(words: list[str], vocabulary: Vocabulary) -> str:
    """Return words with slashes for hyphens that stand between ingredients, as in "sitagliptin phos-metformin"."""
    out: list[str] = []
    while words:
        length, names = _longest(words, vocabulary)
        kept = names or words[0].strip(".") in vocabulary.forms or not re.fullmatch(r"\S+-\S+", words[0])
        out += words[:length] if kept else _joined(words[0], vocabulary)
        words = words[length:]
    return " ".join(out)


def _joined(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return the parts of a word with hyphens: forms belong to the name before them, as in "toprol-xl"."""
    first, *rest = word.split("-")
    return [first, *(part for each in rest for part in (([] if each in vocabulary.forms else ["/"]) + [each]))]


def _named(part: str, vocabulary: Vocabulary) -> list[str] | None:
    """Return the ingredients of a part; None when it holds another word, or a salt and names nothing."""
    found: list[str] = []
    for aside in ASIDE.split(part):
        names = [*_words(aside.split(), vocabulary)]
        if None in names or (not any(names) and not vocabulary.forms.issuperset(_plain_words(aside))):
            return None
        found += [name for named in names for name in named or ()]
    return found


def _plain_words(text: str) -> Iterator[str]:
    return (word.strip(".") for word in text.split())


def _words(words: list[str], vocabulary: Vocabulary) -> Iterator[Named | None]:
    """Yield what some words say: ingredients, none for what names none, None for what is not understood."""
    while words:
        length, names = _longest(words, vocabulary)
        word = words[0].strip(".")
        if names:
            yield names
        else:
            yield () if word in vocabulary.forms or word in vocabulary.salts else None
        words = words[length:]


def _longest(words: list[str], vocabulary: Vocabulary) -> tuple[int, Named]:
    """Return the longest name that some words begin with, of how many words it is; no ingredients without one."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        if names := vocabulary.naming(" ".join(words[:length]).translate(SHOW)):
            return length, names
    return 1, ()
