"""The search for a hospital's plan: what is known so far, and the passes over all units that better it."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from optimizer.engine.outcome import Pins, Worth
from optimizer.engine.parts.given import with_given
from optimizer.engine.parts.opening import prices_by_worth
from optimizer.engine.parts.price import Prices
from optimizer.engine.parts.solve import solve_part
from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.engine.stopper import Either
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.planning.together import DayTogether
from optimizer.scenarios.hospital.money import SharedPriceOf
from optimizer.scenarios.hospital.opening import Opening, opening_of
from optimizer.scenarios.hospital.prices import PoolPrices
from optimizer.scenarios.hospital.step import SolveSteps, Step, StepDone, kept
from optimizer.staffing.hospital.hospital import POOL, Hospital, Member
from optimizer.staffing.hospital.names import Names, in_unit, is_guest, throughout
from optimizer.staffing.hospital.whole import members_with_guests, part_of, shared_rules, whole_of


@dataclass(frozen=True, slots=True)
class HospitalProgress:
    """How far it is: what is being done, the best plan's cost if it keeps every must, and the bound, in cents."""

    doing: str
    cost: int | None
    bound: int


class HospitalSearch:
    """What is known of a hospital: the best whole plan, the bound, the prices of what is shared."""

    def __init__(
        self, hospital: Hospital, solve_steps: SolveSteps, tell: Callable[[HospitalProgress], None], seed: int = 0
    ) -> None:
        self.members = members_with_guests(hospital)
        self.shared = [SharedPriceOf(rule, len(self.members)) for rule in shared_rules(hospital)]
        self.whole = whole_of(self.members, (each.rule for each in self.shared))
        self.pool = frozenset(Names(POOL).who(staff.id) for staff in self.members[-1].unit.staff)
        self.keep = frozenset(pair for m in self.members for pair in Names(m.code).plan(kept(m)))
        most = 2 * max((clause.price for clause in self.whole.clauses if not clause.must), default=0)
        self.prices = PoolPrices((pair.what for pair in self.whole.offered if pair.who in self.pool), most)
        # A unit may take as many duties of a guest's day as the pool lets them have: with fewer it would bound nothing.
        self._together = part_of(self.members[-1]).together
        self.best: Verdict | None = None
        self.bound = 0
        self._judge, self._solve_steps, self._tell, self._doing = Judge(self.whole), solve_steps, tell, ""
        self._seed = seed

    @property
    def proved(self) -> bool:
        """Tell whether no plan can be better."""
        best = self.best
        return best is not None and not best.score.broken and best.score.cost <= self.bound

    @property
    def plan(self) -> Plan:
        """Return the best plan so far."""
        return self.best.plan if self.best else frozenset()

    def staff(self, plan: Plan) -> Plan:
        """Return what the units' own staff have in a plan."""
        return frozenset(pair for pair in plan if pair.who not in self.pool)

    def apart(self, seconds: float, run: Run) -> Plan | None:
        """Have every unit plan without the pool; meanwhile, find out what is scarce, which makes prices."""
        self.tell("Every unit by itself, and what is scarce in all")
        rules, ended = [each.rule for each in self.shared], Either(run.stop)
        with ThreadPoolExecutor(1) as beside:
            opening = beside.submit(opening_of, self.members, rules, self.prices.most, replace(run, stop=ended))
            done = self._all_or_end(ended, [Step(member, seconds) for member in self.members[:-1]])
            found = opening.result()
        if done is None:
            return None
        self.price_by(found)
        return frozenset(pair for each in done for pair in each.plan)

    def bound_at_prices(self, seconds: float) -> None:
        """Raise the bound to what all parts cost at least at the prices, if each of them has one."""
        self.tell("What every unit costs at least")
        bounds = [each.bound for each in self._all(self._priced(self.prices.now, seconds, bounded=True)) or ()]
        known = [bound for bound in bounds if bound is not None]
        if known and len(known) == len(bounds):
            bound = sum(known) - sum(each.off for each in self.shared)
            self.bound = max(self.bound, bound)
            self.prices.bounded(bound)
            self.tell(self._doing)

    def at_prices(self, seconds: float) -> Plan | None:
        """Have every part plan at the prices, which moves them; return what the units' own staff have then."""
        self.tell("Every unit at prices")
        asked = self.prices.asked
        done = self._all(self._priced(asked, seconds, bounded=False))
        if done is None:
            return None
        for each in self.shared:
            each.heard({one.code: one.shares[each.rule.key] for one in done})
        self.prices.move(done, asked)
        plans = [each.plan for each in done[:-1]]
        return frozenset(pair for plan in plans for pair in plan if not is_guest(pair.who))

    def _priced(self, prices: Prices, seconds: float, *, bounded: bool) -> list[Step]:
        """Return a step at some prices for every part."""
        allowances = tuple(each.charged() for each in self.shared)
        return [
            Step(m, seconds, prices, self._of(m, self.plan), allowances, self._together_in(m), bounded)
            for m in self.members
        ]

    def with_pool(self, staff: Plan, run: Run) -> Plan:
        """Give the pool its duties beside those of all staff; take note of what comes, and return it."""
        self.tell("The pool where units are short")
        left = with_given(self.whole, self.pool, staff)
        found = solve_part(left, self._pins(left), start=self._floating(self.plan) or None, run=run)
        plan = staff | (found.found or frozenset())
        self.consider(plan)
        return plan

    def with_units(self, plan: Plan, seconds: float) -> Plan:
        """Have every unit plan anew beside what the pool has in a plan; take note of what comes, and return it."""
        self.tell("Every unit around its guests")
        floating = self._floating(plan)
        spent = {each.rule.key: self._had(each, floating) for each in self.shared}
        done = self._all([self._around(member, plan, spent, seconds) for member in self.members[:-1]])
        if done is None:
            return plan
        for each in done if self.shared else ():  # all together may go beyond what each alone does not
            self.consider(frozenset(pair for pair in plan if not _is_of(pair, each.code)) | each.plan)
        new = floating.union(*(each.plan for each in done))
        self.consider(new)
        return new

    def _around(self, member: Member, plan: Plan, spent: Mapping[str, int], seconds: float) -> Step:
        """Return the step of a unit beside its guests in a plan, and beside what the pool spends of what all share."""
        allowances = tuple(each.divided(member.code, spent[each.rule.key]) for each in self.shared)
        own = self._of(member, plan)
        given = frozenset(pair for pair in own or () if pair.who in self.pool)
        return Step(member, seconds, start=own, allowances=allowances, given=given)

    def as_one(self, run: Run) -> None:
        """Solve everything at once, which proves what a small hospital's best plan is if there is time for it."""
        self.tell("All as one")
        outcome = solve(self.whole, Pins(self.keep), start=self.plan, run=run)
        self.bound = max(self.bound, outcome.bound)
        self.prices.know(self._by_worth(outcome.worth))
        if outcome.plan is not None:
            self.consider(outcome.plan)

    def consider(self, plan: Plan) -> None:
        """Keep a whole plan when it is the best."""
        best, judge = self.best, self._judge
        verdict = judge.edit(best, best.plan - plan, plan - best.plan) if best else judge.judge(plan)
        if best is None or verdict.score < best.score:
            self.best = verdict
            self.tell(self._doing)

    def tell(self, doing: str) -> None:
        """Have whoever listens hear how far it is."""
        best, self._doing = self.best, doing
        self._tell(HospitalProgress(doing, best.score.cost if best and not best.score.broken else None, self.bound))

    def _all(self, steps: Sequence[Step]) -> list[StepDone] | None:
        """Return what came of all steps, None where somebody stopped them."""
        done = self._solve_steps([replace(step, seed=self._seed) for step in steps])
        finished = [each for each in done if each is not None]
        return finished if len(finished) == len(steps) else None

    def _all_or_end(self, beside: threading.Event, steps: Sequence[Step]) -> list[StepDone] | None:
        """Return what came of all steps; where they come to nothing, what goes on beside them has to end, too."""
        done = None
        try:
            done = self._all(steps)
        finally:
            if done is None:
                beside.set()
        return done

    def price_by(self, found: Opening | None) -> None:
        """Take the first prices of the pool and of what all share, if any are known."""
        self.prices.begin(found.prices if found else None)
        for each in self.shared:
            each.price = found.shared[each.rule.key] if found else each.price

    def _by_worth(self, found: Iterable[Worth]) -> Prices:
        """Return what one more of anybody would save by shadow prices.

        What all share is charged to whoever has it, and is not in them.
        """
        rules = [each.rule for each in self.shared]
        own = [worth for worth in found if worth.rule not in rules]
        return prices_by_worth(self.whole, own, self.prices.most)

    def _of(self, member: Member, plan: Plan) -> Plan | None:
        """Return what a plan has of a unit with its guests, or of the pool; None where that is nothing."""
        of_guests = (pair for pair in self._floating(plan) if in_unit(pair.what.shift, member.code))
        return frozenset((*(pair for pair in plan if _is_of(pair, member.code)), *of_guests)) or None

    def _floating(self, plan: Plan) -> Plan:
        """Return what the pool has in a plan."""
        return frozenset(pair for pair in plan if pair.who in self.pool)

    def _had(self, shared: SharedPriceOf, plan: Plan) -> int:
        """Return what a plan adds to a shared sum."""
        (law,) = (clause.law for clause in self.whole.clauses if clause.rule is shared.rule)
        assert isinstance(law, Sum)
        return law.total(plan)

    def _together_in(self, member: Member) -> tuple[DayTogether, ...]:
        return () if member.code == POOL else self._together

    def _pins(self, left: Formulation) -> Pins:
        known = frozenset(left.pairs)
        return Pins(self.keep & known)


def _is_of(pair: Pair, code: str) -> bool:
    """Tell whether a pair is a unit's own, or the pool's."""
    return pair.who.startswith(throughout(code, ""))
