"""What becomes of a whole caseload that goes to one named successor from a day on."""

from dataclasses import dataclass, replace
from datetime import date

from optimizer.caseload.eligibility import Lack
from optimizer.caseload.panel import Panel
from optimizer.planning.pair import Pair, Plan


@dataclass(frozen=True)
class CaseloadHandover:
    """Who goes from a manager to a successor on a day, and who cannot, with what the successor lacks for each.

    ``before`` and ``after`` are the successor's minutes a month, of a ``capacity``.
    """

    manager: str
    successor: str
    day: date
    goes: tuple[Pair, ...]
    lacking: tuple[tuple[Pair, tuple[Lack, ...]], ...]
    before: int
    after: int
    capacity: int


def hand_over(panel: Panel, plan: Plan, manager: str, successor: str, day: date) -> CaseloadHandover:
    """Return what it comes to that a manager hands all patients over, judged as it will be on the day."""
    then = _planned(replace(panel, on=day, given=plan), manager, successor, day)
    pairs = sorted(Pair(successor, pair.what) for pair in plan if pair.who == manager)
    goes = tuple(pair for pair in pairs if not then.lacks(pair))
    lacking = tuple((pair, lacks) for pair in pairs if (lacks := then.lacks(pair)))
    before = panel.load(successor, plan)
    after = before + sum(panel.minutes(pair) for pair in goes)
    return CaseloadHandover(manager, successor, day, goes, lacking, before, after, panel.capacity[successor])


def _planned(panel: Panel, manager: str, successor: str, day: date) -> Panel:
    managers = (
        replace(each, successor=successor, hands_over=day) if each.id == manager else each for each in panel.managers
    )
    return replace(panel, managers=tuple(managers))
