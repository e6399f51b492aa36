"""What looks like a person's name, and what like a code of duty: by shape, by known words, by how often it comes."""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.lists import words_of

CODE_WORDS = frozenset(map(folded, words_of("duties")["duties"]))
ROLE_WORDS = frozenset(map(folded, words_of("duties")["roles"]))
WORDY = re.compile(r"^[^\W\d_][^\W\d_'’.\-]{1,}(?:[ ,.'’\-]+[^\W\d_]+\.?){0,4}$")
HAN = re.compile(
    r"^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,5}(?:[ \u3000][\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,4})?$"
)
TIMES = re.compile(
    r"\d{1,2}[:.h]?\d{0,2}\s*(?:am|pm|a|p)?\s*(?:-|–|—|~|〜|to|bis|a)\s*\d{1,2}[:.h]?\d{0,2}\s*(?:am|pm|a|p)?",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:,\s|、|，|;|/|\n|\s&\s|\s\+\s|\band\b|\bund\b|\by\b|\bet\b|・)\s*")


def looks_like_name(text: str) -> bool:
    """Return whether a text has the shape of a person's name and is no known word for a duty."""
    said = " ".join(text.split())
    if folded(said) in CODE_WORDS or not 2 <= len(said) <= 40 or TIMES.search(said):
        return False
    if HAN.match(said):
        return True
    if not said[0].isascii() and not said[0].isupper() and not said[0].islower():  # a script without capitals
        return len(said) >= 3
    return bool(WORDY.match(said)) and said[0].isupper() and (any(letter.islower() for letter in said) or len(said) > 4)


def share_of_names(texts: Iterable[str]) -> float:
    """Return the share of texts that look like names."""
    given = [text for text in texts if text]
    return sum(map(looks_like_name, given)) / len(given) if given else 0.0


def people_in(text: str) -> list[str]:
    """Return the people that one cell names: "A / B", "A, B", "A (AM) B (PM)"; what stands in brackets is a remark."""
    without = re.sub(r"\s*[(（\[].*?[)）\]]\s*", "/", text)
    parts = [" ".join(part.split()) if part.isascii() else part.strip() for part in SPLIT.split(without)]
    return list(dict.fromkeys(part for part in parts if part.strip(" -–/")))


def one_spelling(names: Iterable[str]) -> dict[str, str]:
    """Return for every spelling of a name the one written most often: case and blanks tell nobody apart."""
    counts = Counter(names)
    first: dict[str, str] = {}
    for name, _ in counts.most_common():
        first.setdefault(key_of(name), name)
    return {name: first[key_of(name)] for name in counts}


def slips_among(names: Iterable[str]) -> dict[str, str]:
    """Return names that stand once and are nearly one that stands often, with that one: slips, to be asked about."""
    counts = Counter(names)
    often = [name for name, count in counts.items() if count >= 3]
    found = {}
    for name, count in counts.items():
        near = process.extractOne(name, [other for other in often if other != name], scorer=fuzz.ratio, score_cutoff=88)
        if count == 1 and len(name) > 4 and near and _digits(name) == _digits(near[0]):
            found[name] = str(near[0])
    return found


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def key_of(name: str) -> str:
    """Return what spellings of one name share."""
    return " ".join(name.casefold().split())


def names_a_duty(text: str) -> bool:
    """Return whether a text has a word for a duty or a role in it, as titles of duty columns do."""
    words = {folded(word) for word in re.split(r"[\s/\-_()]+", text) if word}
    return folded(text) in CODE_WORDS or bool(words & (ROLE_WORDS | CODE_WORDS))
