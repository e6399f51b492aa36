"""The nurse case managers of a panel."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Experience
from optimizer.caseload.licence.compact import privilege
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.months import months_between
from optimizer.caseload.span import DAY, PanelSpan


class Away(NamedTuple):
    """Days of leave, the first and the last among them."""

    first: date
    last: date


@dataclass(frozen=True)
class Manager:
    """One case manager.

    ``licences`` map a state, ``multistate`` the home state of a licence of the compact, ``certifications`` a
    certificate such as CCM, to when it is valid. ``clinical`` and ``experience`` are months of clinical work and of
    case management, which grow by themselves where it is known since when: ``clinical_since`` and ``managing_since``.
    ``areas`` are those served, all when empty;
    ``home`` is the area from which travel counts. ``fte`` is in hundredths. A panel that is not ``open`` keeps its
    patients and gets no more. ``pay`` is in cents an hour; ``overtime`` is how many minutes a month may be worked
    beyond the capacity. ``cases`` is the most cases by contract, None without one. ``starts`` and ``leaves`` are the
    first and the last day of employment. ``practice`` says how much of the time counts, ``fixed`` how many minutes a
    month go to duties beside the cases. ``successor`` is the id of who gets the whole caseload, from the day
    ``hands_over`` on, None for the one after the last of employment; ``mentor`` that of who accompanies the manager,
    "" for nobody.
    """

    id: str
    name: str
    licences: Mapping[str, Valid] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    home: str = ""
    certifications: Mapping[str, Valid] = field(default_factory=dict)
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
    starts: date | None = None
    successor: str = ""
    hands_over: date | None = None
    multistate: Mapping[str, Valid] = field(default_factory=dict)
    clinical_since: date | None = None
    managing_since: date | None = None
    mentor: str = ""

    def grown(self, day: date) -> "Manager":
        """Return the manager with the months of experience of a day, where it is known since when they count."""
        clinical, managing = self.clinical_since, self.managing_since
        return replace(
            self,
            clinical=self.clinical if clinical is None else months_between(clinical, day),
            experience=self.experience if managing is None else months_between(managing, day),
        )

    @cached_property
    def handover(self) -> date | None:
        """Return the day from which on the successor has all patients; None where nobody is named."""
        if not self.successor or self.hands_over is not None:
            return self.hands_over
        return None if self.leaves is None else self.leaves + DAY

    @cached_property
    def taking(self) -> tuple[Valid, ...]:
        """Return from when until when the manager works here and has patients at all."""
        last = None if self.handover is None else self.handover - DAY
        return (Valid(min(filter(None, (self.leaves, last)), default=None), self.starts),)

    @cached_property
    def employment(self) -> tuple[Valid, ...]:
        """Return from when until when the manager works here."""
        return (Valid(self.leaves, self.starts),)

    def licence(self, state: str) -> tuple[Valid, ...]:
        """Return when licences are valid in a state, its own or a multistate one; nothing without any."""
        own = (self.licences[state],) if state in self.licences else ()
        across = (privilege(home, held, state) for home, held in self.multistate.items())
        return (*own, *(each for each in across if each))

    def certificates(self, names: tuple[str, ...]) -> tuple[Valid, ...]:
        """Return when those of some certificates are valid that are held."""
        return tuple(self.certifications[each] for each in names if each in self.certifications)

    def serves(self, area: str) -> bool:
        """Tell whether patients of an area can be taken; without an area, anybody takes them."""
        return not area or not self.areas or area in self.areas

    def speaks(self, language: str) -> bool:
        """Tell whether a language is spoken; without one, anybody will do."""
        return not language or language in self.languages

    def employed(self, day: date) -> bool:
        """Tell whether the manager works here on a day, the first and the last one among them."""
        return all(each.holds(day) for each in self.employment)

    def on_leave(self, day: date) -> bool:
        """Tell whether a day is one of leave."""
        return any(away.first <= day <= away.last for away in self.away)

    def days_away(self, span: PanelSpan) -> int:
        """Return how many working days of a span are leave; a day of two leaves counts once."""
        return sum(self.on_leave(day) for day in span.working) if self.away else 0


@cache
def lapse(held: tuple[Valid, ...], span: PanelSpan) -> date | None:
    """Return the first working day of a span on which none of some is valid; None when there is none."""
    return span.gap(lambda day: any(each.holds(day) for each in held))
