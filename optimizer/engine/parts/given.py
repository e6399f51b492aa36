"""What is left of a formulation once the plan of some people is given."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Plan


def with_given(formulation: Formulation, free: Set[str], given: Plan) -> Formulation:
    """Return the formulation of those who are free, beside what the others have in a given plan.

    A plan costs in it what it costs in the whole, but for what the others break by themselves.
    """
    had = frozenset(pair for pair in given | formulation.past if pair.who not in free)
    fold = _Fold(free, had)
    walkers = {who: walker for who, walker in formulation.walkers.items() if who in free}
    walking = {*free, *walkers.values()}
    return replace(
        formulation,
        pairs=tuple(pair for pair in formulation.pairs if pair.who in free),
        offered=frozenset(pair for pair in formulation.offered if pair.who in free),
        past=frozenset(pair for pair in formulation.past if pair.who in free),
        clauses=tuple(_left(formulation.clauses, walking, fold)),
        walkers=walkers,
    )


@dataclass(frozen=True)
class _Fold:
    """Takes what others have out of sums; a sum that several count over stays one sum."""

    free: Set[str]
    had: Plan
    known: dict[int, Sum] = field(default_factory=dict)

    def concerns(self, law: Sum) -> bool:
        """Tell whether anybody who is free adds to a sum."""
        return any(pair.who in self.free for _, pair in law.terms) or any(map(self.concerns, self._others(law)))

    def sum(self, law: Sum) -> Sum:
        """Return what is left of a sum, its bounds moved by what the others add."""
        if id(law) not in self.known:
            self.known[id(law)] = self._left_of(law)
        return self.known[id(law)]

    def _left_of(self, law: Sum) -> Sum:
        added = sum(factor for factor, pair in law.terms if pair in self.had)
        added += sum(factor * self._over(other) for factor, other in law.overs if not self.concerns(other))
        terms = tuple((factor, pair) for factor, pair in law.terms if pair.who in self.free)
        overs = tuple((factor, self.sum(other)) for factor, other in law.overs if self.concerns(other))
        return Sum(law.place, terms, _moved(law.low, added), _moved(law.high, added), overs)

    def _over(self, law: Sum) -> int:
        return max(0, law.over(law.counted(self.had)))

    @staticmethod
    def _others(law: Sum) -> Iterator[Sum]:
        return (other for _, other in law.overs)


def _left(clauses: tuple[Clause, ...], walking: Set[str], fold: _Fold) -> Iterator[Clause]:
    for clause in clauses:
        if not isinstance(clause.law, Sum):
            if clause.law.who in walking:
                yield clause
        elif fold.concerns(clause.law):
            yield replace(clause, law=fold.sum(clause.law))


def _moved(bound: int | None, added: int) -> int | None:
    return None if bound is None else bound - added
