"""The search for a hospital's plan: what is known so far, and the passes over all units that better it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Outcome, Pins
from optimizer.engine.parts.bundle import Bundle, PartCost
from optimizer.engine.parts.given import with_given
from optimizer.engine.parts.opening import prices_by_worth
from optimizer.engine.parts.price import Prices
from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.scenarios.hospital.money import SharedPriceOf
from optimizer.scenarios.hospital.step import SolveSteps, Step, StepDone, kept
from optimizer.staffing.hospital.hospital import POOL, Hospital
from optimizer.staffing.hospital.names import Names, is_guest, throughout
from optimizer.staffing.hospital.whole import members_with_guests, part_of, shared_rules, whole_of


@dataclass(frozen=True, slots=True)
class HospitalProgress:
    """How far it is: what is being done, the best plan's cost if it keeps every must, and the bound, in cents."""

    doing: str
    cost: int | None
    bound: int


class HospitalSearch:
    """What is known of a hospital: the best whole plan, the bound, the prices of what is shared."""

    def __init__(self, hospital: Hospital, solve_steps: SolveSteps, tell: Callable[[HospitalProgress], None]) -> None:
        self.members = members_with_guests(hospital)
        self.shared = [SharedPriceOf(rule) for rule in shared_rules(hospital)]
        self.whole = whole_of(self.members, (each.rule for each in self.shared))
        self.pool = frozenset(Names(POOL).who(staff.id) for staff in self.members[-1].unit.staff)
        self.keep = frozenset(pair for m in self.members for pair in Names(m.code).plan(kept(m)))
        self.most = 2 * max((clause.price for clause in self.whole.clauses if not clause.must), default=0)
        self._things = frozenset(pair.what for pair in self.whole.offered if pair.who in self.pool)
        self.prices: Prices = dict.fromkeys(self._things, self.most)
        self._bundle = Bundle(self.most, self.prices)
        self._opening: Prices = {}
        # A unit's part gives a guest one duty a day: it bounds nothing where the pool lets somebody have several.
        self._bounded = not part_of(self.members[-1]).together
        self.best: Verdict | None = None
        self.bound = 0
        self._judge, self._solve_steps, self._tell, self._doing = Judge(self.whole), solve_steps, tell, ""

    @property
    def proved(self) -> bool:
        """Tell whether no plan can be better."""
        best = self.best
        return best is not None and not best.score.broken and best.score.cost <= self.bound

    @property
    def worth(self) -> Prices:
        """Return what one more of the pool is worth by the best bound, else by a linear program; {} before either."""
        return self._bundle.centre if self._bundle.best is not None else self._opening

    @property
    def plan(self) -> Plan:
        """Return the best plan so far."""
        return self.best.plan if self.best else frozenset()

    @property
    def staff(self) -> Plan:
        """Return what the units' own staff have in it."""
        return frozenset(pair for pair in self.plan if pair.who not in self.pool)

    def at_prices(self, seconds: float) -> Plan | None:
        """Solve every part at the prices, which may raise the bound; return what the units' own staff have then."""
        self.tell("Every unit at prices")
        allowances = tuple(each.charged() for each in self.shared)
        steps = [Step(m, seconds, self.prices, start=self.plan or None, allowances=allowances) for m in self.members]
        done = self._all(steps)
        if done is None:
            return None
        bound = sum(each.bound for each in done) - sum(each.off for each in self.shared)
        if self._bounded:
            self.bound = max(self.bound, bound)
        self._bundle.heard(self.prices, bound)
        self._learn(done)
        for each in self.shared:
            each.heard({one.code: one.shares[each.rule.key] for one in done})
        self.prices = self._bundle.next()
        plans = [each.plan for each in done[:-1]]
        return frozenset(pair for plan in plans for pair in plan if not is_guest(pair.who))

    def with_pool(self, staff: Plan, run: Run) -> Outcome:
        """Give the pool its duties beside those of all staff, and take note of what comes."""
        self.tell("The pool where units are short")
        left = with_given(self.whole, self.pool, staff)
        start = self.plan - self.staff
        found = solve_or_nearest(left, self._pins(left), start=start or None, run=run)
        self.consider(staff | (found.found or frozenset()))
        return found

    def price_by(self, found: Outcome) -> None:
        """Take for prices what one more of the pool would save where the units were short; half the most if unknown."""
        self._opening = self._by_worth(found)
        self.prices = self._opening if found.worth else dict.fromkeys(self.prices, self.most // 2)
        self._bundle.best = None

    def with_units(self, seconds: float) -> None:
        """Have every unit plan anew beside what the pool has in the best plan."""
        self.tell("Every unit around its guests")
        floating = self.plan - self.staff
        spent = {each.rule.key: self._had(each, floating) for each in self.shared}
        steps = [
            Step(
                member,
                seconds,
                given=floating,
                start=self.plan,
                allowances=tuple(each.divided(member.code, spent[each.rule.key]) for each in self.shared),
            )
            for member in self.members[:-1]
        ]
        done = self._all(steps) or ()
        for each in done:
            self.consider(
                frozenset(p for p in self.plan if not p.who.startswith(throughout(each.code, ""))) | each.plan
            )
        self.consider(floating.union(*(each.plan for each in done)) if done else self.plan)

    def as_one(self, run: Run) -> None:
        """Solve everything at once, which proves what a small hospital's best plan is if there is time for it."""
        self.tell("All as one")
        outcome = solve(self.whole, Pins(self.keep), start=self.plan, run=run)
        self.bound = max(self.bound, outcome.bound)
        self._opening = self._by_worth(outcome) or self._opening
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
        done = self._solve_steps(steps)
        finished = [each for each in done if each is not None]
        return finished if len(finished) == len(steps) else None

    def _learn(self, done: Sequence[StepDone]) -> None:
        """Take note of what the plans of all parts cost without prices, and what they take and give."""
        for each in done:
            sign = -1 if each.code == POOL else 1
            things = Counter(pair.what for pair in each.plan if is_guest(pair.who))
            taken = {thing: sign * number for thing, number in things.items()}
            if each.cost is not None:
                paid = sum(number * self.prices.get(thing, 0) for thing, number in taken.items())
                self._bundle.plans.append(PartCost(each.code, each.cost - paid, taken))

    def _by_worth(self, found: Outcome) -> Prices:
        """Return what one more in each duty of the pool would save by shadow prices; staff of units are in none."""
        worth = prices_by_worth(self.whole, found.worth, self.most)
        return {thing: cents for thing, cents in worth.items() if thing in self._things}

    def _had(self, shared: SharedPriceOf, plan: Plan) -> int:
        """Return what a plan adds to a shared sum."""
        (law,) = (clause.law for clause in self.whole.clauses if clause.rule is shared.rule)
        assert isinstance(law, Sum)
        return law.total(plan)

    def _pins(self, left: Formulation) -> Pins:
        known = frozenset(left.pairs)
        return Pins(self.keep & known)
