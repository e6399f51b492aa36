"""Shortfalls of nursing time that guidance wants escalated."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.statute import Preset
from optimizer.staffing.schedule.figures import Figures

FLAGGED_BY, NURSE = "uk-nice", "RN"
MOST = 8 * 60
"""Of how many minutes a shift may be short; or of a quarter of those required, whichever comes first (NICE SG1)."""


def is_red_flag(required: int, worked: int) -> bool:
    """Tell whether a shift's nursing time, in minutes, falls so short that it is to be escalated."""
    short = required - worked
    return short > MOST or 4 * short > required


def red_flags(unit: Unit, plan: Plan, presets: tuple[Preset, ...]) -> Iterator[Breach]:
    """Yield a warning for every shift or window that has too little of the nursing time that its target takes."""
    laws = [act for preset in presets if preset.name == FLAGGED_BY for act in preset.acts]
    for (day, label), (required, worked) in _nursing_time(unit, plan).items() if laws else ():
        for law in (law for law in laws if law.in_force(day) and is_red_flag(required, worked)):
            sentence = f"{label} on {on(day)} has {hours(worked)} of the {hours(required)} of {NURSE} time required."
            yield Breach(day, label, "", law, sentence)


def _nursing_time(unit: Unit, plan: Plan) -> dict[tuple[date, str], tuple[int, int]]:
    """Return the minutes required and worked in nurses' roles, by day and shift or window."""
    roles = {role for staff in unit.staff if staff.job == NURSE for role in staff.roles}
    figures, required, worked = Figures(unit, plan), Counter[tuple[date, str]](), Counter[tuple[date, str]]()
    for (day, need), cover in figures.covers:
        if need.role in roles and not cover.past:
            required[day, need.shift] += cover.target * unit.length_of(need.shift)
            worked[day, need.shift] += cover.have * unit.length_of(need.shift)
    return {place: (minutes, worked[place]) for place, minutes in required.items()}
