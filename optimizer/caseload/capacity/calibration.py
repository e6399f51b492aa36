"""From a time study to minutes by tier and phase."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from optimizer.caseload.capacity.setting import Phase, Setting
from optimizer.caseload.tier import Tier
from optimizer.planning.words import count, hours

FEW = 5
"""Fewer observations than this do not replace a number."""
HIGH = 80


@dataclass(frozen=True, slots=True)
class Observation:
    """What one case of a tier in a phase took one case manager in one period of the setting, in minutes."""

    manager: str
    tier: Tier
    phase: Phase
    minutes: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What cases of a tier in a phase take: the median, what four in five do not exceed, and on how much it rests."""

    tier: Tier
    phase: Phase
    median: int
    high: int
    observations: int
    managers: int

    @property
    def enough(self) -> bool:
        """Tell whether it rests on enough observations to be used."""
        return self.observations >= FEW

    @property
    def sentence(self) -> str:
        """Return the estimate, with what it rests on."""
        rests = f"{count(self.observations, 'observation')} by {count(self.managers, 'case manager')}"
        few = "" if self.enough else f"; too few to use, it takes {FEW}"
        return (
            f"{self.tier.label}, {self.phase}: {hours(self.median)}, four in five at most {hours(self.high)} "
            f"({rests}{few})."
        )


def calibrate(observations: Iterable[Observation]) -> tuple[Estimate, ...]:
    """Return what every tier takes in every phase that was observed.

    The median of an even number is the mean of the middle two, half a minute up. The high value is the nearest rank.
    """
    groups: dict[tuple[Tier, Phase], list[Observation]] = defaultdict(list)
    for each in observations:
        groups[each.tier, each.phase].append(each)
    order = [*Phase]
    return tuple(
        _estimate(tier, phase, groups[tier, phase])
        for tier, phase in sorted(groups, key=lambda key: (key[0], order.index(key[1])))
    )


def calibrated(setting: Setting, estimates: Iterable[Estimate]) -> Setting:
    """Return a setting that takes the medians in place of its own numbers, where they rest on enough."""
    found = {(each.tier, each.phase): each.median for each in estimates if each.enough}
    return replace(setting, measured={**setting.measured, **found})


def _estimate(tier: Tier, phase: Phase, seen: list[Observation]) -> Estimate:
    minutes = sorted(each.minutes for each in seen)
    middle = (minutes[(len(minutes) - 1) // 2] + minutes[len(minutes) // 2] + 1) // 2
    high = minutes[-(-len(minutes) * HIGH // 100) - 1]
    return Estimate(tier, phase, middle, high, len(minutes), len({each.manager for each in seen}))
