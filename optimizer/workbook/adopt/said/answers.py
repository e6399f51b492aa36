"""What a manager says of her files, or a mapping says for her."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from optimizer.staffing.learn.lesson import About
from optimizer.staffing.learn.worked_days import Legend


class KnownTable(NamedTuple):
    """A table that was taken up before: what tells it from others of its layout, its first day, and how many days."""

    layout: str
    print: str
    first: date
    days: int


@dataclass(frozen=True)
class Answers:
    """Everything that was said; nothing is said of what is not in here.

    Tables are spoken of by their place ("march.xlsx, Ward 3") or by their layout. ``people`` says of a name whose it
    is: another's, its own, or None for nobody's. ``lessons`` has in words what holds of something learned. ``seen``
    are tables of the months before, and ``asked`` what was asked then and is not asked again.
    """

    tables: Mapping[str, bool] = field(default_factory=dict)
    first_days: Mapping[str, date] = field(default_factory=dict)
    codes: Mapping[str, Legend] = field(default_factory=dict)
    people: Mapping[str, str | None] = field(default_factory=dict)
    lessons: Mapping[About, str] = field(default_factory=dict)
    seen: tuple[KnownTable, ...] = ()
    asked: frozenset[str] = frozenset()


NOTHING_SAID = Answers()
