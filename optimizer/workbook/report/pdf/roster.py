"""A posted schedule as PDF: the grid, page after page between people or weeks, and the whole legend once below it."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.posting import Posting, legend, marks, seen_by
from optimizer.workbook.report.pdf.chunks import chunks
from optimizer.workbook.report.pdf.document import PaperDocument
from optimizer.workbook.report.pdf.grid import PaperGrid
from optimizer.workbook.report.pdf.letters import PLAIN, has_font, marked
from optimizer.workbook.report.pdf.measures import (
    PaperRoom,
    measures,
    most_days,
    name_width,
    sheet_of,
)
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.posting import texts_of

GAP = "&nbsp;&nbsp;&nbsp; "


def roster_pdf(posting: Posting, plan: Plan, issue: str, paper: Paper = Paper.A4) -> bytes:
    """Return a schedule as it hangs on the wall, to print; ``issue`` says which version it is, when and by whom.

    Nothing of pay, hours, reasons or leave is in it. Days that do not fit side by side go on in whole weeks.
    """
    sheet = sheet_of(paper.across)
    document = PaperDocument(heading_of(posting), issue, posting.unit, paper.across, sheet.scale)
    return document.built(lambda: _story(posting, plan, sheet))


def without_font(posting: Posting) -> tuple[str, ...]:
    """Return the names with letters that no font on this machine has, and that paper shows as boxes."""
    return tuple(name for name in posting.names.values() if not all(map(has_font, name)))


def heading_of(posting: Posting) -> str:
    """Return what a schedule is called on paper: its unit and its days."""
    first, last = posting.span.first, posting.span.last
    return f"{posting.unit}: {on(first)} {first.year} to {on(last)} {last.year}"


def _story(posting: Posting, plan: Plan, sheet: PaperRoom) -> Iterator[Flowable]:
    texts = texts_of(posting, seen_by(posting, plan))
    below = list(_legend(posting, plan, sheet))
    high = sum(each.wrap(sheet.width, sheet.height)[1] for each in below) + 8
    name = name_width(sheet, posting.names.values())
    parts = chunks(posting.span.days, most_days(sheet, name, texts.values()))
    rows = len(posting.people) + len({each.job for each in posting.people})
    sizes = measures(sheet, name, texts.values(), max(map(len, parts)), rows, high)
    for place, part in enumerate(parts):
        if place:
            yield PageBreak()
        yield PaperGrid(posting, texts, part, sizes, posting.by_rotation(plan)).table()
    yield KeepTogether(below)


def _legend(posting: Posting, plan: Plan, sheet: PaperRoom) -> Iterator[Flowable]:
    size = sheet.letters[2]
    style = ParagraphStyle("legend", fontName=PLAIN, fontSize=size, leading=size + 2.5)
    yield Spacer(1, 6)
    told = legend(posting.shifts, marks(posting, plan), rotations=bool(posting.rotations))
    yield Paragraph(GAP.join(map(marked, told)), style)
    days = [f"{on(day)}: {name}" for day, name in sorted(posting.holidays.items())]
    if days:
        yield Paragraph(f"*{GAP}{GAP.join(map(marked, days))}", style)
