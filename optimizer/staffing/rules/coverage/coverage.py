"""Enough people in every role, on every shift and through every window of the day; and not too many."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule

IN_EVERY_PLACE = "of people in every role, on every shift and through every window of the day, counting {everyone}"


@dataclass(frozen=True)
class Coverage(UnitRule):
    """Bounds the people in a role on a shift, or through a window of the day, counting those whom it is for."""

    opening, firmness = "", 1

    @abstractmethod
    def bounds(self, need: Need) -> tuple[int | None, int | None]:
        """Return the low and high bound that a need sets, None where it sets none."""

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every need that sets a bound, down its column of the schedule."""
        concerned = {staff.id for staff in self.concerned(unit)}
        for day, need in unit.fillable:
            low, high = self.bounds(need)
            if low is None and high is None:
                continue
            there = (pair for pair in unit.on(day, need.shift) if pair.what.role == need.role and pair.who in concerned)
            yield Sum(Place(day=day, what=(need.shift, need.role)), tuple((1, pair) for pair in there), low, high)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many are there and how many it should be."""
        shift, role = finding.place.what
        number = finding.total or "nobody"
        return f"{shift} on {on(finding.day)} has {number} as {role}; {self.title.lower()} is {finding.bound}."


@dataclass(frozen=True)
class CoverMinimum(Coverage):
    """Never fewer than the minimum."""

    key, title, unit = "cover-minimum", "Minimum staffing", "person missing"
    sentence = f"at least the minimum {IN_EVERY_PLACE}"

    def bounds(self, need: Need) -> tuple[int | None, int | None]:
        """Bound from below by the minimum."""
        return need.minimum or None, None


@dataclass(frozen=True)
class CoverTarget(Coverage):
    """As many as wished."""

    key, title, unit = "cover-target", "Target staffing", "person missing"
    sentence = f"at least the target {IN_EVERY_PLACE}"

    def bounds(self, need: Need) -> tuple[int | None, int | None]:
        """Bound from below by the target."""
        return need.target or None, None


@dataclass(frozen=True)
class CoverSurplus(Coverage):
    """No more than wished, so that there may be one price beyond the target and another beyond the maximum."""

    key, title, unit = "cover-surplus", "Nobody beyond the target", "person beyond the target"
    sentence = f"at most the target {IN_EVERY_PLACE}"

    def bounds(self, need: Need) -> tuple[int | None, int | None]:
        """Bound from above by the target; a need that wishes nobody in particular sets none."""
        return None, need.target or None

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many are there and how many were wished."""
        shift, role = finding.place.what
        return f"{shift} on {on(finding.day)} has {finding.total} as {role}; the target is {finding.bound}."


@dataclass(frozen=True)
class CoverMaximum(Coverage):
    """No more than there is work or room for."""

    key, title, unit = "cover-maximum", "Maximum staffing", "person too many"
    sentence = f"at most the maximum {IN_EVERY_PLACE}"

    def bounds(self, need: Need) -> tuple[int | None, int | None]:
        """Bound from above by the maximum."""
        return None, need.maximum
