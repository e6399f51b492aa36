"""What laws, contracts and guidance say of staffing: each number with its citation and the days on which it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.currency import money
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.words import count, either, hours
from optimizer.staffing.law.citation import Citation
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True, slots=True)
class Ratio:
    """The most patients of one kind that a nurse may have, None in a part of the day for which nothing is said.

    ``jobs`` are those who count toward it; somebody in charge does only where ``charge`` says so. In the parts of the
    day that are ``halved`` patients who are less than half of what one more nurse may have take none.
    """

    kind: str
    day: int | None
    evening: int | None
    night: int | None
    jobs: tuple[str, ...]
    charge: bool
    citation: Citation
    halved: tuple[Part, ...] = ()

    def most(self, part: Part) -> int | None:
        """Return the most patients a nurse in a part of the day."""
        return {Part.DAY: self.day, Part.EVENING: self.evening, Part.NIGHT: self.night}[part]

    def spared(self, patients: int, part: Part) -> int:
        """Return for how many of some patients, the last ones, no nurse more is asked in a part of the day."""
        most = self.most(part)
        rest = patients % most if most and part in self.halved and patients > most else 0
        return rest if most and 2 * rest < most else 0

    @property
    def says(self) -> str:
        """Return what it says: "med_surg: at most 4 by day, 4 by evening, 7 by night for each RN or EN"."""
        parts = {part: most for part in Part if (most := self.most(part)) is not None}
        alike = len({*parts.values()}) == 1 and len(parts) == len(Part)
        said = (
            count(self.day or 0, "patient") if alike else ", ".join(f"{most} by {part}" for part, most in parts.items())
        )
        return f"{self.kind}: at most {said} for each {either(self.jobs)}"


@dataclass(frozen=True, slots=True)
class Mix:
    """The greatest share, in percent, that some jobs may have among the nurses on duty.

    It is for units of a ``kind``, in which it takes the place of what its preset says of any kind; of any when "".
    """

    kind: str
    jobs: tuple[str, ...]
    among: tuple[str, ...]
    percent: int
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says."""
        said = f"{' and '.join(self.jobs)} at most {self.percent} % of {', '.join(self.among)} on duty"
        return f"{self.kind}: {said}" if self.kind else said


@dataclass(frozen=True, slots=True)
class Headcount:
    """The fewest nurses that must be there at all, whatever the patients; in any kind of unit when ``kind`` is ""."""

    kind: str
    least: int
    jobs: tuple[str, ...]
    charge: bool
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says."""
        return f"{self.kind or 'every unit'}: at least {self.least} {either(self.jobs)} there at all times"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on working time, as the rule that judges it."""

    rule: UnitRule
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says: "At least 11 hours between two duties"."""
        return self.rule.asks


@dataclass(frozen=True, slots=True)
class OvertimeStatute:
    """The scheme by which overtime is paid, by its name."""

    scheme: str
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says."""
        return f"Overtime pay: {self.scheme}"


@dataclass(frozen=True, slots=True)
class Penalty:
    """What violations of a ratio cost in cents, the first of some ``years`` first; the last amount goes on.

    ``by_day`` counts every calendar day as one violation, otherwise every shift is one.
    """

    cents: tuple[int, ...]
    by_day: bool
    years: int
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says."""
        steps = ", then ".join(money(cents) if cents else "a warning" for cents in self.cents)
        return f"Penalty for each {'calendar day' if self.by_day else 'shift'} within {self.years} years: {steps}"


@dataclass(frozen=True, slots=True)
class CareHours:
    """The fewest minutes of care by some jobs for each patient in 24 hours, in units of a ``kind``.

    With ``weekly`` they are counted over every calendar week, otherwise over every day.
    """

    kind: str
    minutes: int
    jobs: tuple[str, ...]
    weekly: bool
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says: "nursing_home: at least 3 h 30 min of care by RN or CNA for each patient day"."""
        return f"{self.kind}: at least {hours(self.minutes)} of care by {either(self.jobs)} for each patient day"


@dataclass(frozen=True, slots=True)
class NightWork:
    """The most minutes that a night worker may work in 24 hours on average, a day of rest a week left out."""

    minutes: int
    weeks: int
    citation: Citation

    @property
    def says(self) -> str:
        """Return what it says."""
        return f"Night workers: at most {hours(self.minutes)} in 24 h on average over {count(self.weeks, 'week')}"


Provision = Ratio | Mix | Headcount | Limit | OvertimeStatute | Penalty | CareHours | NightWork


@dataclass(frozen=True, slots=True)
class Preset:
    """All that one jurisdiction, contract or guidance says; ``acts`` cites every text, also those with no number."""

    name: str
    title: str
    acts: tuple[Citation, ...]
    ratios: tuple[Ratio, ...]
    mixes: tuple[Mix, ...]
    headcounts: tuple[Headcount, ...]
    limits: tuple[Limit, ...]
    overtimes: tuple[OvertimeStatute, ...]
    penalties: tuple[Penalty, ...]
    care_hours: tuple[CareHours, ...]
    night_work: tuple[NightWork, ...]

    @property
    def provisions(self) -> Iterator[Provision]:
        """Yield everything that has a number or a name."""
        yield from self.ratios
        yield from self.mixes
        yield from self.headcounts
        yield from self.limits
        yield from self.overtimes
        yield from self.penalties
        yield from self.care_hours
        yield from self.night_work
