"""A duty in the words of an explanation."""

from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import on


def duty_in_role(duty: Duty) -> str:
    """Return a duty as "D as Charge"."""
    return f"{duty.shift}{f' as {duty.role}' if duty.role else ''}"


def duty_on_day(duty: Duty) -> str:
    """Return a duty as "D as Charge on Thu 31 Dec"."""
    return f"{duty_in_role(duty)} on {on(duty.day)}"
