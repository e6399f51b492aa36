"""The few numbers above a schedule, each with what it means and whether it is well."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from optimizer.planning.rule import Finding
from optimizer.staffing.budget_report import budgeted
from optimizer.staffing.burden import NIGHTS, WEEKENDS
from optimizer.staffing.demand import Demand
from optimizer.staffing.figures import Figures
from optimizer.staffing.variance import EXPLAIN
from optimizer.staffing.words import count, hours, money

GRANTED_WELL = Fraction(8, 10)
"""From which part of the wishes on, granting them is well."""
PROVED_WELL = 0.02
"""Up to which part of the penalty that may still be saved, a schedule is as good as the best."""
FAIR_WITHIN = 1
"""How many duties off the fair share are still fair."""


class Tone(StrEnum):
    """How well something is."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tile:
    """One number: what it is called, the number as text, how well it is, and a line that explains it."""

    title: str
    text: str
    tone: Tone
    explanation: str


def tiles(
    figures: Figures, findings: tuple[Finding, ...], *, costs: bool = False, gap: float | None = None
) -> tuple[Tile, ...]:
    """Return the tiles of a schedule: what it costs only with ``costs``, how far it is proved only with a gap."""
    return tuple(_tiles(figures, findings, costs, gap))


def _tiles(figures: Figures, findings: tuple[Finding, ...], costs: bool, gap: float | None) -> Iterator[Tile]:
    yield _musts(findings)
    yield _uncovered(figures)
    yield _overtime(figures)
    if costs:
        yield _cost(figures)
    if figures.wishes:
        yield _wishes(figures)
    if any(figures.fair[burden] for burden in (NIGHTS, WEEKENDS)):
        yield _fairness(figures)
    if gap is not None:
        yield _proof(gap)


def _musts(findings: tuple[Finding, ...]) -> Tile:
    broken = [finding for finding in findings if finding.must]
    rules = count(len({finding.rule.title for finding in broken}), "rule")
    told = f"Places where a rule that must be kept is broken; {rules} in all." if broken else "Every must is kept."
    return Tile("Musts broken", str(len(broken)), Tone.BAD if broken else Tone.GOOD, told)


def uncovered(figures: Figures) -> tuple[int, int]:
    """Return the minutes for which somebody is missing below the minimum, and below the target, in the plan."""
    unit, least, wished = figures.unit, 0, 0
    for day, need in unit.demand:
        if unit.plannable(day, need.shift):
            have, length = figures.have(Demand(day, need)), unit.length_of(need.shift)
            least += max(0, need.minimum - have) * length
            wished += max(0, need.target - have) * length
    return least, wished


def _uncovered(figures: Figures) -> Tile:
    least, wished = uncovered(figures)
    tone = Tone.BAD if least else Tone.WATCH if wished else Tone.GOOD
    told = f"{hours(least)} below the minimum, {hours(wished)} below the target, over all shifts and roles."
    return Tile("Uncovered", hours(wished), tone, told if wished else "Every shift has its target staffing.")


def _overtime(figures: Figures) -> Tile:
    found = [minutes for minutes in figures.overtimes.values() if minutes]
    total, people = sum(found), count(len(found), "person", "people")
    told = f"{people} with hours that are paid as overtime." if found else "Nobody has overtime."
    return Tile("Overtime", hours(total), Tone.WATCH if found else Tone.GOOD, told)


def _cost(figures: Figures) -> Tile:
    spent, budget = sum(figures.spent.values()), budgeted(figures.unit)
    if not budget:
        return Tile("Cost", _dollars(spent), Tone.GOOD, "All pay for the period; no budget is set to hold it against.")
    part = (spent - budget) / budget
    tone = Tone.BAD if part > EXPLAIN else Tone.WATCH if part > 0 else Tone.GOOD
    way = f"{abs(float(part)):.1%} {'over' if part > 0 else 'under'}"
    told = f"{_dollars(abs(round(spent - budget)))} or {way} the budget of {_dollars(round(budget))}."
    return Tile("Cost", _dollars(spent), tone, told)


def _wishes(figures: Figures) -> Tile:
    granted = sum(yes for _, _, yes in figures.wishes)
    part = Fraction(granted, len(figures.wishes))
    tone = Tone.GOOD if part >= GRANTED_WELL else Tone.WATCH
    return Tile("Requests", f"{granted} of {len(figures.wishes)}", tone, "Days asked for that are granted.")


def _fairness(figures: Figures) -> Tile:
    """Count who has a fair share of nights and weekends, as far as they share each."""
    sharing = {who for burden in (NIGHTS, WEEKENDS) for who in figures.fair[burden]}
    off = {who for burden in (NIGHTS, WEEKENDS) for who in _off(figures, burden)}
    told = f"People within {count(FAIR_WITHIN, 'duty', 'duties')} of their fair share of nights and weekends."
    return Tile("Fair shares", f"{len(sharing - off)} of {len(sharing)}", Tone.WATCH if off else Tone.GOOD, told)


def _off(figures: Figures, burden: str) -> Iterator[str]:
    for who, share in figures.fair[burden].items():
        borne = figures.borne(figures.unit.people[who], burden)
        if not floor(share) - FAIR_WITHIN <= borne <= ceil(share) + FAIR_WITHIN:
            yield who


def _proof(gap: float) -> Tile:
    told = "The part of the penalty that a better schedule could still save, at most, when it was last solved."
    return Tile("Proof", f"{gap:.1%}", Tone.GOOD if gap <= PROVED_WELL else Tone.WATCH, told)


def _dollars(cents: int) -> str:
    return money(round(cents, -2))
