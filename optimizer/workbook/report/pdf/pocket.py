"""A pocket print: a small calendar for each person, to cut out, several on a page."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Literal

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Table, TableStyle

from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.posting import Colleague, Posting, seen_by
from optimizer.workbook.report.pdf.document import PaperDocument
from optimizer.workbook.report.pdf.grid import HOLIDAY, LINE, WEEKEND
from optimizer.workbook.report.pdf.letters import BOLD, PLAIN, cut, marked
from optimizer.workbook.report.pdf.measures import ABOVE, FOOT, MARGIN
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.roster import heading_of
from optimizer.workbook.report.posting import CellTexts, texts_of

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS = len(WEEKDAYS)
NAME, HEAD, DATE, CODE = 9.0, 6.5, 5.5, 8.0
LEAST_WIDE, LEAST_WEEK = 82 * mm, 9 * mm
"""How wide a card is at least, and how high a week of it."""
AROUND = 15 * mm
"""What a card takes beside its weeks: the name, the issue, the weekdays, and room to cut."""


def pocket_pdf(posting: Posting, plan: Plan, issue: str, paper: Paper = Paper.A4) -> bytes:
    """Return everybody's own days as cards to cut out; nothing of pay, hours, reasons or leave is in them."""
    texts, weeks = texts_of(posting, seen_by(posting, plan)), weeks_of(posting.span.days)
    document = PaperDocument(heading_of(posting), issue, posting.unit, paper.upright)
    return document.built(lambda: _pages(posting, texts, weeks, issue, paper))


def weeks_of(days: tuple[date, ...]) -> list[list[date]]:
    """Return the weeks that some days lie in, whole, each from its Monday on."""
    first = days[0] - timedelta(days=days[0].weekday())
    count = ((days[-1] - first).days) // DAYS + 1
    return [[first + timedelta(days=week * DAYS + day) for day in range(DAYS)] for week in range(count)]


def _pages(posting: Posting, texts: CellTexts, weeks: list[list[date]], issue: str, paper: Paper) -> Iterator[Flowable]:
    """Yield the cards in rows, each row whole on its page."""
    width, height = paper.upright
    room, high = width - 2 * MARGIN, AROUND + len(weeks) * LEAST_WEEK
    beside, below = max(1, int(room // LEAST_WIDE)), max(1, int((height - ABOVE - FOOT) // high))
    size = (room / beside, (height - ABOVE - FOOT) / below - 1)
    cards = [_card(posting, person, texts, weeks, issue, size) for person in posting.people]
    rows = [cards[at : at + beside] for at in range(0, len(cards), beside)]
    filled = [[*row, *[""] * (beside - len(row))] for row in rows]
    table = Table(filled, [size[0]] * beside, [size[1]] * len(filled), hAlign="LEFT")
    cut_lines = ("GRID", (0, 0), (-1, -1), 0.4, LINE, None, (2, 3))
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(2 * mm), cut_lines]))
    yield table


def _padding(points: float) -> Iterator[tuple[Any, ...]]:
    for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"):
        yield (f"{side}PADDING", (0, 0), (-1, -1), points)


def _card(
    posting: Posting, person: Colleague, texts: CellTexts, weeks: list[list[date]], issue: str,
    size: tuple[float, float],
) -> Flowable:  # fmt: skip
    """Return a person's card: a week a row, a day a cell with its date and its code."""
    width, height = size[0] - 4 * mm, size[1] - 4 * mm
    name = cut(posting.names[person.id], NAME, width - 20 * mm, bold=True)
    head = Paragraph(f"{marked(name, bold=True)} <font size={HEAD}>{marked(person.job)}</font>", _style(NAME, 0))
    week = (height - 11 * mm) / len(weeks)
    rows = [list[object](WEEKDAYS), *([_day(posting, person, texts, day) for day in days] for days in weeks)]
    table = Table(rows, [width / DAYS] * DAYS, [4 * mm, *[week] * len(weeks)], hAlign="LEFT")
    table.setStyle(TableStyle([*_lines(), *_shades(posting, weeks)]))
    told = Paragraph(marked(cut(issue, DATE, width)), _style(DATE, 0))
    return KeepInFrame(width, height, [head, table, told], hAlign="LEFT")


def _day(posting: Posting, person: Colleague, texts: CellTexts, day: date) -> object:
    if day not in posting.span.days:
        return ""
    star = "*" if day in posting.holidays else ""
    code = texts.get((person.id, day), "")
    return Paragraph(
        f"<font size={DATE}>{day.day}{star}</font> <font size={CODE}>{marked(code, bold=True)}</font>", _style(CODE, 1)
    )


def _style(size: float, alignment: Literal[0, 1]) -> ParagraphStyle:
    return ParagraphStyle("card", fontName=PLAIN, fontSize=size, leading=size + 2, alignment=alignment)


def _lines() -> list[tuple[Any, ...]]:
    last = (-1, -1)
    return [
        ("FONT", (0, 0), (-1, 0), BOLD, HEAD), ("ALIGN", (0, 0), last, "CENTER"), ("VALIGN", (0, 0), last, "MIDDLE"),
        ("GRID", (0, 0), last, 0.3, LINE), *_padding(0.5),
    ]  # fmt: skip


def _shades(posting: Posting, weeks: list[list[date]]) -> Iterator[tuple[Any, ...]]:
    for row, days in enumerate(weeks, start=1):
        for column, day in enumerate(days):
            if day not in posting.span.days:
                yield ("BACKGROUND", (column, row), (column, row), colors.whitesmoke)
            elif day in posting.holidays or column > 4:
                yield ("BACKGROUND", (column, row), (column, row), HOLIDAY if day in posting.holidays else WEEKEND)
