"""What import prints: tables as understood, what was taken up, asked and assumed, and what was not."""

from collections.abc import Iterable, Iterator
from typing import Any

from optimizer.planning.words import count, percent
from optimizer.workbook.adopt.adopted import Adopted, Assumption, Choice
from optimizer.workbook.adopt.panel.panel import AdoptedPanel
from optimizer.workbook.adopt.periods import AdoptedUnit
from optimizer.workbook.adopt.tables.accounts import NotTaken, TableAccount
from optimizer.workbook.recognise.proposal import Proposal, Table

SHOWN = 12
"""How many codes, left-out ranges and assumptions are printed; --json has all."""


def lines_of(proposal: Proposal, *, questions: bool = True) -> list[str]:
    """Return what was understood, asked and left out, a line each."""
    if proposal.refuse:
        return [proposal.refuse]
    lines = [line for table in proposal.tables for line in _table(table)]
    lines += [
        f"Question ({each.about}): {each.asked} Likeliest: {each.likeliest or 'not known'}."
        for each in (proposal.questions if questions else ())
    ]
    lines += [f"Left out: {_where(each.sheet, each.range)}: {each.why}" for each in proposal.left_out[:SHOWN]]
    more = len(proposal.left_out) - SHOWN
    return [*lines, *([f"Left out: {more} more ranges"] if more > 0 else [])]


def _table(table: Table) -> list[str]:
    who = "" if table.people is None else f", {len(table.people)} people"
    days = "" if table.days is None else f", {table.days} days"
    dates = f" ({table.first} to {table.last})" if table.first else ""
    sure = f"{percent(table.confidence, 0)} sure: {table.why}"
    lines = [f"{_where(table.sheet, table.range)}: {table.kind}{who}{days}{dates}; {sure}"]
    if table.codes:
        lines.append("  " + ", ".join(f"{code} {count}" for code, count in table.codes[:SHOWN]))
    return lines


def _where(sheet: str | None, range_: str) -> str:
    return f"{sheet}!{range_}" if sheet else range_


def taken_lines(adopted: Adopted) -> Iterator[str]:
    """Yield what was taken up, asked, assumed and not taken up, a line each."""
    yield from _account_lines(adopted.accounts, adopted.not_taken)
    for question in adopted.questions:
        yield f"Question: {question.asked} Used: {question.likeliest.text}. {question.why}"
        yield f'  Otherwise: --answer "{question.of}={_other(question.choices)}"'
    assumed = [*_assumed(adopted)]
    yield from assumed[:SHOWN]
    if len(assumed) > SHOWN:
        yield f"Assumed: {len(assumed) - SHOWN} more; --json with -o has all"


def _account_lines(accounts: Iterable[TableAccount], not_taken: Iterable[NotTaken]) -> Iterator[str]:
    for each in accounts:
        yield f"Taken up: {each.taken} of {each.cells} cells of {each.place} ({each.kind}, {each.range})"
    for lost in not_taken:
        yield f"Not taken up: {lost.place}, {lost.cells}: {lost.why}"


def panel_lines(made: AdoptedPanel) -> Iterator[str]:
    """Yield the panel that was made, what was taken up of its lists, and what is assumed, a line each."""
    panel = made.contents.panel
    yield f"Panel: {panel.name}, {count(len(panel.patients), 'patient')}, {count(len(panel.managers), 'case manager')}"
    yield f"Fills: {sum(map(len, panel.fills.values()))}; assigned now: {count(len(panel.given), 'patient')}"
    yield from _account_lines(made.accounts, made.not_taken)
    yield from (f"Assumed: {each}" for each in made.assumed)


def panel_values(made: AdoptedPanel) -> dict[str, Any]:
    """Return the same for machines."""
    panel = made.contents.panel
    return {
        "panel": panel.name,
        "on": panel.on,
        "patients": len(panel.patients),
        "managers": len(panel.managers),
        "fills": sum(map(len, panel.fills.values())),
        "assigned": len(panel.given),
        "tables": [each._asdict() for each in made.accounts],
        "not_taken": [each._asdict() for each in made.not_taken],
        "assumptions": list(made.assumed),
    }


def _other(choices: tuple[Choice, ...]) -> str:
    """Return how another answer than the likeliest would be written."""
    return (choices[1] if len(choices) > 1 else choices[0]).says[0].said


def _assumed(adopted: Adopted) -> Iterator[str]:
    """Yield what is assumed, of several people the same in one line."""
    groups: dict[tuple[str, str], list[Assumption]] = {}
    for each in adopted.assumptions:
        groups.setdefault((each.said, each.evidence), []).append(each)
    for (said, evidence), alike in groups.items():
        more = f" and {len(alike) - 1} more" if len(alike) > 1 else ""
        yield f"Assumed ({percent(alike[0].sure, 0)} sure): {alike[0].of}{more}: {said}. {evidence}"


def asked_lines(adopted: Adopted, made: AdoptedUnit) -> Iterator[str]:
    """Yield the unit that was made, and what was asked and not taken up, a line each."""
    unit = made.unit
    yield f"Unit: {unit.name}, {len(unit.staff)} people, {unit.calendar.first} to {unit.calendar.last}"
    yield f"Duties: {len(made.plan)} in the schedule, {len(unit.history)} in the history"
    if made.beside:
        beside = count(len(made.beside), "duty", "duties")
        yield f"Beside: {beside} next to a longer one of the same day, with which they did not often stand"
    yield from taken_lines(adopted)


def values_of(adopted: Adopted, made: AdoptedUnit) -> dict[str, Any]:
    """Return the same for machines."""
    unit = made.unit
    return {
        "unit": unit.name,
        "people": len(unit.staff),
        "first": unit.calendar.first,
        "last": unit.calendar.last,
        "duties": len(made.plan),
        "history": len(unit.history),
        "beside": [[pair.who, pair.what.day, pair.what.shift] for pair in sorted(made.beside)],
        "tables": [each._asdict() for each in adopted.accounts],
        "not_taken": [each._asdict() for each in adopted.not_taken],
        "questions": [
            {
                "of": each.of,
                "asked": each.asked,
                "used": each.likeliest.text,
                "choices": [choice.text for choice in each.choices],
                "why": each.why,
            }
            for each in adopted.questions
        ],
        "assumptions": [each._asdict() for each in adopted.assumptions],
    }
