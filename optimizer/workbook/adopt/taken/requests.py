"""Requests and leave, from tables of them and from grids that hold nothing else."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import WANTED, FiledTable, said_in
from optimizer.workbook.adopt.taken.cells import code_of
from optimizer.workbook.adopt.taken.identity import Identity
from optimizer.workbook.recognise.proposal import Fact

UNAVAILABLE = frozenset(("0", "0.0", "no", "n", "×", "x", "✗", "false", "unavailable", "not available"))
AVAILABLE = frozenset(("1", "1.0", "yes", "y", "○", "◯", "✓", "true", "available"))


class AskedDay(NamedTuple):
    """What somebody asks for on one day; ``shift`` is "" for any."""

    who: str
    wish: Wish
    shift: str
    approved: bool
    day: date


class RequestsRead(NamedTuple):
    """What is asked for, and what of it is of no use, with why."""

    requests: tuple[Request, ...]
    lost: tuple[LostFact, ...]


def requests_in(
    tables: Iterable[FiledTable], identity: Identity, shifts: Mapping[str, Shift | None], since: date
) -> RequestsRead:
    """Return what is asked for since a day; ``shifts`` are by code what codes stand for."""
    asked: dict[AskedDay, None] = {}
    lost: list[LostFact] = []
    for filed in tables:
        for fact in filed.table.facts:
            if fact.field is None and said_in(fact):
                meant = _meant(filed, fact, identity, shifts, since)
                if isinstance(meant, AskedDay):
                    asked[meant] = None
                else:
                    lost.append(LostFact(filed, fact, meant))
    return RequestsRead(tuple(_in_runs(asked)), tuple(lost))


def _meant(
    filed: FiledTable, fact: Fact, identity: Identity, shifts: Mapping[str, Shift | None], since: date
) -> AskedDay | str:
    """Return what a cell asks for, or why it asks for nothing that can be planned."""
    who = identity.who(fact.who)
    if who is None:
        return f"{fact.who or 'the row'} is nobody in the unit"
    if fact.day is None:
        return f"the month has no day {fact.day_no}" if fact.part else "nothing tells which day this is"
    if fact.day < since:
        return f"asked for before {since}, which is past"
    asked = _wish(filed, fact, shifts)
    return asked if isinstance(asked, str) else AskedDay(who, *asked, fact.day)


def _wish(filed: FiledTable, fact: Fact, shifts: Mapping[str, Shift | None]) -> tuple[Wish, str, bool] | str:
    """Return what is wished, for which shift and whether it is leave, or why it is nothing that can be planned."""
    code = code_of(fact)
    shift, known = shifts.get(code), code in shifts
    sort = next((each.sort for each in filed.table.meanings if each.code == fact.code), "")
    if filed.table.kind == WANTED and code.casefold() in AVAILABLE and not known:
        return "that somebody can work is taken for granted"
    if (shift and shift.kind is Kind.LEAVE) or (not shift and sort.startswith("leave")):
        return Wish.OFF, "", True
    if shift and shift.staffs:
        return Wish.ON, shift.code, False
    if (known and shift is None) or code.casefold() in UNAVAILABLE or sort == "off":
        return Wish.OFF, "", False
    return f"'{code}' is no shift of this roster and no leave"


def _in_runs(asked: Iterable[AskedDay]) -> Iterable[Request]:
    """Yield requests for days in a row as one each."""
    by_day = sorted(asked)
    numbered = enumerate(by_day)
    for _, run in groupby(numbered, key=lambda each: (each[1][:4], each[1].day - timedelta(days=each[0]))):
        days = [each for _, each in run]
        first, last = days[0], days[-1]
        yield Request(first.who, first.wish, first.day, last.day, first.shift, approved=first.approved)
