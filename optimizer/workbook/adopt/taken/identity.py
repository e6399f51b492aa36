"""Who the names in several tables are: one person each, as somebody said, and which nearly match."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz

from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.names import ROLE_WORDS, key_of, people_in

NEAR = 88
"""From which likeness in percent on two names may be one."""
SHORT = 4
APART = 3
"""On how many days both must have something for two names to be two people."""
NUMBER = "id"


class NearNames(NamedTuple):
    """A name that may be another one's, and where it stands."""

    name: str
    other: str
    place: str


@dataclass(frozen=True)
class Identity:
    """Whose a name or a number of staff is, by its key; None for nobody's. ``near`` are names that may be one."""

    owners: Mapping[str, str | None]
    near: tuple[NearNames, ...]

    def who(self, name: str | None) -> str | None:
        """Return the id of the person that a name means, None for nobody."""
        return self.owners.get(key_of(name)) if name else None

    @property
    def ids(self) -> tuple[str, ...]:
        """Return everybody's id, in the order in which they were met."""
        return tuple(dict.fromkeys(who for who in self.owners.values() if who))


def identity_of(tables: Sequence[FiledTable], asking: Sequence[FiledTable], answers: Answers) -> Identity:
    """Return who is who in tables; those that are met first give their spelling.

    Who is only in tables of requests, ``asking``, is nobody of the unit.
    """
    names: dict[str, str] = {}
    places: dict[str, list[FiledTable]] = {}
    known = {key_of(name) for filed in tables for name in _names_in(filed, answers)}
    tables = (*tables, *asking)
    numbers = dict(_numbers(tables))
    for filed in tables:
        for name in _names_in(filed, answers):
            key = numbers.get(key_of(name), key_of(name))
            names.setdefault(key, name)
            places.setdefault(key, []).append(filed)
    said = {key_of(name): other for name, other in answers.people.items()}
    owners = {key: _owner(key, names, said) if key in known or key in said else None for key in names}
    owners |= {number: owners[key] for number, key in numbers.items() if key in owners}
    return Identity(owners, tuple(_near(names, places, said, _busy(tables))))


def _busy(tables: Iterable[FiledTable]) -> dict[str, set[date]]:
    """Return on which days a name has a code, by its key."""
    busy: dict[str, set[date]] = {}
    for filed in tables:
        for fact in filed.table.facts:
            if fact.who and fact.code and fact.day:
                busy.setdefault(key_of(fact.who), set()).add(fact.day)
    return busy


def _names_in(filed: FiledTable, answers: Answers) -> Iterator[str]:
    yield from dict.fromkeys(name for fact in filed.table.facts if (name := name_in(fact.who, fact.value, answers)))


def name_in(who: str | None, written: object, answers: Answers) -> str | None:
    """Return the name that a cell means: as it is written where somebody said that this is a person of its own."""
    if who is None or not isinstance(written, str):
        return who
    own = [name for name in people_in(written) if answers.people.get(name) == name and _like(name, who)]
    return own[0] if own else who


def _numbers(tables: Iterable[FiledTable]) -> Iterator[tuple[str, str]]:
    """Yield the numbers of staff with the keys of the names beside them."""
    for filed in tables:
        for fact in filed.table.facts:
            if fact.field == NUMBER and fact.who and said_in(fact) and key_of(fact.who) != key_of(said_in(fact)):
                yield key_of(_number(said_in(fact))), key_of(fact.who)


def _number(said: str) -> str:
    return said.removesuffix(".0")


def _owner(key: str, names: Mapping[str, str], said: Mapping[str, str | None]) -> str | None:
    """Return whose a name is, by what was said of it and of the name that it is said to be."""
    met: set[str] = set()
    while key in said and key not in met:
        met.add(key)
        other = said[key]
        if other is None:
            return None
        if key_of(other) not in names:
            return id_of(other)
        key = key_of(other)
    return id_of(names[key])


def id_of(name: str) -> str:
    """Return the id of somebody: the name on one line, without the signs that part names in a list."""
    return " ".join(re.sub(r"[,;]", " ", name).split())


def _near(
    names: Mapping[str, str],
    places: Mapping[str, list[FiledTable]],
    said: Mapping[str, str | None],
    busy: Mapping[str, set[date]],
) -> Iterator[NearNames]:
    """Yield names that may be one, unless a table has both, both are busy on some days, or somebody spoke of them."""
    met: list[str] = []
    for key in names:
        at = {id(each.table) for each in places[key]}
        others = (
            other
            for other in met
            if not at & {id(each.table) for each in places[other]}
            and len(busy.get(key, set()) & busy.get(other, set())) < APART
        )
        like = max(others, key=lambda other: _likeness(key, other), default=None)
        if key not in said and like and _like(key, like):
            yield NearNames(names[key], names[like], places[key][0].place)
        else:
            met.append(key)


def _like(one: str, other: str) -> bool:
    """Tell whether two names differ by a slip, by blanks, by their order or by initials."""
    return _likeness(key_of(one), key_of(other)) >= NEAR


def _likeness(one: str, other: str) -> float:
    """Return how like two keys of names are, in percent; numbers tell people apart, and short names are no evidence."""
    if one == other or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0
    if _initials(one, other) or _without_jobs(one) == _without_jobs(other):
        return 100
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) if min(len(one), len(other)) > SHORT else 0


def _without_jobs(name: str) -> frozenset[str]:
    """Return the words of a name without those for a job: Joan Adams RN may be Joan Adams."""
    words = frozenset(re.findall(r"[^\W\d_]+", name.casefold()))
    return words - ROLE_WORDS or words


def _initials(one: str, other: str) -> bool:
    """Tell whether two names have a word in common and of the others the first letters, one of them alone."""
    mine, theirs = (re.findall(r"[^\W\d_]+", name) for name in (one, other))
    shared = {*mine} & {*theirs}
    rest = [word for word in mine if word not in shared], [word for word in theirs if word not in shared]
    if not shared or len(rest[0]) != 1 or len(rest[1]) != 1 or max(map(len, shared)) < 3:
        return False
    return rest[0][0][0] == rest[1][0][0] and 1 in (len(rest[0][0]), len(rest[1][0]))
