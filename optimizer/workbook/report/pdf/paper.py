"""The papers that a schedule is printed on, all of them across."""

from enum import StrEnum

from reportlab.lib import pagesizes


class Paper(StrEnum):
    """A size of paper."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"

    @property
    def across(self) -> tuple[float, float]:
        """Return width and height in points, the longer side across."""
        size = {Paper.A4: pagesizes.A4, Paper.A3: pagesizes.A3, Paper.LETTER: pagesizes.LETTER}[self]
        width, height = pagesizes.landscape(size)
        return float(width), float(height)
