"""One number above a plan, with what it means and how well it is."""

from dataclasses import dataclass
from enum import StrEnum

UNKNOWN = "–"
"""What stands for a number while there is nothing to count it in."""


class Tone(StrEnum):
    """How well something is; ``NONE`` when nothing judges it."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Tile:
    """One number: what it is called, the number as text, how well it is, and a line that explains it.

    ``note`` stands below the number for everybody to see, such as that no rule judges it.
    """

    title: str
    text: str
    tone: Tone
    explanation: str
    note: str = ""
