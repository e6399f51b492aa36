"""What stands on every page around the grid: the title above it, and a foot that counts the pages."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate

from optimizer.workbook.report.pdf.letters import cut, runs, width_of
from optimizer.workbook.report.pdf.measures import ABOVE, BELOW, MARGIN

TITLE_SIZE, SMALL = 13.0, 7.5


@dataclass(frozen=True)
class PageFrame:
    """Title and issue of a schedule, and how many pages there are."""

    heading: str
    issue: str
    pages: int
    width: float
    height: float
    scale: float

    def draw(self, canvas: Canvas, document: SimpleDocTemplate) -> None:
        """Write title and foot of the page that has begun."""
        counted = f"Page {canvas.getPageNumber()} of {self.pages}"
        room, small, title = self.width - 2 * MARGIN, SMALL * self.scale, min(TITLE_SIZE * self.scale, 16)
        heading = cut(self.heading, title, room, bold=True)
        place = room + MARGIN - width_of(counted, small)
        write(canvas, MARGIN, self.height - ABOVE + 1, heading, title, bold=True)
        write(canvas, MARGIN, BELOW, cut(self.issue, small, place - 2 * MARGIN), small)
        write(canvas, place, BELOW, counted, small)


def write(canvas: Canvas, left: float, base: float, text: str, size: float, *, bold: bool = False) -> None:
    """Write a text, each run of letters in its font."""
    for font, piece in runs(text, bold=bold):
        canvas.setFont(font, size)
        canvas.drawString(left, base, piece)
        left += float(canvas.stringWidth(piece, font, size))
