"""The days that people worked, from the tables of duties that count."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.learn.worked_days import Worked
from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.adopt.taken.identity import Identity, name_in
from optimizer.workbook.recognise.grid.marks import is_mark
from optimizer.workbook.recognise.names import ROLE_WORDS
from optimizer.workbook.recognise.proposal import Fact
from optimizer.workbook.recognise.words.calendar import folded

MARKS = frozenset({"1", "1.0", "x", "✓", "✔", "○", "●"})
"""What only says that a duty is had, which the title over it or the row names."""
IMPOSSIBLE, HOURS = "impossible", "hours"
ERROR = re.compile(r"#[A-Z0-9/]+[!?A]")
ACTUAL = frozenset(("actual", "worked", "ist", "real", "realizado", "effettivo", "wykonanie", "実績"))
"""What the row of a person is called that says what was worked, below the one that says what was planned."""


@dataclass(frozen=True)
class WorkedCells:
    """What people worked, the days that are covered, and the cells of no use, with why."""

    worked: tuple[Worked, ...]
    days: tuple[date, ...]
    lost: tuple[LostFact, ...]


@dataclass(frozen=True)
class _Claim:
    """A code that a table has for somebody on a day."""

    filed: FiledTable
    fact: Fact
    cell: Worked

    @property
    def family(self) -> tuple[bool, bool]:
        """Return the kind of table: a duty of a list stands beside one of a grid, two grids contradict each other."""
        return self.filed.table.kind == "list", self.filed.names_in_cells


def worked_in(tables: Iterable[FiledTable], identity: Identity, answers: Answers) -> WorkedCells:
    """Return what people worked; of two grids that say different things of a day the later one is believed."""
    lost: list[LostFact] = []
    claims: list[_Claim] = []
    days: set[date] = set()
    for filed in tables:
        days |= covered_by(filed)
        for fact in filed.table.facts:
            if fact.field is None and said_in(fact):
                _sort(filed, fact, identity, answers, claims, lost)
    kept, overruled = _settled(claims)
    spelling = _one_spelling(claim.cell.code for claim in kept)
    worked = {claim.cell._replace(code=spelling[claim.cell.code]): None for claim in kept}
    return WorkedCells(tuple(worked), tuple(sorted(days)), (*lost, *overruled))


def covered_by(filed: FiledTable) -> set[date]:
    """Return the days that a table covers: those of its header, and of a list all from its first to its last."""
    days = {fact.day for fact in filed.table.facts if fact.day and fact.who}
    return {*Span(min(days), max(days)).days} if days and filed.table.kind == "list" else days


def _sort(
    filed: FiledTable,
    fact: Fact,
    identity: Identity,
    answers: Answers,
    claims: list[_Claim],
    lost: list[LostFact],
) -> None:
    who = identity.who(name_in(fact.who, fact.value, answers))
    if who is None:
        lost.append(LostFact(filed, fact, f"{fact.who or 'the row'} is no person, as you said"))
    elif ERROR.fullmatch(fact.code or ""):
        lost.append(LostFact(filed, fact, f"the cell holds the error {fact.code}"))
    elif fact.part == HOURS:
        lost.append(LostFact(filed, fact, "hours beside a duty; the times of the shift tell them"))
    elif fact.day is None:
        lost.append(LostFact(filed, fact, _undated(fact)))
    else:
        role = role_in(fact.code or "") if filed.names_in_cells else ""
        claims.append(_Claim(filed, fact, Worked(who, fact.day, code_of(fact), role)))


def _undated(fact: Fact) -> str:
    if fact.part == IMPOSSIBLE:
        return f"the month has no day {fact.day_no}"
    return "the days before the first have no date" if fact.part else "nothing tells which day this is"


def code_of(fact: Fact) -> str:
    """Return what somebody does on a day: the code, or the shift that a mere mark stands for."""
    code = fact.times or said_in(fact)
    said = fact.shift if fact.shift and (code.casefold() in MARKS or is_mark(code, fact.shift)) else code
    return " ".join(said.replace(",", " ").replace(";", " ").split())


def role_in(title: str) -> str:
    """Return the words for a role in the title of a duty: "SHO" of "Night SHO", "" where there are none."""
    return " ".join(word for word in title.split() if folded(word) in ROLE_WORDS)


def _settled(claims: list[_Claim]) -> tuple[list[_Claim], list[LostFact]]:
    """Part claims from those that another table of the same kind overrules: a later one, or one of the very period."""
    strongest: dict[tuple[str, date, tuple[bool, bool]], _Claim] = {}
    for claim in claims:
        place = claim.cell.who, claim.cell.day, claim.family
        before = strongest.get(place)
        if before is None or not claim.fact.part or before.fact.part:
            strongest[place] = claim
    kept, overruled = [], []
    for claim in claims:
        best = strongest[claim.cell.who, claim.cell.day, claim.family]
        if best.cell.code == claim.cell.code or (best.filed is claim.filed and not _planned(claim, best)):
            kept.append(claim)
        else:
            why = f"{best.filed.place} has another code for the same person and day, and is believed"
            overruled.append(LostFact(claim.filed, claim.fact, why))
    return kept, overruled


def _planned(claim: _Claim, best: _Claim) -> bool:
    """Tell whether a claim is what was planned for a day of which another row says what was worked."""
    return claim.fact.line != best.fact.line and (best.fact.line or "").casefold() in ACTUAL


def _one_spelling(codes: Iterable[str]) -> dict[str, str]:
    """Return for each code the spelling to use: of those that differ in case alone the one written most often."""
    times: dict[str, int] = {}
    for code in codes:
        times[code] = times.get(code, 0) + 1
    first: dict[str, str] = {}
    for code in sorted(times, key=lambda code: -times[code]):
        first.setdefault(code.casefold(), code)
    return {code: first[code.casefold()] for code in times}
