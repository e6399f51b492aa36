"""For the desk: who is on, day by day, under each shift by role."""

from collections.abc import Iterator, Mapping
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import clock
from optimizer.staffing.schedule.posting import Posting, seen_by
from optimizer.workbook.report.pdf.document import PaperDocument
from optimizer.workbook.report.pdf.grid import GROUP, LINE
from optimizer.workbook.report.pdf.letters import PLAIN, marked
from optimizer.workbook.report.pdf.measures import MARGIN
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.roster import heading_of

SIZE, SMALL, TITLE = 9.0, 7.5, 11.0
MOST_SHIFTS = 4
"""How many shifts stand side by side: more go on below."""
OnShift = Mapping[str, tuple[str, ...]]
"""The names of those who are on, by role, in the order of people."""


def desk_pdf(posting: Posting, plan: Plan, issue: str, paper: Paper = Paper.A4) -> bytes:
    """Return who is on by day, for the desk; nothing of pay, hours, reasons or leave is in it."""
    document = PaperDocument(heading_of(posting), issue, posting.unit, paper.upright)
    width = paper.upright[0] - 2 * MARGIN
    return document.built(
        lambda: (_day(posting, day, who_is_on(posting, plan, day), width) for day in posting.span.days)
    )


def who_is_on(posting: Posting, plan: Plan, day: date) -> Mapping[str, OnShift]:
    """Return who is on a day by shift, in the order of shifts, and then by role; nothing of a shift that nobody has."""
    places = {person.id: place for place, person in enumerate(posting.people)}
    there = sorted((pair for pair in seen_by(posting, plan) if pair.what.day == day), key=lambda pair: places[pair.who])
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for shift in posting.shifts:
        for pair in (pair for pair in there if pair.what.shift == shift.code):
            roles = found.setdefault(shift.code, {})
            roles[pair.what.role] = (*roles.get(pair.what.role, ()), posting.names[pair.who])
    return found


def _day(posting: Posting, day: date, on: Mapping[str, OnShift], width: float) -> Flowable:
    """Return a day with its shifts side by side, kept on one page."""
    holiday = f", {posting.holidays[day]}" if day in posting.holidays else ""
    title = _written(f"{day:%A} {day.day} {day:%B}{holiday}", TITLE, bold=True)
    shifts = [*on.items()]
    groups = [shifts[at : at + MOST_SHIFTS] for at in range(0, len(shifts), MOST_SHIFTS)]
    columns = max((len(group) for group in groups), default=1)
    tables = [_shifts(posting, group, width / columns) for group in groups]
    return KeepTogether([title, Spacer(1, 3), *(tables or [_written("Nobody is on.")]), Spacer(1, 8)])


def _shifts(posting: Posting, group: list[tuple[str, OnShift]], width: float) -> Flowable:
    heads = [_written(_named(posting, code), bold=True) for code, _ in group]
    people = [[*_people(roles)] for _, roles in group]
    table = Table([heads, people], [width] * len(group), hAlign="LEFT")
    table.setStyle(TableStyle([
        ("BACKGROUND", (0, 0), (-1, 0), GROUP), ("GRID", (0, 0), (-1, -1), 0.4, LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]))  # fmt: skip
    return table


def _named(posting: Posting, code: str) -> str:
    shift = posting.shift_by_code[code]
    return f"{code} {shift.name}, {clock(shift.start)} to {clock(shift.end)}"


def _people(roles: OnShift) -> Iterator[Paragraph]:
    for role, names in roles.items():
        if role:
            yield _written(f"{role} ({len(names)})", SMALL, bold=True)
        yield from map(_written, names)


def _written(text: str, size: float = SIZE, *, bold: bool = False) -> Paragraph:
    return Paragraph(marked(text, bold=bold), ParagraphStyle("desk", fontName=PLAIN, fontSize=size, leading=size + 2.5))
