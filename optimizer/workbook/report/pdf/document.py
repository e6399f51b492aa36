"""A document of pages: what stands around them, and laid out twice, since only then it is known how many there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus import Flowable, SimpleDocTemplate

from optimizer.workbook.report.pdf.letters import PLAIN
from optimizer.workbook.report.pdf.measures import ABOVE, FOOT, MARGIN
from optimizer.workbook.report.pdf.pages import PageFrame

FRAME_PADDING = 6
"""What a frame of pages keeps free around what stands in it."""


@dataclass(frozen=True)
class PaperDocument:
    """What stands on every page: a heading, and which version it is; ``size`` in points, ``scale`` beside A4."""

    heading: str
    issue: str
    unit: str
    size: tuple[float, float]
    scale: float = 1.0

    def built(self, story: Callable[[], Iterable[Flowable]]) -> bytes:
        """Return a document of what is to stand on its pages, which is asked for twice."""
        return self._laid_out(story, self._laid_out(story, 0)[1])[0]

    def _laid_out(self, story: Callable[[], Iterable[Flowable]], pages: int) -> tuple[bytes, int]:
        out = BytesIO()
        document = SimpleDocTemplate(
            out, pagesize=self.size, leftMargin=MARGIN - FRAME_PADDING, rightMargin=MARGIN - FRAME_PADDING,
            topMargin=ABOVE - FRAME_PADDING, bottomMargin=FOOT - FRAME_PADDING,
            title=self.heading, creator="Optimizer", author=self.unit, initialFontName=PLAIN,
        )  # fmt: skip
        frame = PageFrame(self.heading, self.issue, pages, *self.size, self.scale)
        document.build(list(story()), onFirstPage=frame.draw, onLaterPages=frame.draw)
        return out.getvalue(), document.page
