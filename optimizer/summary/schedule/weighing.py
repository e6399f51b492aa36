"""A schedule weighed against the one that stands, by the numbers that a manager decides by."""

from collections.abc import Sequence
from typing import NamedTuple

from optimizer.planning.currency import money
from optimizer.planning.rule import Finding, broken_musts
from optimizer.staffing.facts.words import hours, points
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import missing, short_shifts

SAME = "same"


class Weight(NamedTuple):
    """One number of both schedules, and what it changes by."""

    title: str
    before: str
    after: str
    change: str


def weighed(
    before: Figures, had: Sequence[Finding], after: Figures, has: Sequence[Finding], *, costs: bool
) -> list[Weight]:
    """Return what two schedules of one unit, each with its findings, come to; pay only where ``costs`` may be seen."""
    found = [
        _weight("Must-fix problems", broken_musts(had), broken_musts(has)),
        _in_points("Score", sum(finding.cost for finding in had), sum(finding.cost for finding in has)),
        _weight("Short shifts", short_shifts(before, CoverLevel.TARGET), short_shifts(after, CoverLevel.TARGET)),
        _weight("People missing below target", missing(before, CoverLevel.TARGET), missing(after, CoverLevel.TARGET)),
        _in_hours("Overtime", sum(before.overtimes.values()), sum(after.overtimes.values())),
    ]
    if before.asked:
        found.append(_weight(f"Requests met, of {before.asked}", before.granted, after.granted))
    if costs and before.unit.pay:
        found.append(_in_money("Wages", sum(before.spent.values()), sum(after.spent.values())))
    return found


def signed(difference: float, said: str) -> str:
    """Return what somebody says of the size of a difference with its sign, "same" where there is none."""
    return f"{'+' if difference > 0 else '−'}{said}" if difference else SAME


def _weight(title: str, before: int, after: int) -> Weight:
    return Weight(title, f"{before:,}", f"{after:,}", signed(after - before, f"{abs(after - before):,}"))


def _in_money(title: str, before: int, after: int) -> Weight:
    return Weight(title, money(before), money(after), signed(after - before, money(abs(after - before))))


def _in_points(title: str, before: int, after: int) -> Weight:
    return Weight(title, points(before), points(after), signed(after - before, points(abs(after - before))))


def _in_hours(title: str, before: int, after: int) -> Weight:
    return Weight(title, hours(before), hours(after), signed(after - before, hours(abs(after - before))))
