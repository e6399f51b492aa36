"""Musts that keep a goal as good as it was reached."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import lcm
from typing import Any

from optimizer.engine.sums.fold import sides
from optimizer.engine.sums.least import least_cost
from optimizer.engine.sums.part import least_amount
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding, Rule


@dataclass(frozen=True)
class AsGood(Rule[Any]):
    """Keeps a goal as good as it was reached."""

    key, title, unit = "as-good", "As good as an earlier goal was reached", "cent worse"
    sentence = "an earlier goal stays as good as it was reached"

    def laws(self, problem: Any) -> Iterable[Sum]:
        """Yield nothing: its law is made of others."""
        del problem
        return ()

    def say(self, problem: Any, finding: Finding) -> str:
        """Say that an earlier goal would be worse."""
        del problem, finding
        return "A goal that comes before would be missed by more."


def kept(clauses: list[Clause], plan: Plan, cost: int) -> Iterator[Clause]:
    """Yield musts that keep a goal as good as it was reached by a plan.

    Where every law costs the least that it can by itself, each is kept so; else all together, their amounts weighed by
    their prices.
    """
    if cost == sum(map(least_cost, clauses)):
        yield from (_loosened(clause, least_amount(_sum(clause))) for clause in clauses)
        return
    simple = list[Clause]()
    for clause in clauses:
        if _sum(clause).overs:
            yield _loosened(clause, _amount(_sum(clause), plan))  # it counts an excess already
        else:
            simple.append(clause)
    yield Clause(_together(simple, plan), AsGood(), must=True, price=0)


def _loosened(clause: Clause, reached: int) -> Clause:
    """Return a must that is allowed a breach as dear as the one that was reached."""
    law, amount = _sum(clause), clause.as_dear(reached)
    low = None if law.low is None else law.low - amount
    high = None if law.high is None else law.high + amount
    return replace(clause, law=Sum(law.place, law.terms, low, high, law.overs), must=True, price=0)


def _together(clauses: list[Clause], plan: Plan) -> Sum:
    scale = lcm(*(clause.rule.per for clause in clauses)) if clauses else 1
    overs, most = list[tuple[int, Sum]](), 0
    for clause in clauses:
        factor = clause.price * scale // clause.rule.per
        overs += [(factor, side) for side in sides(_sum(clause))]
        most += factor * _amount(_sum(clause), plan)
    return Sum(Place(), (), high=most, overs=tuple(overs))


def _amount(law: Sum, plan: Plan) -> int:
    return law.excess(law.total(plan))


def _sum(clause: Clause) -> Sum:
    assert isinstance(clause.law, Sum)
    return clause.law
