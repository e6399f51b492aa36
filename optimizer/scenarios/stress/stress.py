"""Simulates a thousand periods side by side, here or on a cluster, and tells what they came to together."""

import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Ints
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.scenarios.pool import run_all
from optimizer.scenarios.replan.goals import MendGoals
from optimizer.scenarios.stress.rates import StressRates
from optimizer.scenarios.stress.simulate import StressPart, StressTask, simulate
from optimizer.staffing.facts.demand import Slot
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import CoverTarget

ON_CLUSTER = 16
"""Into how many parts periods are cut for a cluster, of which nobody knows how many work there."""
SURE = 1.96
"""Standard errors to both sides between which a mean lies in 95 of 100 cases."""


class Spread(NamedTuple):
    """A number over all periods: its mean, by how much that may be off (95 %), and the 5th and 95th of 100."""

    mean: float
    off: float
    low: float
    high: float


class FragileShift(NamedTuple):
    """A need that goes uncovered: in which part of the periods, and how many minutes on average."""

    day: date
    shift: str
    role: str
    chance: float
    minutes: float


class ReliefNurse(NamedTuple):
    """What one more nurse on call, or from the float pool, would save in a period on one shift of one weekday.

    ``nights`` are the days on which there would be one; ``minutes`` would be covered that are not, worth ``cents`` by
    the price of a person below target.
    """

    weekday: int
    shift: str
    role: str
    nights: int
    minutes: float
    cents: float


class ShiftSpread(NamedTuple):
    """The minutes that go uncovered in a period on one shift or window, in one role."""

    shift: str
    role: str
    minutes: Spread


@dataclass(frozen=True)
class StressReport:
    """What the simulated periods came to; minutes, cents and people in one period each."""

    periods: int
    rates: StressRates
    absent: Spread
    asked: Spread
    uncovered: Spread
    below: Spread
    overtime: Spread
    cents: Spread
    by_shift: tuple[ShiftSpread, ...]
    fragile: tuple[FragileShift, ...]
    relief: tuple[ReliefNurse, ...]


@dataclass(frozen=True)
class Stress:
    """An order to simulate so many periods of a published schedule."""

    unit: Unit
    policy: Policy
    plan: Plan
    rates: StressRates
    periods: int = 1000
    seed: int = 0

    def __call__(self, workers: int | None = None, cluster: str | None = None) -> StressReport | None:
        """Return what the periods came to, None when it was stopped before any part of them was there."""
        parts = ON_CLUSTER if cluster else workers or os.cpu_count() or 1
        found = [part for part in run_all(self.tasks(parts), simulate, cluster=cluster, workers=workers) if part]
        return self.report(found) if found else None

    def tasks(self, parts: int) -> list[StressTask]:
        """Return the periods cut into parts, each period in one."""
        begins = np.linspace(0, self.periods, min(parts, self.periods) + 1).astype(int).tolist()
        return [
            StressTask(self.unit, self.policy, self.plan, self.rates, self.seed, first, last - first)
            for first, last in pairwise(begins)
        ]

    def report(self, parts: list[StressPart]) -> StressReport:
        """Return what some parts came to together."""
        missing = np.concatenate([part.missing for part in parts])
        slots = [slot for slot, _ in MendGoals.of(self.unit, self.plan, self.unit, self.plan).promised]
        names = ("absent", "asked", "uncovered", "below", "overtime", "cents")
        spreads = {name: spread(np.concatenate([getattr(part, name) for part in parts])) for name in names}
        return StressReport(
            len(missing), self.rates, **spreads, by_shift=tuple(_by_shift(self.unit, slots, missing)),
            fragile=tuple(_fragile(self.unit, slots, missing)), relief=tuple(_relief(self, slots, missing)),
        )  # fmt: skip


def spread(values: Ints) -> Spread:
    """Return the mean of some numbers, and how they spread."""
    low, high = np.percentile(values, [5, 95])
    off = SURE * values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else float("inf")
    return Spread(float(values.mean()), float(off), float(low), float(high))


def _by_shift(unit: Unit, slots: list[Slot], missing: Ints) -> list[ShiftSpread]:
    """Return what goes uncovered by shift and role, those first that lack the most; all that something is needed of."""
    minutes: dict[tuple[str, str], Ints] = {}
    for (demand, _, _), people in zip(slots, missing.T, strict=True):
        thing, uncovered = demand.need.thing, people * unit.length_of(demand.need.shift)
        minutes[thing] = minutes[thing] + uncovered if thing in minutes else uncovered
    found = [ShiftSpread(*thing, spread(each)) for thing, each in minutes.items()]
    return sorted(found, key=lambda each: -each.minutes.mean)


def _fragile(unit: Unit, slots: list[Slot], missing: Ints) -> list[FragileShift]:
    """Return the needs that go uncovered, those first that do so the most."""
    found = []
    for (demand, _, _), people in zip(slots, missing.T, strict=True):
        minutes = unit.length_of(demand.need.shift) * float(people.mean())
        if minutes:
            chance = float((people > 0).mean())
            found.append(FragileShift(demand.day, demand.need.shift, demand.need.role, chance, minutes))
    return sorted(found, key=lambda each: -each.minutes)


def _relief(asked: Stress, slots: list[Slot], missing: Ints) -> list[ReliefNurse]:
    """Return what one more nurse on every shift of a weekday would cover: the first person missing, each time."""
    days: dict[tuple[int, str, str], int] = defaultdict(int)
    saved: dict[tuple[int, str, str], float] = defaultdict(float)
    for (demand, _, _), people in zip(slots, missing.T, strict=True):
        key = demand.day.weekday(), demand.need.shift, demand.need.role
        days[key] += 1
        saved[key] += float((people > 0).mean())
    found = [
        ReliefNurse(*key, days[key], asked.unit.length_of(key[1]) * many, _price(asked.policy) * many)
        for key, many in saved.items() if many
    ]  # fmt: skip
    return sorted(found, key=lambda each: -each.minutes)


def _price(policy: Policy) -> int:
    """Return what a person below target costs in cents, 0 where that is no price."""
    targets = (ruling for ruling in policy.rulings if ruling.rule.key == CoverTarget.key)
    return max((ruling.price for ruling in targets if ruling.mode is Mode.PRICED), default=0)
