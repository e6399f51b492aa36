"""Words that describe people or shifts, some of them with "not" before, as they are read and written."""

from collections.abc import Callable, Iterable
from typing import Any

from optimizer.staffing.facts.scope import NOT, Scope
from optimizer.workbook.table.parse import one_of, words
from optimizer.workbook.table.sheet import Codec


def scope(tags: Callable[[Any], Iterable[str]]) -> Codec[Scope]:
    """Return a codec for such words among those that the sheets before have made known."""
    return Codec(lambda source, value: scope_of(value, tags(source)), ", ".join)


def scope_of(value: Any, tags: Iterable[str]) -> Scope:
    """Read such words among some that are known."""
    parse = one_of(sorted(tags), "word that describes anybody or anything here")
    return tuple(_word(word, parse) for word in words(value))


def _word(word: str, parse: Callable[[Any], str]) -> str:
    if word.casefold().startswith(NOT):
        return NOT + parse(word[len(NOT) :].strip())
    return parse(word)
