"""What a manager wrote at a day of somebody, for whoever plans."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CellNote:
    """One note; no rule knows of it, and staff never see it."""

    who: str
    day: date
    text: str
