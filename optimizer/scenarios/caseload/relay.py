"""Several managers, one after the other, for patients whom nobody can take throughout."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from optimizer.caseload.eligibility import lacks
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import ELIGIBILITY
from optimizer.caseload.span import PanelSpan
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge


class Turn(NamedTuple):
    """A manager who has a patient for some days."""

    pair: Pair
    span: PanelSpan


class Gap(NamedTuple):
    """Days on which nobody has a patient."""

    patient: str
    span: PanelSpan


def relay(
    panel: Panel, policy: Policy, plan: Plan, patients: Iterable[str]
) -> tuple[tuple[Turn, ...], tuple[Gap, ...]]:
    """Return who has each of some patients when in the panel's span, beside a plan, and when nobody has.

    The heaviest come first. Whoever can stay longest from a day on has the patient from then, the cheaper one of two;
    nobody breaks a must of the policy on any day of theirs.
    """
    run = _Relay(panel, policy, plan)
    for patient in sorted(patients, key=lambda who: (-panel.tier(who), who)):
        run.cover(patient)
    return tuple(run.turns), tuple(run.gaps)


class _Relay:
    """The turns so far."""

    def __init__(self, panel: Panel, policy: Policy, plan: Plan) -> None:
        barred = {rule.key for rule in ELIGIBILITY}
        rulings = tuple(ruling for ruling in policy.rulings if ruling.rule.key not in barred)
        self._panel, self._judge = panel, Judge(formulate(panel, Policy(rulings)))
        self._base = self._judge.judge(plan)
        self.turns: list[Turn] = []
        self.gaps: list[Gap] = []

    def cover(self, patient: str) -> None:
        """Add the turns and the gaps of a patient."""
        span, missed = self._panel.span, list[date]()
        day: date | None = span.first
        while day is not None:
            turn = self._best(patient, PanelSpan(day, span.last))
            if turn is None:
                missed.append(day)
            else:
                self.turns.append(turn)
            day = _next(span, day if turn is None else turn.span.last)
        self.gaps += [Gap(patient, each) for each in _runs(span, missed)]

    def _best(self, patient: str, span: PanelSpan) -> Turn | None:
        """Return who can have a patient longest from the first day of a span on."""
        offers = [*self._offers(patient, span)]
        best = min(offers, key=lambda each: (-each[1].span.length, each[0], each[1].pair.who), default=None)
        return None if best is None else best[1]

    def _offers(self, patient: str, span: PanelSpan) -> Iterator[tuple[int, Turn]]:
        """Yield who can have a patient from a day on and for how long, each after what it costs."""
        for pair in self._panel.owners.get(patient, ()):
            reach = self._reach(pair, span)
            cost = None if reach is None else self._cost(pair, reach)
            if reach is not None and cost is not None:
                yield cost, Turn(pair, reach)

    def _reach(self, pair: Pair, span: PanelSpan) -> PanelSpan | None:
        """Return for how long a manager can have a patient from the first day of a span on."""
        manager, patient = self._panel.manager_by_id[pair.who], self._panel.patient_by_id[pair.what.patient]
        tier, asked = self._panel.tier(patient.id), self._panel.requirements
        found = lacks(manager, patient, tier, span, asked, every_day=self._panel.every_day)
        if any(lack.until is None for lack in found):
            return None
        return PanelSpan(span.first, min((lack.until for lack in found if lack.until is not None), default=span.last))

    def _cost(self, pair: Pair, span: PanelSpan) -> int | None:
        """Return what a turn costs more beside those at the same time; None where it would break a must."""
        beside = [turn.pair for turn in self.turns if turn.span.first <= span.last and span.first <= turn.span.last]
        now = self._judge.edit(self._base, plus=beside)
        then = self._judge.score_of_edit(now, plus=(pair,))
        return None if then.broken > now.score.broken else then.cost - now.score.cost


def _next(span: PanelSpan, day: date) -> date | None:
    """Return the first working day of a span after a day, None when there is none."""
    return next((each for each in span.working if each > day), None)


def _runs(span: PanelSpan, days: Iterable[date]) -> Iterator[PanelSpan]:
    """Yield the stretches that some days make when only working days count."""
    run: PanelSpan | None = None
    for day in days:
        if run is not None and _next(span, run.last) != day:
            yield run
            run = None
        run = PanelSpan(run.first if run else day, day)
    if run is not None:
        yield run
