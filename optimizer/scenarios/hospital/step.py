"""One step: one unit of a hospital, or its pool, solved in whatever process it finds itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Outcome, Pins
from optimizer.engine.parts.given import with_given
from optimizer.engine.parts.least import least_of
from optimizer.engine.parts.price import Prices, giving, taking
from optimizer.engine.parts.solve import solve_part
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Plan
from optimizer.planning.together import DayTogether
from optimizer.staffing.hospital.hospital import POOL, Member
from optimizer.staffing.hospital.names import Names, is_guest
from optimizer.staffing.hospital.rules.shared import SharedRule
from optimizer.staffing.hospital.whole import part_of, share_of


@dataclass(frozen=True)
class Allowance:
    """What a part may have of a sum in which all have a share: ``most`` of it, and ``price`` cents for each unit."""

    rule: SharedRule
    most: int | None = None
    price: int = 0

    def clauses(self, share: Sum) -> tuple[Clause, ...]:
        """Return what binds a share, and what charges it."""
        own, whole = Sum(share.place, share.terms, high=self.most or 0, overs=share.overs), not self.rule.in_parts
        free = Sum(share.place, share.terms, high=0, overs=share.overs)
        bound = () if self.most is None else (Clause(own, self.rule, must=True, price=0, whole=whole),)
        charged = (Clause(free, self.rule, must=False, price=self.price, whole=whole),) if self.price else ()
        return (*bound, *charged)


@dataclass(frozen=True)
class Step:
    """A part to solve: a unit with its guests, or the pool.

    With ``prices`` a unit takes guests, and the pool gives its people, at these; else its guests have what is
    ``given``. ``start`` is a plan to begin with; ``bounded`` tells that a bound is wanted, and no plan. What
    ``together`` lets stand on a guest's day is the pool's to say. Names are those throughout the hospital.
    """

    member: Member
    seconds: float
    prices: Prices | None = None
    start: Plan | None = None
    allowances: tuple[Allowance, ...] = ()
    together: tuple[DayTogether, ...] = ()
    bounded: bool = False
    given: Plan = frozenset()
    seed: int = 0

    @property
    def code(self) -> str:
        """Return the code of the unit, or what the pool is called."""
        return self.member.code


@dataclass(frozen=True)
class StepDone:
    """What came of a step: its best plan, the cents that it adds to the whole, and those that none adds less than.

    ``outcome`` is None where only a bound was wanted, and ``bound`` where none was found; ``cost`` is None without a
    plan that keeps every must; ``shares`` are what it has of sums in which all have a share.
    """

    code: str
    outcome: Outcome | None
    cost: int | None
    bound: int | None
    shares: Mapping[str, int] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """Return the plan, or the nearest one; nobody works where there is none."""
        return (self.outcome and self.outcome.found) or frozenset()


SolveSteps = Callable[[Sequence[Step]], Sequence[StepDone | None]]
"""Solves some steps side by side, wherever that is."""


def work(step: Step) -> StepDone:
    """Return what comes of a step; one thread searches, since others run beside this process."""
    run = Run(in_seconds(step.seconds), effort=Effort(1, step.seed))
    shares = {allowance.rule.key: share_of(step.member, allowance.rule) for allowance in step.allowances}
    formulation, constant = _formulated(step, shares)
    keep = Names(step.code).plan(kept(step.member))
    start = None if step.start is None else frozenset((step.start & formulation.offered) | keep)
    if step.bounded:
        least = least_of(formulation, Pins(keep), start or keep, run)
        return StepDone(step.code, None, None, None if least is None else least - constant)
    outcome = solve_part(formulation, Pins(keep), start=start, run=run)
    totals = {key: share.total(outcome.found or frozenset()) for key, share in shares.items()}
    cost = None if outcome.score is None else outcome.score.cost - constant
    return StepDone(step.code, outcome, cost, outcome.bound - constant, totals)


def _formulated(step: Step, shares: Mapping[str, Sum]) -> tuple[Formulation, int]:
    """Return what is to be solved, and what it costs more than the part does."""
    part = part_of(step.member)
    clauses = (clause for a in step.allowances for clause in a.clauses(shares[a.rule.key]))
    part = replace(part, clauses=(*part.clauses, *clauses), together=(*part.together, *step.together))
    if step.prices is not None:
        return _at_prices(step, part, step.prices)
    own = frozenset(pair.who for pair in part.pairs if step.code == POOL or not is_guest(pair.who))
    return with_given(part, own, step.given), 0


def _at_prices(step: Step, part: Formulation, prices: Prices) -> tuple[Formulation, int]:
    if step.code == POOL:
        return giving(part, sorted(part.offered), prices)
    return taking(part, sorted(pair for pair in part.offered if is_guest(pair.who)), prices), 0


def kept(member: Member) -> Plan:
    """Return what stands in a unit already: what is locked, and what was entered by hand on other days."""
    unit, locked = member.unit, {(pair.who, pair.what.day) for pair in member.unit.locked}
    entered = unit.entered(member.given)
    return unit.locked | {pair for pair in entered if (pair.who, pair.what.day) not in locked}
