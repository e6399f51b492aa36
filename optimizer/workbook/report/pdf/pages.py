"""Pages with a title over the grid and a foot that counts them."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from optimizer.workbook.report.pdf.letters import cut, runs, width_of
from optimizer.workbook.report.pdf.measures import ABOVE, BELOW, MARGIN

TITLE_SIZE, SMALL = 13.0, 7.5


class CountedPages(Canvas):
    """A canvas that knows at the end how many pages there are, and then writes titles and feet."""

    heading, issue = "", ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 (the canvas calls it so)
        """Keep a page until all are known."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its number."""
        pages = list(self._kept)
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._frame(number, len(pages))
            super().showPage()
        super().save()

    def _frame(self, number: int, pages: int) -> None:
        width, height = self._pagesize
        counted = f"Page {number} of {pages}"
        room = width - 2 * MARGIN
        draw(self, MARGIN, height - ABOVE + 1, cut(self.heading, TITLE_SIZE, room, bold=True), TITLE_SIZE, bold=True)
        draw(self, MARGIN, BELOW, cut(self.issue, SMALL, room - 60), SMALL)
        draw(self, width - MARGIN - width_of(counted, SMALL), BELOW, counted, SMALL)


def draw(canvas: Canvas, left: float, base: float, text: str, size: float, *, bold: bool = False) -> None:
    """Write a text, each run of letters in its font."""
    for font, piece in runs(text, bold=bold):
        canvas.setFont(font, size)
        canvas.drawString(left, base, piece)
        left += float(canvas.stringWidth(piece, font, size))
