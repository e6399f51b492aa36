"""A formulation as a model in which every cause is an assumption, so that a proof tells which of them it takes."""

from collections.abc import Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.explain.cause import Cause, FixedCell
from optimizer.engine.model import Literal, Model
from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum, Walk


class AssumedModel(Model):
    """States causes as assumptions, and what is always a must for good; prices are left out.

    ``formulation`` has the clauses among the causes in force, and offers all that any cell keeps.
    """

    def __init__(self, formulation: Formulation, causes: Sequence[Cause], check: Check = UNHURRIED.check) -> None:
        self._causes = causes
        self._number = {id(cause.law): number for number, cause in enumerate(causes) if isinstance(cause, Clause)}
        self.assumed: list[cp_model.IntVar] = []
        self._under: cp_model.IntVar | None = None
        super().__init__(formulation.musts(), NO_PINS, check)
        self.cp.clear_objective()  # type: ignore[no-untyped-call]  # with one there is no core
        self.cp.add_assumptions(self.assumed)

    def core(self, solver: cp_model.CpSolver) -> list[Cause]:
        """Return the causes that a proof has used."""
        used = {*solver.sufficient_assumptions_for_infeasibility()}
        return [cause for cause, literal in zip(self._causes, self.assumed, strict=True) if literal.index in used]

    def _add_pairs(self, formulation: Formulation, pins: Pins) -> None:
        """Give every pair a literal, whatever a must forbids, and say of decided cells what is assumed there."""
        self.assumed = [self.cp.new_bool_var("") for _ in self._causes]
        kept = {pair for cause in self._causes if isinstance(cause, FixedCell) for pair in cause.keep}
        for pair in formulation.pairs:
            if pair in formulation.offered or pair in kept:
                self.pairs[pair] = self.cp.new_bool_var("")
                if hasattr(pair.what, "day"):
                    self._cells[formulation.cell(pair)].append(pair)
        for cause, literal in zip(self._causes, self.assumed, strict=True):
            if isinstance(cause, FixedCell):
                self._fix(cause, literal, formulation)

    def _fix(self, cell: FixedCell, literal: cp_model.IntVar, formulation: Formulation) -> None:
        """Say what is decided in a cell; a pair that no solver may choose is there for no other reason."""
        for pair in cell.keep:
            self.cp.add_implication(literal, self.pairs[pair])
            if pair not in formulation.offered:
                self.cp.add_implication(self.pairs[pair], literal)
        for pair in cell.ban & self.pairs.keys():
            self.cp.add_implication(literal, self.pairs[pair].negated())

    def _add_sum(self, clause: Clause, law: Sum) -> None:
        self._under = self._assumed_of(clause)
        super()._add_sum(clause, law)
        self._under = None

    def _bound(self, total: cp_model.LinearExpr, low: int | None, high: int | None, scale: int = 1) -> None:
        low_enough = [] if high is None else [total <= high * scale]
        high_enough = [] if low is None else [total >= low * scale]
        for bound in (*high_enough, *low_enough):
            said = self.cp.add(bound)
            if self._under is not None:
                said.only_enforce_if(self._under)

    def _add_walk(self, clause: Clause, walk: Walk) -> None:
        self._under = self._assumed_of(clause)
        bent = clause if self._under is None else replace(clause, must=False, price=1, whole=True)
        super()._add_walk(bent, walk)
        self._under = None

    def _breach(self, breaches: dict[int, cp_model.IntVar], cents: int) -> Literal:  # type: ignore[override]
        """Return that the walk is not assumed to be kept."""
        del breaches, cents
        assert self._under is not None
        return self._under.negated()

    def _assumed_of(self, clause: Clause) -> cp_model.IntVar | None:
        number = self._number.get(id(clause.law))
        return None if number is None else self.assumed[number]
