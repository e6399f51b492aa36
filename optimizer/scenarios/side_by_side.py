"""Scenarios side by side on a page: the numbers that matter, what each differs by, and which is best."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from optimizer.engine.outcome import Status
from optimizer.planning.currency import before_amounts, in_money
from optimizer.scenarios.compare import ENDED
from optimizer.staffing.facts.words import MUST_FIX, POINTS, percent
from optimizer.staffing.need.hppd import DIRECT, PAID, WORKED
from optimizer.summary.schedule.weighing import signed
from optimizer.workbook.report.comparison import ALL, COUNT, FINE, HOURS, MONEY, SHARE, ComparisonLine


class Better(Enum):
    """Which way a number is better, if any."""

    LESS = -1
    MORE = 1
    NEITHER = 0


class ScenarioNumber(NamedTuple):
    """One number of one scenario: as it is read, by what it differs from the unit as it is, and whether it is best."""

    text: str
    change: str
    best: bool


class ScenarioNumbers(NamedTuple):
    """One number of every scenario, in their order."""

    group: str
    title: str
    entries: tuple[ScenarioNumber, ...]


POINTS_TOLD = f"{POINTS}, fewer are better"
"""What broken rules cost together, counted in something that nobody takes for pay."""


def rows() -> tuple[tuple[str, str, str, str, Better], ...]:
    """Return what is shown: its group and title here, those in the whole comparison, and which way it is better."""
    return (
        ("Safety", MUST_FIX, "Result", MUST_FIX, Better.LESS),
        ("Money", "Wages", ALL, in_money("Cost"), Better.LESS),
        ("Score", POINTS_TOLD, "Result", POINTS, Better.LESS),
        ("Hours", "Paid hours", "Hours", "Paid hours", Better.NEITHER),
        ("Hours", "Overtime hours", "Hours", "Overtime hours", Better.LESS),
        ("Hours", "Agency hours", "Hours", "Agency hours", Better.LESS),
        ("Coverage", "Uncovered hours", ALL, "Uncovered hours", Better.LESS),
        ("Coverage", DIRECT, "Hours", DIRECT, Better.NEITHER),
        ("Coverage", WORKED, "Hours", WORKED, Better.NEITHER),
        ("Coverage", PAID, "Hours", PAID, Better.NEITHER),
        ("People", "Requests met", "People", "Requests met, of days asked for", Better.MORE),
        ("Fairness", "Nights, 0 is even", "People", "Nights: Gini", Better.LESS),
        ("Fairness", "Weekends, 0 is even", "People", "Weekends: Gini", Better.LESS),
        ("Fairness", "Holidays, 0 is even", "People", "Holidays: Gini", Better.LESS),
        ("Proof", "Could still be saved", "Result", "Gap", Better.NEITHER),
        ("Proof", "Ended", "Result", "Ended", Better.NEITHER),
    )


NONE = "–"
SHORT = {
    ENDED[Status.OPTIMAL]: "proved best",
    ENDED[Status.FEASIBLE]: "best in time",
    ENDED[Status.STOPPED]: "stopped early",
    ENDED[Status.INFEASIBLE]: "nearest: none can be",
    ENDED[Status.OUT_OF_TIME]: "none keeps all, in time",
}
"""How a search ended, short enough for a column: no schedule can keep every must, or none was found in time."""


def side_by_side(lines: Sequence[ComparisonLine]) -> list[ScenarioNumbers]:
    """Return the rows of a comparison that fit a page; of scenarios that break more musts than others none is best."""
    found = {(line.group, line.title): line for line in lines}
    safe = _safest(found["Result", MUST_FIX].values)
    return [
        ScenarioNumbers(group, title, _entries(_counted(title, found[there, name]), better, safe))
        for group, title, there, name, better in rows()
        if (there, name) in found and any(value is not None for value in found[there, name].values)
    ]


def _counted(title: str, line: ComparisonLine) -> ComparisonLine:
    """Return a line as it is read here: points are no money."""
    return line._replace(form=COUNT) if title == POINTS_TOLD else line


def without_buckets(lines: Sequence[ComparisonLine], group: str) -> list[ComparisonLine]:
    """Return a comparison without the lines of what pay is spent on, which could be one person's."""
    return [line for line in lines if line.group != group]


def said(value: Any, form: str) -> str:
    """Return a value as it is read."""
    if value is None:
        return NONE
    if form == SHARE:
        return percent(value)
    forms = {COUNT: "{:,.0f}", MONEY: before_amounts() + "{:,.0f}", HOURS: "{:,.1f}", FINE: "{:,.2f}"}
    return forms.get(form, "{}").format(SHORT.get(value, value))


def _safest(broken: Sequence[int | None]) -> tuple[bool, ...]:
    known = [number for number in broken if number is not None]
    return tuple(number is not None and number == min(known) for number in broken)


def _entries(line: ComparisonLine, better: Better, safe: Sequence[bool]) -> tuple[ScenarioNumber, ...]:
    best = _best(line, better, safe)
    texts = [said(value, line.form) for value in line.values]
    changes = [_change(value, line) if number else "" for number, value in enumerate(line.values)]
    return tuple(
        ScenarioNumber(text, change, fits and text == best)
        for text, change, fits in zip(texts, changes, safe, strict=True)
    )


def _best(line: ComparisonLine, better: Better, safe: Sequence[bool]) -> str | None:
    """Return the best value as it is read, None where all are alike or none is better than another."""
    values = [value for value, fits in zip(line.values, safe, strict=True) if fits and value is not None]
    if better is Better.NEITHER or len({said(value, line.form) for value in values}) < 2:
        return None
    return said(min(values) if better is Better.LESS else max(values), line.form)


def _change(value: Any, line: ComparisonLine) -> str:
    """Return by how much a value differs from the first, "" where that says nothing."""
    first = line.values[0]
    if not isinstance(value, int | float) or not isinstance(first, int | float):
        return ""
    if said(value, line.form) == said(first, line.form):
        return signed(0, "")
    size = abs(value - first)
    return signed(value - first, f"{size * 100:.1f} percentage points" if line.form == SHARE else said(size, line.form))
