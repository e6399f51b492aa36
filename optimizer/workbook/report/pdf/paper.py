"""The papers that a schedule is printed on."""

from enum import StrEnum

from reportlab.lib import pagesizes


class Paper(StrEnum):
    """A size of paper."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"
    TABLOID = "Tabloid"

    @property
    def across(self) -> tuple[float, float]:
        """Return width and height in points, the longer side across."""
        width, height = self.upright
        return height, width

    @property
    def upright(self) -> tuple[float, float]:
        """Return width and height in points, the longer side up."""
        sizes = {
            Paper.A4: pagesizes.A4, Paper.A3: pagesizes.A3, Paper.LETTER: pagesizes.LETTER,
            Paper.TABLOID: pagesizes.TABLOID,
        }  # fmt: skip
        width, height = pagesizes.portrait(sizes[self])
        return float(width), float(height)
