"""Folds a formulation of sums into choices: what one choice decides by itself becomes a cost of its options."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from optimizer.engine.sums.choices import Choices, GroupOption, SharedRow
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair


def choices(formulation: Formulation) -> Choices:
    """Return the choices of a formulation of sums without a past; all its pairs are free."""
    return _Builder(formulation).build()


class _Builder:
    def __init__(self, formulation: Formulation) -> None:
        self._clauses = formulation.clauses
        self._group_of: dict[Pair, int] = {}
        self._options: list[list[GroupOption]] = []
        self._rows: list[SharedRow] = []
        self._fixed = 0
        for clause in self._clauses:
            if _at_most_one(clause) and not any(pair in self._group_of for _, pair in _sum(clause).terms):
                self._open_group([pair for _, pair in _sum(clause).terms])
        for pair in formulation.pairs:
            if pair not in self._group_of:
                self._open_group([pair])
        self._numbers: dict[Pair, int] = {}
        self._begins = [0]
        for options in self._options:
            for number, option in enumerate(options, self._begins[-1]):
                if option is not None:
                    self._numbers[option] = number
            self._begins.append(self._begins[-1] + len(options))
        self._costs = [0] * self._begins[-1]
        self._allowed = [True] * self._begins[-1]

    def build(self) -> Choices:
        """Return the choices, without the options that a must forbids by itself."""
        for clause in self._clauses:
            self._add(clause, _sum(clause))
        number = {old: new for new, old in enumerate(o for o, allowed in enumerate(self._allowed) if allowed)}
        entries: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, row in enumerate(self._rows):
            for option, factor in row.factors.items():
                if option in number and factor:
                    entries[number[option]].append((index, factor))
        flat = [option for options in self._options for option in options]
        begins = np.concatenate(([0], np.cumsum(self._allowed)))[self._begins]
        sizes = [len(entries[option]) for option in range(len(number))]
        both = [entry for option in range(len(number)) for entry in entries[option]]
        return Choices(
            tuple(flat[old] for old in number), begins.astype(np.int64),
            np.array([self._costs[old] for old in number], np.int64), self._fixed, tuple(self._rows),
            np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
            np.array([row for row, _ in both], np.int64), np.array([factor for _, factor in both], np.int64),
        )  # fmt: skip

    def _open_group(self, pairs: list[Pair]) -> None:
        self._group_of.update(dict.fromkeys(pairs, len(self._options)))
        self._options.append([None, *pairs])

    def _add(self, clause: Clause, law: Sum) -> None:
        if not law.overs and (group := self._only_group(law)) is not None:
            for option, total in self._totals(law, group):
                amount = law.excess(total)
                self._allowed[option] &= not (clause.must and amount)
                self._costs[option] += clause.cost(amount)
            return
        if clause.must and not law.overs and law.high is not None and law.low is not None:
            self._rows.append(SharedRow(self._factors(law), law.high, law.low, must=True))
            return
        for side in sides(law):
            self._add_side(clause, side)

    def _add_side(self, clause: Clause, law: Sum) -> None:
        assert law.high is not None
        index = len(self._rows)
        tariff = clause.tariff
        per = Fraction(tariff.step, tariff.scale)
        row = SharedRow(self._factors(law), law.high, None, clause.must, tariff.price, per)
        self._rows.append(row)
        for weight, other in law.overs:
            self._carry(index, weight, other)
        if not clause.must and per == 1 and not law.overs and self._always_over(row):
            self._rows.pop()
            self._fixed -= row.price * row.high
            for option, factor in row.factors.items():
                self._costs[option] += row.price * factor

    def _carry(self, index: int, weight: int, law: Sum) -> None:
        """Add what a law is exceeded by to a row: straight from the option when one group decides it."""
        row = self._rows[index]
        if (group := self._only_group(law)) is not None:
            for option, total in self._totals(law, group):
                row.factors[option] = row.factors.get(option, 0) + weight * law.excess(total)
            return
        assert law.high is not None
        source = SharedRow(self._factors(law), law.high, target=index, weight=weight)
        if not self._always_over(source):
            self._rows.append(source)
            return
        row.high += weight * source.high
        for option, factor in source.factors.items():
            row.factors[option] = row.factors.get(option, 0) + weight * factor

    def _only_group(self, law: Sum) -> int | None:
        groups = {self._group_of[pair] for _, pair in law.terms}
        return groups.pop() if len(groups) == 1 else None

    def _totals(self, law: Sum, group: int) -> Iterator[tuple[int, int]]:
        factors = self._factors(law)
        for option in range(self._begins[group], self._begins[group + 1]):
            yield option, factors.get(option, 0)

    def _factors(self, law: Sum) -> dict[int, int]:
        factors: dict[int, int] = {}
        for factor, pair in law.terms:
            number = self._numbers[pair]
            factors[number] = factors.get(number, 0) + factor
        return factors

    def _always_over(self, row: SharedRow) -> bool:
        """Tell whether a row is exceeded whatever is chosen, so that its excess is a plain sum."""
        return sum(self._least(row.factors).values()) >= row.high

    def _least(self, factors: Mapping[int, int]) -> Mapping[int, int]:
        of_group: dict[int, list[int]] = defaultdict(list)
        for option, factor in factors.items():
            of_group[bisect_right(self._begins, option) - 1].append(factor)
        sizes = {group: self._begins[group + 1] - self._begins[group] for group in of_group}
        return {g: min(found) if len(found) == sizes[g] else min(0, *found) for g, found in of_group.items()}


def sides(law: Sum) -> Iterator[Sum]:
    """Yield a sum for each bound, whose excess is what the law is broken by there."""
    if law.high is not None:
        yield Sum(law.place, law.terms, high=law.high, overs=law.overs)
    if law.low is not None:
        yield Sum(law.place, tuple((-factor, pair) for factor, pair in law.terms), high=-law.low)


def _at_most_one(clause: Clause) -> bool:
    law = _sum(clause)
    return clause.must and not law.overs and law.high in (0, 1) and all(factor == 1 for factor, _ in law.terms)


def _sum(clause: Clause) -> Sum:
    assert isinstance(clause.law, Sum)
    return clause.law
