"""Who takes the patients of a manager who is away or leaves."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.caseload.days.elsewhere import part_there
from optimizer.caseload.days.endings import Ending, endings
from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.span import PanelSpan
from optimizer.caseload.unplaced import Unplaced, unplaced
from optimizer.engine.run import Run
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.caseload.assign import Assignment, assign
from optimizer.scenarios.caseload.relay import Gap, Turn, relay
from optimizer.scenarios.caseload.softened import softened

YEAR = 366
FIRST = 0.6
"""Which part of the time goes to those without any leave where somebody leaves for good."""


@dataclass(frozen=True)
class ManagerCover:
    """Who takes whom while a manager is away in a span, or ``for_good``; then ``span`` is the days that are looked at.

    ``takes`` are there for the patient on every working day of ``span``. ``turns`` share a patient whom nobody can take
    throughout, and ``gaps`` are the days on which nobody has such a patient. ``uncovered`` are patients whom nobody may
    take throughout, and why. ``ends`` tells what of those who take somebody for good ends within ``span``.
    ``elsewhere`` are patients who are not there on any working day of a leave, and need nobody.
    """

    span: PanelSpan
    for_good: bool
    takes: tuple[Pair, ...]
    turns: tuple[Turn, ...]
    gaps: tuple[Gap, ...]
    uncovered: tuple[Unplaced, ...]
    ends: tuple[Ending, ...]
    assignment: Assignment
    elsewhere: frozenset[str] = frozenset()

    @property
    def open(self) -> frozenset[str]:
        """Return the patients who have nobody on some day."""
        return frozenset(gap.patient for gap in self.gaps)


def cover(
    panel: Panel, policy: Policy, plan: Plan, manager: str, first: date, last: date | None, run: Run,
    *, goals: Goals | None = None,
) -> ManagerCover:  # fmt: skip
    """Return who takes a manager's patients from a day on, all others staying where they are.

    Whoever takes one is present, licensed and certified on every working day to the last. Without a ``last`` day the
    manager leaves for good, and the days ahead are looked at; whom nobody takes then somebody may who has some leave.
    """
    elsewhere = _elsewhere(panel, plan, manager, first, last)
    panel, plan = _only_there(panel, elsewhere), _without_patients(plan, elsewhere)
    theirs = frozenset(pair for pair in plan if pair.who == manager)
    without = _without(panel, manager, first, last, plan - theirs)
    patients = {pair.what.patient for pair in theirs}

    def solved(panel: Panel, run: Run) -> Assignment:
        return assign(panel, softened(policy), run, goals=goals)

    found = solved(without, run if last else run.part(FIRST))
    if last is None and found.plan is not None and not patients <= {pair.what.patient for pair in found.plan}:
        without = replace(without, every_day=False, locked=found.plan)
        found = solved(without, run)
    takes = tuple(sorted(pair for pair in found.plan or () if pair.what.patient in patients))
    uncovered = tuple(each for each in unplaced(without) if each.patient in patients)
    left = patients - {pair.what.patient for pair in takes}
    turns, gaps = relay(without, policy, found.plan, left) if left and found.plan is not None else ((), ())
    ends = _known_ends(without, takes) if last is None else ()
    return ManagerCover(without.span, last is None, takes, turns, gaps, uncovered, ends, found, elsewhere)


def _elsewhere(panel: Panel, plan: Plan, manager: str, first: date, last: date | None) -> frozenset[str]:
    """Return whose patients of a manager who is away for a time are elsewhere on every working day of it."""
    if last is None:
        return frozenset()
    theirs = (panel.patient_by_id[pair.what.patient] for pair in plan if pair.who == manager)
    return frozenset(each.id for each in theirs if not part_there(each.elsewhere, PanelSpan(first, last)))


def _only_there(panel: Panel, elsewhere: frozenset[str]) -> Panel:
    if not elsewhere:
        return panel
    patients = tuple(each for each in panel.patients if each.id not in elsewhere)
    given, locked = _without_patients(panel.given, elsewhere), _without_patients(panel.locked, elsewhere)
    return replace(panel, patients=patients, given=given, locked=locked)


def _without_patients(plan: Plan, patients: frozenset[str]) -> Plan:
    return frozenset(pair for pair in plan if pair.what.patient not in patients)


def _known_ends(panel: Panel, takes: tuple[Pair, ...]) -> tuple[Ending, ...]:
    """Return what ends in the days ahead for those who take somebody for good, and who is known to leave in a year."""
    year = endings(replace(panel, ahead=max(YEAR, panel.ahead)), frozenset(takes))
    leaving = {each for each in year if each.attribute is Attribute.PRESENT and each.back is None}
    return tuple(each for each in year if each in leaving or each.until <= panel.span.last)


def _without(panel: Panel, manager: str, first: date, last: date | None, staying: Plan) -> Panel:
    """Return a panel without a manager who is away, judged over the days away."""
    changed = tuple(_gone(each, first, last) if each.id == manager else each for each in panel.managers)
    ahead = panel.ahead if last is None else (last - first).days
    return replace(
        panel, on=first, ahead=ahead, throughout=True, every_day=True, managers=changed, given=staying, locked=staying
    )


def _gone(manager: Manager, first: date, last: date | None) -> Manager:
    if last is None:
        return replace(manager, leaves=first - timedelta(days=1))
    return replace(manager, away=(*manager.away, Away(first, last)))
