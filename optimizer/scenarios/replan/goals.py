"""What a mended schedule is for, as formulations: the musts, then what was promised covered, then few changes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.demand import Slot
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.wishes.stay_close import StayClose
from optimizer.staffing.schedule.freedom import Cell, cell_of


@dataclass(frozen=True)
class MendGoals:
    """The goals of mending what is ``left`` of a schedule, which is the unit's given one, in order.

    A step of an earlier one outweighs all steps of the later ones.

    ``promised`` are, for every need, the people that it had or should have: what it had when the schedule was
    published, at most its target, and all of its target where the need changed since.
    """

    unit: Unit
    left: Plan
    promised: tuple[tuple[Slot, int], ...]

    @staticmethod
    def of(before: Unit, published: Plan, now: Unit, left: Plan) -> "MendGoals":
        """Return the goals after a change of the unit, of whose published plan something is left."""
        there = Counter(pair.what for pair in published | before.past)
        same = frozenset((demand.day, demand.need) for demand in before.demand)
        promised = (
            (slot, _promised(slot, there, known=(slot.demand.day, slot.demand.need) in same))
            for slot in now.slots
            if not slot.past
        )
        return MendGoals(now, left, tuple((slot, number) for slot, number in promised if number))

    @property
    def weights(self) -> tuple[int, int]:
        """Return what one person missing weighs, and one unit of the softest must: more than all that comes after."""
        missing = 1 + len(self.unit.staff) * len(self.unit.days)
        return missing, missing * (1 + sum(number for _, number in self.promised))

    def fewest_changes(self, musts: Formulation) -> Formulation:
        """Return musts with these goals as the only prices: a day of somebody that changes costs one cent."""
        missing, _ = self.weights
        short = (Clause(law, CoverTarget(), must=False, price=missing) for law in self._covers(self.promised))
        close = (Clause(law, StayClose(), must=False, price=1) for law in self._cells())
        return replace(musts, clauses=(*musts.clauses, *short, *close))

    def kept(self, plan: Plan, changes: int) -> Iterator[Clause]:
        """Yield musts that keep what a plan reached: each need as it has it, and no more changes than so many."""
        there = Counter(pair.what for pair in plan | self.unit.past)
        reached = ((slot, min(number, sum(there[duty] for duty in slot.duties))) for slot, number in self.promised)
        for law in self._covers(each for each in reached if each[1]):
            yield Clause(law, CoverTarget(), must=True, price=0)
        yield Clause(self._changes(changes), StayClose(), must=True, price=0)

    def missing(self, plan: Plan) -> int:
        """Return how many people a plan lacks of what was promised."""
        return sum(people for _, people in self.lacking(plan))

    def missing_minutes(self, plan: Plan) -> int:
        """Return for how many minutes of people that is."""
        return sum(people * self.unit.length_of(slot.demand.need.shift) for slot, people in self.lacking(plan))

    def lacking(self, plan: Plan) -> Iterator[tuple[Slot, int]]:
        """Yield every need with how many people it lacks of those promised."""
        there = Counter(pair.what for pair in plan | self.unit.past)
        return ((slot, max(0, number - sum(there[d] for d in slot.duties))) for slot, number in self.promised)

    def changed(self, plan: Plan) -> frozenset[Cell]:
        """Return the days of people that a plan changes."""
        return frozenset(cell_of(pair) for pair in plan ^ self.left)

    def _covers(self, promised: Iterable[tuple[Slot, int]]) -> Iterator[Sum]:
        for slot, number in promised:
            pairs = (pair for pair in self.unit.on(slot.demand.day, slot.demand.need.shift))
            there = tuple((1, pair) for pair in pairs if pair.what.role == slot.demand.need.role)
            yield Sum(Place(day=slot.demand.day, what=slot.demand.need.thing), there, low=number)

    def _cells(self) -> Iterator[Sum]:
        return StayClose().laws(self.unit)

    def _changes(self, most: int) -> Sum:
        """Return the sum over the whole plan that counts changed days, less those that had something."""
        had = {cell_of(pair) for pair in self.left}
        gone = ((-1, pair) for pair in sorted(self.left))
        new = ((1, pair) for pair in self.unit.pairs if cell_of(pair) not in had)
        return Sum(Place(day=self.unit.calendar.first), tuple(chain(gone, new)), high=most - len(self.left))


def _promised(slot: Slot, there: Counter[object], *, known: bool) -> int:
    target = slot.demand.need.target
    return min(target, sum(there[duty] for duty in slot.duties)) if known else target


def narrowed(formulation: Formulation, plan: Plan, people: frozenset[str]) -> Formulation:
    """Return the formulation of some people alone while everybody else has what a plan gives them."""
    fixed = frozenset(pair for pair in plan if pair.who not in people)
    free = frozenset(pair for pair in formulation.pairs if pair.who in people)
    walkers = people | {formulation.walkers.get(who, who) for who in people}
    return replace(
        formulation,
        pairs=tuple(pair for pair in formulation.pairs if pair in free),
        offered=formulation.offered & free,
        past=formulation.past | fixed,
        clauses=tuple(clause for clause in formulation.clauses if _concerns(clause, free, walkers)),
    )


def _concerns(clause: Clause, free: frozenset[Pair], walkers: frozenset[str]) -> bool:
    law = clause.law
    if not isinstance(law, Sum):
        return law.who in walkers
    return any(pair in free for each in (law, *(other for _, other in law.overs)) for _, pair in each.terms)
