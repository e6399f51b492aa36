"""What one more of the pool is worth in each of its duties: at first, by what all parts did since, and in the end."""

from collections import Counter
from collections.abc import Iterable, Sequence

from optimizer.engine.parts.bundle import Bundle, PartCost
from optimizer.engine.parts.price import Prices
from optimizer.scenarios.hospital.step import StepDone
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.hospital import POOL
from optimizer.staffing.hospital.names import is_guest

MODEST = 100
"""Which part of the highest price a unit pays at least when it plans: for nothing it would take guests to no use."""


class PoolPrices:
    """The prices of the pool's ``duties``, from 0 to ``most`` cents; ``now`` are those of the next bound."""

    def __init__(self, duties: Iterable[Duty], most: int) -> None:
        self.duties, self.most = frozenset(duties), most
        self.now: Prices = dict.fromkeys(self.duties, most)
        self._bundle = Bundle(most, self.now)
        self._first: Prices = {}

    @property
    def worth(self) -> Prices:
        """Return what one more is worth by the best bound, else by a linear program; {} before either."""
        return self._bundle.centre if self._bundle.best is not None else self._first

    @property
    def asked(self) -> Prices:
        """Return what units pay when they plan."""
        return {duty: max(self.now.get(duty, 0), self.most // MODEST) for duty in self.duties}

    def begin(self, first: Prices | None) -> None:
        """Take the first prices; half the most if none are known."""
        self._first = first or {}
        self.now = dict.fromkeys(self.duties, self.most // 2) if first is None else first
        self._bundle.centre = self.now

    def know(self, worth: Prices) -> None:
        """Take note of what one more is worth by a later linear program, where any of these duties is."""
        self._first = {duty: cents for duty, cents in worth.items() if duty in self.duties} or self._first

    def bounded(self, bound: int) -> None:
        """Take note of what no plan costs less than by the prices."""
        self._bundle.heard(self.now, bound)

    def move(self, done: Sequence[StepDone], asked: Prices) -> None:
        """Move the prices by what the plans of all parts take and give, and cost without what they were ``asked``."""
        self._bundle.plans += [_part_cost(each, each.cost, asked) for each in done if each.cost is not None]
        self.now = self._bundle.next()


def _part_cost(done: StepDone, cost: int, asked: Prices) -> PartCost:
    """Return what a part's plan costs without the pool's prices, and what it takes of the pool, or gives."""
    sign = -1 if done.code == POOL else 1
    things = Counter(pair.what for pair in done.plan if is_guest(pair.who))
    taken = {thing: sign * number for thing, number in things.items()}
    paid = sum(number * asked.get(thing, 0) for thing, number in taken.items())
    return PartCost(done.code, cost - paid, taken)
