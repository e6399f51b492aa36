"""A file that was made, what should be understood of it, and the faults of what was."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from optimizer.workbook.recognise.proposal import Fact, Question, Table
from optimizer.workbook.recognise.recognise import proposal_of
from optimizer.workbook.recognise.sheet import CellSpot, RawSheet, RawValue, as_text

Duty = tuple[str | None, date | int | None, str | None]
"""Who, which day (its number where no date is told), and the code."""


@dataclass(frozen=True)
class Wanted:
    """What a table should be understood as; ``asks`` is what must be asked, None where nothing about dates may be."""

    kinds: tuple[str, ...]
    duties: frozenset[Duty] = frozenset()
    people: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None
    days: int | None = None
    asks: str | None = None
    counts: bool = True
    times: tuple[tuple[str, str], ...] = ()
    may_ask: bool = False


@dataclass(frozen=True)
class Made:
    """A sheet as rows, its title, the file's name, and the tables that should be found."""

    kind: str
    rows: tuple[tuple[Any, ...], ...]
    wanted: tuple[Wanted, ...]
    title: str | None = "Sheet1"
    file: str = "roster.xlsx"
    merges: tuple[tuple[CellSpot, CellSpot], ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    more: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...] = ()

    def sheets(self) -> tuple[RawSheet, ...]:
        """Return the sheets as the reader of workbooks gives them."""
        first = RawSheet(self.title, _as_rows(self.rows), self.merges)
        return (first, *(RawSheet(title, _as_rows(rows)) for title, rows in self.more))


def _as_rows(rows: Iterable[Sequence[Any]]) -> tuple[tuple[RawValue, ...], ...]:
    return tuple(tuple(map(_as_read, row)) for row in rows)


def _as_read(value: Any) -> RawValue:
    if value == "":
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def faults_of(made: Made) -> list[str]:
    """Return sentences for everything that was understood otherwise and not asked about."""
    found = proposal_of(made.file, made.sheets())
    faults: list[str] = []
    left = list(found.tables)
    for wanted in made.wanted:
        table = max(left, key=lambda each: _nearness(each, wanted), default=None)
        if table is None:
            faults.append(f"no table for {wanted.kinds}")
            continue
        left.remove(table)
        faults += _faults(table, wanted, found.questions)
    return faults


def _nearness(table: Table, wanted: Wanted) -> tuple[bool, int]:
    return table.kind in wanted.kinds, len(_duties(table.facts, bool(wanted.first)) & wanted.duties)


def _duties(facts: Iterable[Fact], dated: bool) -> set[Duty]:
    return {
        (fact.who, fact.day if dated else fact.day_no, fact.code)
        for fact in facts
        if fact.code and fact.field is None and not fact.part
    }


def _faults(table: Table, wanted: Wanted, questions: Sequence[Question]) -> list[str]:
    faults = []
    if table.kind not in wanted.kinds:
        faults.append(f"kind {table.kind}, not {wanted.kinds}")
    if wanted.people is not None and set(table.people or ()) != set(wanted.people):
        more, less = set(table.people or ()) - set(wanted.people), set(wanted.people) - set(table.people or ())
        faults.append(f"people more {sorted(more)[:6]} less {sorted(less)[:6]}")
    about = {question.about for question in questions}
    if "dates" in about and wanted.asks is None and wanted.first and not wanted.may_ask:
        faults.append("asks needlessly: " + next(q.asked for q in questions if q.about == "dates")[:120])
    if wanted.asks and wanted.asks not in about:
        faults.append(f"does not ask about {wanted.asks}; {table.first} to {table.last}")
    if wanted.first and (table.first, table.last) != (wanted.first, wanted.last):
        if not (wanted.may_ask and "dates" in about):
            faults.append(f"dates {table.first} to {table.last}, not {wanted.first} to {wanted.last}")
        return faults
    if wanted.days is not None and table.days != wanted.days:
        faults.append(f"days {table.days}, not {wanted.days}")
    if wanted.duties:
        got = _duties(table.facts, bool(wanted.first))
        less, more = wanted.duties - got, got - wanted.duties
        if less or more:
            faults.append(
                f"duties less {len(less)} {sorted(less, key=str)[:3]} more {len(more)} {sorted(more, key=str)[:3]}"
            )
    if wanted.counts and wanted.duties and not faults:
        counts = Counter(code for _, _, code in wanted.duties)
        if wrong := {code: n for code, n in dict(table.codes).items() if counts.get(code) != n}:
            faults.append(f"counts {wrong} of {dict(counts)}")
    told = {meaning.code: meaning.times for meaning in table.meanings}
    if missed := [(code, times, told.get(code)) for code, times in wanted.times if told.get(code) != times]:
        faults.append(f"times {missed[:3]}")
    return faults


def as_csv(rows: Iterable[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Return rows with every value as text, as a text file has them."""
    return tuple(tuple(as_text(value) if value is not None else "" for value in row) for row in rows)
