"""A posted schedule as PDF: the grid, page after page between people or weeks, and the whole legend once below it."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.posting import Posting, legend, marks, seen_by
from optimizer.workbook.report.pdf.chunks import chunks
from optimizer.workbook.report.pdf.grid import PaperGrid
from optimizer.workbook.report.pdf.letters import PLAIN, marked
from optimizer.workbook.report.pdf.measures import ABOVE, BELOW, LEGEND_SIZE, MARGIN, measures
from optimizer.workbook.report.pdf.pages import CountedPages
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.posting import texts_of

LEGEND = ParagraphStyle("legend", fontName=PLAIN, fontSize=LEGEND_SIZE, leading=LEGEND_SIZE + 2.5)
GAP = "&nbsp;&nbsp;&nbsp; "


def roster_pdf(posting: Posting, plan: Plan, issue: str, paper: Paper = Paper.A4) -> bytes:
    """Return a schedule as it hangs on the wall, to print; ``issue`` says which version it is, when and by whom.

    Nothing of pay, hours, reasons or leave is in it. Days that do not fit side by side go on in whole weeks.
    """
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=paper.across, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=ABOVE, bottomMargin=BELOW + 8,
        title=_heading(posting), creator="Optimizer", author=posting.unit,
    )  # fmt: skip
    document.build(list(_story(posting, plan, paper)), canvasmaker=partial(_pages, _heading(posting), issue))
    return out.getvalue()


def _pages(heading: str, issue: str, *arguments: Any, **options: Any) -> CountedPages:
    canvas = CountedPages(*arguments, **options)
    canvas.heading, canvas.issue = heading, issue
    return canvas


def _heading(posting: Posting) -> str:
    first, last = posting.span.first, posting.span.last
    return f"{posting.unit}: {on(first)} {first.year} to {on(last)} {last.year}"


def _story(posting: Posting, plan: Plan, paper: Paper) -> Iterator[Flowable]:
    texts = texts_of(posting, seen_by(posting, plan))
    days = posting.span.days
    sizes = measures(paper.across[0], posting.names.values(), texts.values(), len(days))
    parts = chunks(days, sizes.most_days)
    if len(parts) > 1:
        sizes = measures(paper.across[0], posting.names.values(), texts.values(), max(map(len, parts)))
    for place, part in enumerate(parts):
        if place:
            yield PageBreak()
        yield PaperGrid(posting, texts, part, sizes).table()
    yield KeepTogether([Spacer(1, 6), *_legend(posting, plan)])


def _legend(posting: Posting, plan: Plan) -> Iterator[Flowable]:
    yield Paragraph(GAP.join(map(marked, legend(posting.shifts, marks(posting, plan)))), LEGEND)
    days = [f"{on(day)}: {name}" for day, name in sorted(posting.holidays.items())]
    if days:
        yield Paragraph(f"*{GAP}{GAP.join(map(marked, days))}", LEGEND)
