"""The nurse case managers of a panel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Experience


class Away(NamedTuple):
    """Days of leave, the first and the last among them."""

    first: date
    last: date


@dataclass(frozen=True)
class Manager:
    """One case manager.

    ``licences`` map a state, ``certifications`` a certificate such as CCM, to the last day on which it is valid, None
    when it does not expire. ``clinical`` and ``experience`` are months of clinical work and of case management.
    ``areas`` are those served, all when empty; ``home`` is the area from which travel counts. ``fte`` is in hundredths.
    A panel that is not ``open`` keeps its patients and gets no more. ``pay`` is in cents an hour; ``overtime`` is how
    many minutes a month may be worked beyond the capacity. ``cases`` is the most cases by contract, None without one.
    ``practice`` says how much of the time counts, ``fixed`` how many minutes a month go to duties beside the cases.
    """

    id: str
    name: str
    licences: Mapping[str, date | None] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    home: str = ""
    certifications: Mapping[str, date | None] = field(default_factory=dict)
    clinical: int = 60
    experience: int = 36
    fte: int = 100
    languages: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    open: bool = True
    pay: int = 0
    overtime: int = 0
    cases: int | None = None
    away: tuple[Away, ...] = ()
    leaves: date | None = None
    practice: Experience = Experience.COMPETENT
    fixed: int = 0

    def licensed(self, state: str, day: date) -> bool:
        """Tell whether a licence is valid in a state on a day; it still is on the day it expires."""
        return _valid(self.licences, state, day)

    def certified(self, certificate: str, day: date) -> bool:
        """Tell whether a certificate is valid on a day; it still is on the day it expires."""
        return _valid(self.certifications, certificate, day)

    def serves(self, area: str) -> bool:
        """Tell whether patients of an area can be taken; without an area, anybody takes them."""
        return not area or not self.areas or area in self.areas

    def speaks(self, language: str) -> bool:
        """Tell whether a language is spoken; without one, anybody will do."""
        return not language or language in self.languages

    def employed(self, day: date) -> bool:
        """Tell whether the manager still works here on a day."""
        return self.leaves is None or day <= self.leaves

    def on_leave(self, day: date) -> bool:
        """Tell whether a day is one of leave."""
        return any(away.first <= day <= away.last for away in self.away)


def _valid(held: Mapping[str, date | None], what: str, day: date) -> bool:
    if what not in held:
        return False
    expires = held[what]
    return expires is None or day <= expires
