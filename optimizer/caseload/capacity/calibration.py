"""From a time study to the minutes of cases by tier and phase, and of utilization reviews."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Phase, Setting, whole
from optimizer.caseload.tier import Tier
from optimizer.planning.words import count

FEW = 5
"""Fewer observations than this do not replace a number."""
HIGH = 80
REVIEWS: Mapping[Activity, str] = {
    Activity.NEW_REVIEW: "new_review",
    Activity.CONTINUED_REVIEW: "continued_review",
}
"""Where a setting keeps the minutes of each review."""


class TierCare(NamedTuple):
    """The care of cases of one tier in one phase."""

    tier: Tier
    phase: Phase

    @property
    def label(self) -> str:
        """Return it as "tier 3 (high), active"."""
        return f"{self.tier.label}, {self.phase}"


Figure = TierCare | Activity
"""What a number of a setting is about: care, or a review."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What one case took one case manager in one period of the setting, or one review, in minutes."""

    manager: str
    figure: Figure
    minutes: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a figure comes to: the median, what four in five do not exceed, and on how much it rests."""

    figure: Figure
    median: int
    high: int
    observations: int
    managers: int

    @property
    def enough(self) -> bool:
        """Tell whether it rests on enough to be used."""
        return not self.flaw

    @property
    def flaw(self) -> str:
        """Return why it cannot be used, "" when it can."""
        if self.observations < FEW:
            return f"{count(self.observations, 'observation')}; it takes {FEW}"
        return "" if self.median else "most took no time at all, so the study is too short for them"


def calibrate(observations: Iterable[Observation]) -> tuple[Estimate, ...]:
    """Return what every figure that was observed comes to, care by tier and phase before reviews.

    The median of an even number is the mean of the middle two, half a minute up. The high value is the nearest rank.
    """
    groups: dict[Figure, list[Observation]] = defaultdict(list)
    for each in observations:
        groups[each.figure].append(each)
    return tuple(_estimate(figure, groups[figure]) for figure in sorted(groups, key=_place))


def calibrated(setting: Setting, estimates: Iterable[Estimate]) -> Setting:
    """Return a setting that takes the medians in place of its own numbers, where they rest on enough."""
    measured, reviews = dict(setting.measured), dict[str, Any]()
    for each in estimates:
        if each.enough and isinstance(each.figure, TierCare):
            measured[each.figure] = each.median
        elif each.enough and isinstance(each.figure, Activity):
            reviews[REVIEWS[each.figure]] = each.median
    return replace(setting, measured=measured, **reviews)


def minutes_of(setting: Setting, figure: Figure) -> int:
    """Return what a setting says of a figure, in whole minutes."""
    if isinstance(figure, TierCare):
        return whole(setting.minutes(*figure))
    return int(getattr(setting, REVIEWS[figure]))


def _place(figure: Figure) -> tuple[int, int, int]:
    if isinstance(figure, TierCare):
        return 0, figure.tier, [*Phase].index(figure.phase)
    return 1, [*Activity].index(figure), 0


def _estimate(figure: Figure, seen: list[Observation]) -> Estimate:
    minutes = sorted(each.minutes for each in seen)
    middle = (minutes[(len(minutes) - 1) // 2] + minutes[len(minutes) // 2] + 1) // 2
    high = minutes[-(-len(minutes) * HIGH // 100) - 1]
    return Estimate(figure, middle, high, len(minutes), len({each.manager for each in seen}))
