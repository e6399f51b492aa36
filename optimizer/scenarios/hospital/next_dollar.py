"""What the next dollar buys a hospital, read off plans at several budgets: hours over the house, and in which unit."""

from collections.abc import Sequence
from itertools import pairwise

from optimizer.planning.currency import money
from optimizer.scenarios.hospital.report import HospitalReport
from optimizer.scenarios.hospital.told import UNCOVERED
from optimizer.staffing.facts.words import hours

UNIT, ALL = "Unit", "All"
STEP = 1_000_00
"""The cents of which it is told how many hours they cover."""
SLACK = 0.02
"""Which part of a budget may be left where it binds: there is no half of a duty. What more is left, nobody needed."""


def next_dollars(at: Sequence[tuple[int, HospitalReport]]) -> list[str]:
    """Return what more money buys from each budget in cents to the next, and the unit that gains most, in sentences."""
    ordered = sorted(at, key=lambda each: each[0])
    return [_step(low, one, high, other) for (low, one), (high, other) in pairwise(ordered)]


def _step(low: int, one: HospitalReport, high: int, other: HospitalReport) -> str:
    spent, before, after = one.pay, _uncovered(one), _uncovered(other)
    if spent < (1 - SLACK) * low:
        return f"At {money(low)} only {money(spent)} is spent: that budget holds nobody back, and more buys nothing."
    covered = before[ALL] - after[ALL]
    start = f"From {money(low)} to {money(high)}"
    if covered <= 0:
        return f"{start}, more money covers no more hours in these plans."
    best = max((code for code in before if code != ALL), key=lambda code: before[code] - after[code])
    each, most = covered * STEP / (high - low), before[best] - after[best]
    return (
        f"{start}, every {money(STEP)} covers about {hours(round(60 * each))} more; "
        f"{best} gains most, {hours(round(60 * most))} in all."
    )


def _uncovered(report: HospitalReport) -> dict[str, float]:
    columns = {line.title: line.values for line in report.units}
    return dict(zip(columns[UNIT], columns[UNCOVERED], strict=True))
