"""The few numbers above a schedule, each with what it means and whether it is well.

What rules judge is read from their findings, money and overtime from the bills; nothing is counted here.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from optimizer.planning.currency import whole_money
from optimizer.planning.rule import Finding, broken_musts
from optimizer.planning.words import either
from optimizer.staffing.facts.words import count, hours, percent
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.schedule.budget_report import budgeted
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import short_shifts, uncovered
from optimizer.staffing.schedule.variance import EXPLAIN
from optimizer.summary.tile import UNKNOWN, Tile, Tone
from optimizer.summary.unit.judged import Judged

GRANTED_WELL = Fraction(8, 10)
"""From which part of the wishes on, granting them is well."""
NOT_YET = "Nothing is planned yet, so there is nothing to judge."
RULE_OFF = "rule off"


def tiles(figures: Figures, findings: tuple[Finding, ...], judged: Judged, *, costs: bool = False) -> tuple[Tile, ...]:
    """Return the tiles of a schedule, what it costs only with ``costs``.

    While nothing is planned, each says that there is nothing to judge yet.
    """
    found = _tiles(figures, findings, judged, costs)
    return tuple(found) if figures.is_planned else tuple(map(not_yet, found))


def not_yet(tile: Tile) -> Tile:
    """Return a tile as it is while nothing is planned."""
    return replace(tile, text=UNKNOWN, tone=Tone.NONE, explanation=NOT_YET, note="nothing planned")


def _tiles(figures: Figures, findings: tuple[Finding, ...], judged: Judged, costs: bool) -> Iterator[Tile]:
    yield _musts(findings, judged)
    yield _uncovered(figures, judged)
    yield _overtime(figures, judged)
    if costs:
        yield _cost(figures)
    if figures.wishes:
        yield _wishes(figures, judged)
    if judged.sharing or not judged.has(FairShare):
        yield _fairness(findings, judged)


def _musts(findings: tuple[Finding, ...], judged: Judged) -> Tile:
    title, broken = "Must-fix problems", broken_musts(findings)
    rules = count(len({finding.rule.title for finding in findings if finding.must}), "rule")
    if not judged.has_musts:
        return Tile(title, UNKNOWN, Tone.NONE, "No rule must be kept, so none can be broken.", "no rule must be kept")
    if not broken:
        return Tile(title, "0", Tone.GOOD, "Every rule that must be kept is kept.")
    return Tile(title, f"{broken}", Tone.BAD, f"Places where a rule that must be kept is broken; {rules} in all.")


def _uncovered(figures: Figures, judged: Judged) -> Tile:
    title, least, wished = "Short shifts", uncovered(figures, CoverLevel.MINIMUM), uncovered(figures, CoverLevel.TARGET)
    number = short_shifts(figures, CoverLevel.TARGET)
    if not figures.unit.fillable:
        return Tile(title, UNKNOWN, Tone.NONE, "Nothing is needed on any day, so no shift can be short.", "no need")
    told = f"{hours(least)} below the minimum, {hours(wished)} below the target, over all shifts and roles."
    tone = Tone.BAD if least else Tone.WATCH if wished else Tone.GOOD
    tile = Tile(title, str(number), tone, told if wished else "Every shift has its target staffing.")
    return _unless_off(tile, [rule.title for rule in (CoverMinimum, CoverTarget) if not judged.has(rule)])


def _overtime(figures: Figures, judged: Judged) -> Tile:
    found = [minutes for minutes in figures.overtimes.values() if minutes]
    total, people = sum(found), count(len(found), "person", "people")
    told = f"{people} with hours that are paid as overtime." if found else "Nobody has overtime."
    tile = Tile("Overtime", hours(total), Tone.WATCH if found else Tone.GOOD, told)
    return _unless_off(tile, [] if judged.has(Overtime) else [Overtime.title])


def _unless_off(tile: Tile, off: list[str]) -> Tile:
    """Return a tile, and in place of a good one, one that says which rules are off."""
    if not off:
        return tile
    told = f"{tile.explanation} The rule {' and '.join(off)} is off, so it costs no points."
    tone = Tone.NONE if tile.tone is Tone.GOOD else tile.tone
    return replace(tile, tone=tone, explanation=told, note=RULE_OFF)


def _cost(figures: Figures) -> Tile:
    spent, budget = sum(figures.spent.values()), budgeted(figures.unit)
    if not budget:
        return Tile(
            "Wages", whole_money(spent), Tone.GOOD, "All pay for the period; no budget is set to hold it against."
        )
    part = (spent - budget) / budget
    tone = Tone.BAD if part > EXPLAIN else Tone.WATCH if part > 0 else Tone.GOOD
    way = f"{percent(abs(float(part)))} {'over' if part > 0 else 'under'}"
    told = f"{whole_money(abs(round(spent - budget)))} or {way} the budget of {whole_money(round(budget))}."
    return Tile("Wages", whole_money(spent), tone, told)


def _wishes(figures: Figures, judged: Judged) -> Tile:
    part = Fraction(figures.granted, figures.asked)
    tone = Tone.GOOD if part >= GRANTED_WELL else Tone.WATCH
    tile = Tile("Requests met", f"{figures.granted} of {figures.asked}", tone, "Days asked for that are granted.")
    return _unless_off(tile, [] if judged.has(Requests) else [Requests.title])


def _fairness(findings: tuple[Finding, ...], judged: Judged) -> Tile:
    """Count who has a fair share of what rules in force share: those about whom no rule finds anything."""
    if not judged.has(FairShare):
        told = f"The rule {FairShare.title} is off, so nobody's share is judged."
        return Tile("Fair shares", UNKNOWN, Tone.NONE, told, RULE_OFF)
    off = {finding.place.who for finding in findings if isinstance(finding.rule, FairShare)}
    told = f"People within their fair share of {either(tuple(judged.fair))}, as the rules let them be off it."
    shown = f"{len(judged.sharing - off)} of {len(judged.sharing)}"
    return Tile("Fair shares", shown, Tone.WATCH if off else Tone.GOOD, told)
