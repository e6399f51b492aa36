"""Tables as PDF, each with its title and notes on one page across, made smaller where it would not fit."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepInFrame, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from optimizer.workbook.report.comparison import ComparisonLine, shown
from optimizer.workbook.report.pdf.letters import PLAIN, marked
from optimizer.workbook.report.pdf.measures import MARGIN
from optimizer.workbook.report.pdf.paper import Paper

SIZE, SMALLER = 8.0, 5.5
"""The size of letters, and that of a table with many columns."""
MANY = 14
"""From how many columns on letters are smaller."""
FIRST, OTHERS, WIDE = 70, 22, 760
"""How wide the first column is, the others are at least, and all are together where they can be, in points."""
TITLE = ParagraphStyle("title", fontName=PLAIN, fontSize=14, leading=20)
NOTE = ParagraphStyle("note", fontName=PLAIN, fontSize=9, leading=12)
LOOK = TableStyle(
    [
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1F3864")),
        ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.HexColor("#BFBFBF")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
)
Titled = tuple[str, Sequence[str], Sequence[ComparisonLine]]
"""A table's title, the sentences above it, and its columns."""


def tables_pdf(name: str, tables: Sequence[Titled], paper: Paper = Paper.A4) -> bytes:
    """Return some tables as a PDF, a page each."""
    out = BytesIO()
    width, height = paper.across
    document = SimpleDocTemplate(
        out, pagesize=(width, height), leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
        title=name, creator="Optimizer", initialFontName=PLAIN,
    )  # fmt: skip
    room = document.width - 12, document.height - 12
    document.build([each for table in tables for each in (KeepInFrame(*room, [*_page(name, table)]), PageBreak())])
    return out.getvalue()


def _page(name: str, table: Titled) -> Iterator[Flowable]:
    title, notes, columns = table
    yield Paragraph(marked(f"{name}: {title}", bold=True), TITLE)
    yield from (Paragraph(marked(note), NOTE) for note in notes if note != name)
    yield Spacer(1, 8)
    widths = [FIRST, *[max(OTHERS, (WIDE - FIRST) / max(1, len(columns) - 1))] * (len(columns) - 1)]
    rows = [_cells([c.title for c in columns], head=True), *_rows(columns)]
    yield Table(rows, style=LOOK, hAlign="LEFT", colWidths=widths)


def _rows(columns: Sequence[ComparisonLine]) -> Iterator[list[Paragraph]]:
    for values in zip(*(column.values for column in columns), strict=True):
        yield _cells([shown(value, column.form) for value, column in zip(values, columns, strict=True)])


def _cells(texts: Sequence[str], *, head: bool = False) -> list[Paragraph]:
    """Return the cells of a row: the first to the left, the others to the right."""
    size = SIZE if len(texts) < MANY else SMALLER
    colour = colors.white if head else colors.black
    styles = [
        ParagraphStyle("cell", fontName=PLAIN, fontSize=size, leading=size + 2, alignment=side, textColor=colour)
        for side in (0, 2)
    ]
    return [Paragraph(marked(text, bold=head), styles[bool(place)]) for place, text in enumerate(texts)]
