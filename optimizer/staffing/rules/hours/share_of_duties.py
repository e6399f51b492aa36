"""Which share of somebody's duties is in some shifts, in percent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.reading import Duties
from optimizer.staffing.rules.rule import ShiftsRule


class Shared(NamedTuple):
    """How many duties of a day are in the shifts meant, and how many at work; and whether it is the last day."""

    meant: int
    all: int
    last: bool


@dataclass(frozen=True)
class ShareMachine:
    """Counts duties in the shifts meant and all at work; with the last day charges the points of percent beyond."""

    percent: int
    sign: int

    @property
    def start(self) -> tuple[int, int]:
        """Return the state of someone without a duty."""
        return 0, 0

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, int], int]:
        """Read the duties of a day; charge a share, rounded down, that is beyond the limit at the end."""
        (meant, all_), day = cast(tuple[int, int], state), cast(Shared, letter)
        meant, all_ = meant + day.meant, all_ + day.all
        if not day.last:
            return (meant, all_), 0
        share = 100 * meant // all_ if all_ else 0
        return (0, 0), max(0, self.sign * (share - self.percent))


@dataclass(frozen=True)
class ShareRule(ShiftsRule):
    """A rule on which share of the duties that somebody has in the planning period is in the shifts meant."""

    measure = number_of("percent", "percent")

    limit: int = 50

    def words(self) -> Mapping[str, str]:
        """Return also the word for the duties meant."""
        return {**super().words(), "duties": self.of_shifts("duties")}

    def shares(self, unit: Unit, sign: int) -> Iterator[Walk]:
        """Yield one walk a person over the plan's days; none in a unit without such a shift."""
        meant = unit.meant(self.shifts)
        machine, read = ShareMachine(self.limit, sign), _shared(unit, meant)
        return (Walk(human.id, machine, read, (), unit.days) for human in (self.humans(unit) if meant else ()))

    def told_of(self, unit: Unit, finding: Finding, than: str) -> str:
        """Return whose share is beyond the limit: "fewer than", "more than"."""
        who, duties = unit.name_of(finding.place.who), self.of_shifts("duties")
        return f"Of {who}'s duties in the period {than} {self.limit} percent are {duties}, by {finding.amount}."


@dataclass(frozen=True)
class MostShare(ShareRule):
    """Gives nobody more than so many percent of their duties in the shifts meant, rounded down."""

    key, title, unit = "most-share", "Most share of duties", "percent too many"
    sentence = "at most {limit} of their duties as {duties}, rounded down"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        return self.shares(unit, 1)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose share is too large."""
        return self.told_of(unit, finding, "more than")


@dataclass(frozen=True)
class FewestShare(ShareRule):
    """Gives nobody fewer than so many percent of their duties in the shifts meant, rounded down."""

    key, title, unit = "fewest-share", "Fewest share of duties", "percent missing"
    sentence = "at least {limit} of their duties as {duties}, rounded down"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        return self.shares(unit, -1)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose share is too small."""
        return self.told_of(unit, finding, "fewer than")


def _shared(unit: Unit, meant: frozenset[str]) -> Reader:
    works, last = unit.meant(()), unit.calendar.last

    def read(day: date, duties: Duties) -> Shared:
        had = [duty.shift for duty in duties]
        return Shared(sum(code in meant for code in had), sum(code in works for code in had), day == last)

    return read
