"""On which days tables are: as they say, as somebody said, after the month seen before, or what is likeliest."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from optimizer.workbook.adopt.said.answers import Answers, KnownTable
from optimizer.workbook.adopt.tables.filed import FiledTable
from optimizer.workbook.recognise.proposal import Fact, Proposal, Question

DATES = "dates"
FOLLOWS = "It follows what was taken up before."
FULL_MONTH = 28
DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.")


class Dating(NamedTuple):
    """A table with its days: the first, whether it is beyond doubt, why, and whether the table itself does not say."""

    filed: FiledTable
    first: date | None
    known: bool
    why: str
    guessed: bool = False


def dated(proposals: Sequence[Proposal], tables: Iterable[FiledTable], answers: Answers) -> tuple[Dating, ...]:
    """Return tables with a date on every day that can have one."""
    tables = tuple(tables)
    asked = {proposal.file: _asked(proposal.questions) for proposal in proposals}
    told = [each for each in tables if each.first and each.table.days]
    return tuple(_dated(each, answers, told, asked.get(each.file, [])) for each in tables)


def _asked(questions: Iterable[Question]) -> list[Question]:
    return [question for question in questions if question.about == DATES]


def _dated(filed: FiledTable, answers: Answers, told: list[FiledTable], asked: list[Question]) -> Dating:
    if not any(fact.day or fact.day_no is not None for fact in filed.table.facts):
        return Dating(filed, None, known=True, why="")
    if said := _said(filed, answers):
        return Dating(_moved(filed, said), said, True, "You said so.")
    if seen := _seen(filed, answers.seen):
        return Dating(_moved(filed, seen), seen, True, FOLLOWS, guessed=True)
    if filed.first:
        known = not asked or any(each.layout == filed.layout for each in answers.seen)
        return Dating(filed, filed.first, known, asked[0].asked if asked else filed.table.why)
    first, why = _likeliest(filed, told, asked)
    return Dating(_moved(filed, first), first, False, why, guessed=True)


def _said(filed: FiledTable, answers: Answers) -> date | None:
    """Return the first day that somebody said: of the table, of its layout, or of all tables of its file."""
    names = (filed.place, filed.layout, filed.file)
    return next((answers.first_days[name] for name in names if name in answers.first_days), None)


def _seen(filed: FiledTable, seen: Iterable[KnownTable]) -> date | None:
    """Return the first day of a table seen before, or of the one after that, where the table itself does not tell."""
    before = [each for each in seen if each.layout == filed.layout]
    if same := [each for each in before if each.print == filed.print]:
        return same[-1].first
    if not before or filed.first:
        return None
    last = max(before, key=lambda each: each.first)
    return after(last.first, last.days, filed.table.days or last.days)


def after(first: date, days: int, next_days: int) -> date:
    """Return when what follows some days begins: after a month the next month that is as long."""
    if first.day != 1 or days < FULL_MONTH or monthrange(first.year, first.month)[1] != days:
        return first + timedelta(days=days)
    months = (_month_after(first, number) for number in range(1, 49))
    return next((month for month in months if _length(month) == next_days), _month_after(first, 1))


def _month_after(first: date, number: int) -> date:
    month = first.month - 1 + number
    return date(first.year + month // 12, month % 12 + 1, 1)


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]


def _likeliest(filed: FiledTable, told: list[FiledTable], asked: list[Question]) -> tuple[date, str]:
    """Return the likeliest first day: of another table as long, as the file's reader thinks, or of the next month."""
    days = filed.table.days or 0
    if alike := [each for each in told if each.table.days == days and each.first]:
        assert alike[0].first
        return alike[0].first, f"{alike[0].place} has as many days."
    firsts = [(first, question) for question in asked if (first := _first_in(question))]
    fitting = [each for each in firsts if days < FULL_MONTH or _length(each[0]) == days]
    if fitting or firsts:
        first, question = (fitting or firsts)[0]
        return first, question.asked
    return _coming(days), "Nothing tells it; the next month that is as long is the likeliest."


def _coming(days: int) -> date:
    today = date.today().replace(day=1)
    months = [_month_after(today, number) for number in range(1, 13)]
    return next((month for month in months if days < FULL_MONTH or _length(month) == days), months[0])


def _first_in(question: Question) -> date | None:
    """Return the day that a likeliest answer says: "May 2018", "01 June 2016", or a year for a day in the question."""
    for form in ("%B %Y", "%d %B %Y"):
        try:
            return datetime.strptime(question.likeliest, form).date()
        except ValueError:
            continue
    named = DAY_AND_MONTH.search(question.asked)
    if named and question.likeliest.isdigit():
        return date(int(question.likeliest), int(named[2]), int(named[1]))
    return None


def _moved(filed: FiledTable, first: date) -> FiledTable:
    """Return a table that begins on a day: days counted from it where there were none, else all days moved with it."""
    by = first - filed.first if filed.first else timedelta()
    facts = tuple(_on(fact, first, by) for fact in filed.table.facts)
    last = max((fact.day for fact in facts if fact.day and not fact.part), default=None)
    return replace(filed, table=replace(filed.table, facts=facts, first=first, last=last))


def _on(fact: Fact, first: date, by: timedelta) -> Fact:
    if fact.day:
        return replace(fact, day=fact.day + by) if by else fact
    if fact.day_no is None or fact.part:
        return fact
    return replace(fact, day=first + timedelta(days=fact.day_no - 1))
