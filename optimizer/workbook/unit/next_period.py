"""Writes the workbook of the period after a schedule."""

from datetime import date
from pathlib import Path

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import without_statutes
from optimizer.staffing.next_period import next_unit
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.write import write_unit


def write_next(
    path: Path, contents: Contents, plan: Plan, last: date | None = None, published: Plan | None = None
) -> Unit:
    """Write what follows a plan, to a day or of the same length, and return its unit.

    Moved is what differs from the plan as it was first ``published``. Law of the days before does not become a rule.
    Notes at days that are still to be planned stay; those of the days before stay with the plan that they are about.
    """
    after = next_unit(contents.unit, plan, last, published)
    policy = without_statutes(contents.policy, contents.unit)
    notes = tuple(note for note in contents.notes if note.day >= after.calendar.first)
    write_unit(path, after, policy, scenarios=contents.scenarios, notes=notes)
    return after
