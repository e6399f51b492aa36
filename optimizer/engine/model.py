"""A formulation as a CP-SAT model that pays exactly what a judge charges."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from ortools.sat.python import cp_model, cp_model_helper

from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.day_sets import DaySet, PersonDay, by_cell, day_sets
from optimizer.engine.outcome import Pins
from optimizer.engine.unfold import Layer, unfold
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Letter, Sum, Walk
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import rows_of

EVERY = 50
"""After how many clauses it is seen whether there is time for more."""
Literal: TypeAlias = "cp_model_helper.Literal | bool"


class Model:
    """Turns pairs into literals, sums into linear constraints, walks into states that follow from the pairs.

    Where several pairs may stand on one day, every set that may be had there has a literal, exactly one of which holds,
    and the pairs follow from these. Pairs that are neither offered nor kept, and those that a must forbids outright,
    get no literal: they are 0. ``check`` is called again and again, and raises what ends it.
    """

    def __init__(self, formulation: Formulation, pins: Pins, check: Check = UNHURRIED.check) -> None:
        self.cp = cp_model.CpModel()
        self.pairs: dict[Pair, cp_model.IntVar] = {}
        self._past = formulation.past
        self._past_rows = rows_of(formulation.past, formulation.walkers)
        self._cells: dict[PersonDay, list[Pair]] = defaultdict(list)
        self._sets: dict[PersonDay, dict[DaySet, cp_model.IntVar]] = {}
        self._off: dict[PersonDay, cp_model.IntVar] = {}
        self._any: dict[frozenset[int], cp_model.IntVar] = {}
        self._excess: dict[int, cp_model.IntVar] = {}
        self._layers: dict[object, tuple[Layer, ...]] = {}
        self._costs: list[cp_model.LinearExpr] = []
        self._check = check
        self._add_pairs(formulation, pins)
        self._add_sets(formulation, pins)
        for number, clause in enumerate(formulation.clauses):
            if number % EVERY == 0:
                check()
            if isinstance(clause.law, Sum):
                self._add_sum(clause, clause.law)
            else:
                self._add_walk(clause, clause.law)
        self.cp.minimize(cp_model.LinearExpr.sum(self._costs))

    def hint(self, plan: Plan) -> None:
        """Suggest a plan to start from."""
        for pair, literal in self.pairs.items():
            self.cp.add_hint(literal, pair in plan)
        for cell, sets in self._sets.items():
            had = tuple(sorted(pair for pair in self._cells[cell] if pair in plan))
            for taken, literal in sets.items():
                self.cp.add_hint(literal, taken == had)

    def plan(self, value: "cp_model.CpSolver | cp_model.CpSolverSolutionCallback") -> Plan:
        """Return the plan that a solver found."""
        return frozenset(pair for pair, literal in self.pairs.items() if value.boolean_value(literal))

    def _add_pairs(self, formulation: Formulation, pins: Pins) -> None:
        barred = (_barred(formulation) | pins.ban) - pins.keep
        for pair in formulation.pairs:
            if pair in pins.keep or (pair in formulation.offered and pair not in barred):
                self.pairs[pair] = self.cp.new_bool_var("")
                if hasattr(pair.what, "day"):
                    self._cells[formulation.cell(pair)].append(pair)
        for pair in sorted(pins.keep):  # a set's own order differs from process to process
            self.cp.add(self.pairs[pair] == 1)
        for pair in pins.keep & pins.ban:
            self.cp.add(self.pairs[pair] == 0)

    def _add_sets(self, formulation: Formulation, pins: Pins) -> None:
        """Say what may be had together in every cell where several pairs may."""
        dated = _dated(pins.keep)
        if not formulation.together and len(by_cell(dated, formulation.cell)) == len(dated):
            return
        for cell, known in day_sets(formulation, pins).items():
            sets = [each for each in known if self.pairs.keys() >= {*each}]
            if any(len(each) > 1 for each in sets):
                literals = self._sets[cell] = {each: self.cp.new_bool_var("") for each in sets}
                self.cp.add_exactly_one(literals.values())
                for pair in self._cells[cell]:
                    having = (literal for each, literal in literals.items() if pair in each)
                    self.cp.add(self.pairs[pair] == cp_model.LinearExpr.sum([*having]))

    def _add_sum(self, clause: Clause, law: Sum) -> None:
        total = self._total(law)
        if clause.must:
            self._bound(total, law.low, law.high)
            return
        tariff = clause.tariff
        most = tariff.steps(self._most_breach(law))
        if most <= 0:
            return
        steps = self.cp.new_int_var(0, most, "")
        slack = steps * tariff.step
        self._bound(total * tariff.scale + slack, law.low, None, tariff.scale)
        self._bound(total * tariff.scale - slack, None, law.high, tariff.scale)
        self._costs.append(steps * tariff.price)

    def _bound(self, total: cp_model.LinearExpr, low: int | None, high: int | None, scale: int = 1) -> None:
        if low is not None:
            self.cp.add(total >= low * scale)
        if high is not None:
            self.cp.add(total <= high * scale)

    def _total(self, law: Sum) -> cp_model.LinearExpr:
        terms = [(factor, self.pairs[pair]) for factor, pair in law.terms if pair in self.pairs]
        terms += [(factor, self._excess_of(other)) for factor, other in law.overs]
        weighted = cp_model.LinearExpr.weighted_sum([term[1] for term in terms], [term[0] for term in terms])
        return weighted + law.counted(self._past)

    def _excess_of(self, law: Sum) -> cp_model.IntVar:
        """Return what a sum exceeds its high bound by: never less, and never more where that would cost."""
        if id(law) not in self._excess:
            assert law.high is not None
            self._excess[id(law)] = self.cp.new_int_var(0, max(0, self._reach(law)[1] - law.high), "")
            self.cp.add(self._total(law) - self._excess[id(law)] <= law.high)
        return self._excess[id(law)]

    def _reach(self, law: Sum) -> tuple[int, int]:
        """Return the least and the most that a sum can come to."""
        return law.reach(self.pairs, self._past)

    def _most_breach(self, law: Sum) -> int:
        least, most = self._reach(law)
        return max(law.excess(least), law.excess(most))

    def _add_walk(self, clause: Clause, walk: Walk) -> None:
        """Give every state that a day can reach a literal, exactly one of which holds; letters say which comes next."""
        groups = [self._letters(walk, day) for day in walk.days]
        tails: dict[int, Literal] = {0: True}
        for position, layer in enumerate(self._unfolded(walk, groups, must=clause.must)):
            members = groups[position]
            cell = (walk.who, walk.days[position])
            heads = self._state_literals({arc.head for arc in layer})
            breaches: dict[int, cp_model.IntVar] = {}
            for arc in layer:
                letter = self._letter_literal(cell, [taken for one in arc.letters for taken in members[one]])
                self._implies(tails[arc.tail], letter, heads[arc.head])
                if arc.amount:
                    self._implies(tails[arc.tail], letter, self._breach(breaches, clause.cost(arc.amount)))
            for tail, literal in tails.items():
                known = {letter for arc in layer if arc.tail == tail for letter in arc.letters}
                dead = [taken for letter, sets in members.items() if letter not in known for taken in sets]
                if dead:
                    self._implies(literal, self._letter_literal(cell, dead), False)
            self._costs += [cents * literal for cents, literal in breaches.items()]
            tails = heads

    def _breach(self, breaches: dict[int, cp_model.IntVar], cents: int) -> cp_model.IntVar:
        if cents not in breaches:
            breaches[cents] = self.cp.new_bool_var("")
        return breaches[cents]

    def _letters(self, walk: Walk, day: date) -> dict[Letter, list[DaySet]]:
        """Return what makes each letter that a day can be."""
        groups: dict[Letter, list[DaySet]] = defaultdict(list)
        for taken in self._choices((walk.who, day)):
            groups[walk.read(day, tuple(pair.what for pair in taken))].append(taken)
        return groups

    def _choices(self, cell: PersonDay) -> list[DaySet]:
        """Return all that can be had in a cell."""
        if cell in self._sets:
            return [*self._sets[cell]]
        return [(), *((pair,) for pair in self._cells[cell])]

    def _unfolded(self, walk: Walk, groups: list[dict[Letter, list[DaySet]]], *, must: bool) -> tuple[Layer, ...]:
        alphabet = tuple(frozenset(letters) for letters in groups)
        start = walk.state_after(self._past_rows.get(walk.who, {}))
        key = (walk.machine, start, alphabet, must)
        if key not in self._layers:
            self._layers[key] = unfold(walk.machine, [start], alphabet, must=must, check=self._check).layers
        return self._layers[key]

    def _state_literals(self, states: set[int]) -> dict[int, Literal]:
        if len(states) == 1:
            return dict.fromkeys(states, True)
        literals: dict[int, Literal] = {state: self.cp.new_bool_var("") for state in sorted(states)}
        self.cp.add_exactly_one(literals.values())
        return literals

    def _letter_literal(self, cell: PersonDay, members: list[DaySet]) -> Literal:
        """Return the literal that a cell has one of these."""
        literals = [self._set_literal(cell, taken) for taken in members]
        if len(literals) == 1:
            return literals[0]
        if len(literals) == len(self._choices(cell)):
            return True
        key = frozenset(literal.index for literal in literals)
        if key not in self._any:
            self._any[key] = self.cp.new_bool_var("")
            self.cp.add(sum(literals) == self._any[key])
        return self._any[key]

    def _set_literal(self, cell: PersonDay, taken: DaySet) -> cp_model.IntVar:
        """Return the literal that a cell has just this: one pair or nothing, where no set is known."""
        if cell in self._sets:
            return self._sets[cell][taken]
        return self.pairs[taken[0]] if taken else self._empty(cell)

    def _empty(self, cell: PersonDay) -> cp_model.IntVar:
        """Return the literal that a cell is empty."""
        if cell not in self._off:
            self._off[cell] = self.cp.new_bool_var("")
            self.cp.add_exactly_one([self._off[cell], *(self.pairs[pair] for pair in self._cells[cell])])
        return self._off[cell]

    def _implies(self, first: Literal, second: Literal, then: Literal) -> None:
        if then is not True:
            self.cp.add_bool_or([_negated(first), _negated(second), then])


def _dated(pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if hasattr(pair.what, "day")]


def _negated(literal: Literal) -> Literal:
    return not literal if isinstance(literal, bool) else literal.negated()


def _barred(formulation: Formulation) -> frozenset[Pair]:
    """Return the pairs that some must forbids whatever else is chosen: alone they already exceed its high bound."""
    musts = (clause.law for clause in formulation.clauses if clause.must and isinstance(clause.law, Sum))
    return frozenset(pair for law in musts for pair in _too_much(law, formulation.past))


def _too_much(law: Sum, past: Plan) -> Iterable[Pair]:
    if law.high is None or any(factor < 0 for factor, _ in law.terms):
        return
    base = law.counted(past)
    yield from (pair for factor, pair in law.terms if base + factor > law.high)
