"""A schedule weighed against the one that stands, by the numbers that a manager decides by."""

from typing import NamedTuple

from optimizer.planning.score import Score
from optimizer.staffing.figures import Figures
from optimizer.staffing.words import hours, money

SAME = "same"


class Weight(NamedTuple):
    """One number of both schedules, and what it changes by."""

    title: str
    before: str
    after: str
    change: str


def weighed(before: Figures, had: Score, after: Figures, has: Score, *, costs: bool) -> list[Weight]:
    """Return what two schedules of one unit come to; pay, as a total, only where ``costs`` may be seen."""
    asked = sum(request.weight for request, _, _ in before.wishes)
    found = [
        _weight("Musts broken", had.broken, has.broken),
        _in_money("Penalty", had.cost, has.cost),
        _weight("People missing below target", before.missing("target"), after.missing("target")),
        _in_hours("Overtime", _overtime(before), _overtime(after)),
    ]
    if asked:
        found.append(_weight(f"Requests granted, of {asked}", _granted(before), _granted(after)))
    if costs and before.unit.pay:
        found.append(_in_money("Pay, all together", sum(before.spent.values()), sum(after.spent.values())))
    return found


def signed(difference: float, said: str) -> str:
    """Return what somebody says of the size of a difference with its sign, "same" where there is none."""
    return f"{'+' if difference > 0 else '−'}{said}" if difference else SAME


def _weight(title: str, before: int, after: int) -> Weight:
    return Weight(title, f"{before:,}", f"{after:,}", signed(after - before, f"{abs(after - before):,}"))


def _in_money(title: str, before: int, after: int) -> Weight:
    return Weight(title, money(before), money(after), signed(after - before, money(abs(after - before))))


def _in_hours(title: str, before: int, after: int) -> Weight:
    return Weight(title, hours(before), hours(after), signed(after - before, hours(abs(after - before))))


def _overtime(figures: Figures) -> int:
    return sum(map(figures.overtime, figures.unit.staff))


def _granted(figures: Figures) -> int:
    return sum(request.weight for request, _, yes in figures.wishes if yes)
