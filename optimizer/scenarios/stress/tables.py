"""What a simulated period comes to, read off tables: people missing by need, overtime, pay."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from optimizer.engine.arrays import Flags, Ints, Small
from optimizer.engine.quick.compile import Compiled
from optimizer.engine.quick.fill import QuickNeeds
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.replan.goals import MendGoals
from optimizer.staffing.facts.demand import Slot
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import overtime_sums
from optimizer.staffing.pay.pay import FINE
from optimizer.staffing.pay.reckoned import ReckonedPay


@dataclass(frozen=True)
class StressTables:
    """The needs that were promised, and for every option what it pays and which sums of overtime it counts to.

    ``counts`` is needs × (days · labels), ``promised`` and ``minimum`` are by need, ``minutes`` what one person missing
    leaves uncovered. ``pay`` and ``fine`` are in fine parts of a cent, as a search reckons them; ``over`` is sums ×
    options in minutes.
    """

    slots: tuple[Slot, ...]
    counts: Ints
    promised: Ints
    minimum: Ints
    minutes: Ints
    staffs: Flags
    on_call: Flags
    pay: Ints
    over: Ints
    above: Ints
    fine: Ints
    overtime: Flags

    def missing(self, label: Small, more: Ints) -> Ints:
        """Return how many people each need lacks of those promised, and of ``more`` that were needed, by need."""
        lacking: Ints = np.maximum(0, self.promised + self._more(more) - self._there(label))
        return lacking

    def below_minimum(self, label: Small) -> Ints:
        """Return how many people each need lacks of its minimum."""
        lacking: Ints = np.maximum(0, self.minimum - self._there(label))
        return lacking

    def money(self, options: Ints) -> tuple[int, int]:
        """Return minutes of overtime, and cents of pay, of the options taken."""
        taken = np.bincount(options, minlength=len(self.pay))
        excess = np.maximum(0, self.over @ taken - self.above)
        cents = int(-(-(self.pay @ taken + excess @ self.fine) // FINE))
        return int(excess[self.overtime].sum()), cents

    def needs(self, label: Small, more: Ints) -> QuickNeeds:
        """Return the needs as a compiled search reads them, when so many more are needed, days × labels."""
        slack = self._there(label) - self.promised - self._more(more)
        cells, slots = np.nonzero(self.counts.T)
        begins = np.searchsorted(cells, np.arange(self.counts.shape[1] + 1))
        return QuickNeeds(self.staffs, self.on_call, slack, begins.astype(np.int64), slots.astype(np.int64))

    def _there(self, label: Small) -> Ints:
        days, labels = label.shape[1], len(self.staffs)
        at = label + np.arange(days) * labels
        return self.counts @ np.bincount(at.ravel(), minlength=days * labels)

    def _more(self, more: Ints) -> Ints:
        return self.counts @ more.ravel()


def tables_of(unit: Unit, plan: Plan, known: Compiled) -> StressTables:
    """Return the tables of a published plan."""
    goals = MendGoals.of(unit, plan, unit, plan)
    labels = _labels(known)
    days, width = {day: n for n, day in enumerate(known.days)}, known.problem.at.shape[2]
    counts = np.zeros((len(goals.promised), len(known.days) * width), np.int64)
    past = np.zeros(len(goals.promised), np.int64)
    for row, (slot, _) in enumerate(goals.promised):
        for duty in slot.duties:
            past[row] += sum(pair.what == duty for pair in unit.past)
            for label, things in labels.items():
                if (duty.shift, duty.role) in things and duty.day in days:
                    counts[row, days[duty.day] * width + label] = 1
    staffs, on_call = np.zeros(width, np.bool_), np.zeros(width, np.bool_)
    for label, things in labels.items():
        shifts = [unit.shift_by_code[code] for code, _ in things]
        staffs[label] = any(shift.staffs for shift in shifts)
        on_call[label] = all(shift.kind is Kind.ON_CALL for shift in shifts)
    slots = tuple(slot for slot, _ in goals.promised)
    pay, over, above, fine, overtime = _money(unit, known)
    return StressTables(
        slots, counts, np.array([number for _, number in goals.promised], np.int64) - past,
        np.array([slot.demand.need.minimum for slot in slots], np.int64) - past,
        np.array([unit.length_of(slot.demand.need.shift) for slot in slots], np.int64),
        staffs, on_call, pay, over, above, fine, overtime,
    )  # fmt: skip


def _labels(known: Compiled) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return the shifts and roles that every label means."""
    return {
        label: tuple((pair.what.shift, pair.what.role) for pair in pairs)
        for pairs, (_, _, label) in known.place.items()
    }


def _money(unit: Unit, known: Compiled) -> tuple[Ints, Ints, Ints, Ints, Flags]:
    """Return what options pay, and of every sum of overtime and extra hours its minutes, bound and price."""
    reckoned, options = ReckonedPay(unit), defaultdict[Pair, list[int]](list)
    for number, pairs in enumerate(known.sets):
        for pair in pairs:
            options[pair].append(number)
    pay = np.array([sum(map(reckoned.duty, pairs)) for pairs in known.sets], np.int64)
    plain = [(over, 0, True) for human in unit.humans for over in overtime_sums(unit, human)]
    paid = [(each.over, sum(each.fine.values()), False) for staff in unit.staff for each in reckoned.excesses(staff)]
    sums: list[tuple[Sum, int, bool]] = [*plain, *paid]
    over = np.zeros((len(sums), len(known.sets)), np.int64)
    above = np.zeros(len(sums), np.int64)
    for row, (law, _, _) in enumerate(sums):
        above[row] = (law.high or 0) - law.counted(unit.past)
        _fill(over[row], law, options)
    fine = np.array([price for _, price, _ in sums], np.int64)
    return pay, over, above, fine, np.array([told for _, _, told in sums], np.bool_)


def _fill(row: Ints, law: Sum, options: Mapping[Pair, list[int]]) -> None:
    for minutes, pair in law.terms:
        row[options.get(pair, [])] += minutes
