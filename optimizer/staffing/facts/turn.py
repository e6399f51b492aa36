"""Turns: what people take one after the other, such as Christmas, a float or a low-census day, and who had it when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class TurnHad:
    """Somebody had a turn on a day: ``what`` is a holiday by name, or the word that shifts or roles have for it."""

    day: date
    what: str
    who: str
