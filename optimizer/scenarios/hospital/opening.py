"""The first prices: what one more of the pool would save, by linear programs of some units and the pool at a time."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from optimizer.engine.clock import TimeUpError
from optimizer.engine.outcome import Pins, Worth
from optimizer.engine.parts.opening import prices_by_worth, worths_at_once
from optimizer.engine.parts.price import Prices, giving
from optimizer.engine.run import Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.scenarios.hospital.step import kept
from optimizer.staffing.hospital.hospital import Member
from optimizer.staffing.hospital.names import Names, in_unit, is_guest
from optimizer.staffing.hospital.rules.shared import SharedRule
from optimizer.staffing.hospital.whole import whole_of

TOGETHER = 10
"""How many units are in one linear program. It takes 9 seconds of a processor for 10 units and the pool, and more than
150 for 30, so that larger hospitals are looked at in groups."""
SWEEPS = 2
"""How often each of several groups is looked at: the first ones know nothing of the others before the second time."""


@dataclass(frozen=True)
class Opening:
    """What one more is worth: of each duty of the pool, and of what all share, by the key of its rule; in cents."""

    prices: Prices = field(default_factory=dict)
    shared: Prices = field(default_factory=dict)


def opening_of(members: Sequence[Member], shared: Sequence[SharedRule], most: int, run: Run) -> Opening | None:
    """Return the first prices; ``members`` have their guests, last the pool. None where there is no time for them.

    A sum that all share is in none but the program of everything. Where time is up in a later sweep, what the groups
    before it came to holds.
    """
    groups = _groups(members[:-1])
    alone = len(groups) == 1
    sweeps = _Sweeps(members[-1], shared if alone else (), most, run)
    with suppress(TimeUpError):
        for group in groups if alone else groups * SWEEPS:
            sweeps.look_at(group)
    return sweeps.opening(shared) if sweeps.seen >= len(groups) else None


class _Sweeps:
    """Looks at one group of units after another beside the pool; what duties elsewhere are worth it knows from before.

    ``seen`` is how many groups were looked at.
    """

    def __init__(self, pool: Member, shared: Sequence[SharedRule], most: int, run: Run) -> None:
        self.seen = 0
        self._pool, self._shared, self._most, self._run = pool, shared, most, run
        self._prices: dict[object, int] = {}
        self._worth: tuple[Worth, ...] = ()

    def look_at(self, group: Sequence[Member]) -> None:
        """Price what some units need of the pool anew; raises TimeUpError when it is over before that."""
        members = (*group, self._pool)
        part = whole_of(members, self._shared)
        own = {p.what for p in part.offered if is_guest(p.who) and _is_in(p.what.shift, group)}
        worth = worths_at_once(_beside(part, own, self._prices), Pins(_kept(members) & {*part.pairs}), self._run)
        if not worth:
            self._run.clock.check()  # nothing is scarce, or nothing is known
        found = prices_by_worth(part, [each for each in worth if each.rule not in self._shared], self._most)
        self._prices |= dict.fromkeys(own, 0) | {what: cents for what, cents in found.items() if what in own}
        self._worth = worth
        self.seen += 1

    def opening(self, shared: Sequence[SharedRule]) -> Opening | None:
        """Return what is known; None where nothing is scarce anywhere, which is no price to begin with."""
        prices = {what: cents for what, cents in self._prices.items() if cents}
        scarce = {rule.key: max((w.cents for w in self._worth if w.rule is rule), default=0) for rule in shared}
        return Opening(prices, scarce) if prices or any(scarce.values()) else None


def _groups(units: Sequence[Member]) -> list[Sequence[Member]]:
    """Return the units in groups of about the same size."""
    number = -(-len(units) // TOGETHER)
    return [units[n::number] for n in range(number)]


def _beside(part: Formulation, own: Iterable[object], prices: Prices) -> Formulation:
    """Return the formulation of some units and the pool, who is paid for duties in others what they are worth there."""
    within = {*own}
    return giving(part, sorted(p for p in part.offered if is_guest(p.who) and p.what not in within), prices)[0]


def _kept(group: Iterable[Member]) -> Plan:
    return frozenset(pair for member in group for pair in Names(member.code).plan(kept(member)))


def _is_in(shift: str, group: Iterable[Member]) -> bool:
    return any(in_unit(shift, member.code) for member in group)
