"""Which shifts stood together on one day again and again: a day and the call after it, two halves."""

from collections import Counter
from collections.abc import Iterator

from optimizer.planning.pair import Plan
from optimizer.planning.score import rows_of
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.who.standing import DayCodes, apart

OFTEN = 3
"""From how many times on it was no exception."""


def usual_together(unit: Unit, past: Plan) -> tuple[str, ...]:
    """Return the shifts that often stood together, as the rule for one duty a day takes them: "D+OC"."""
    counts = Counter(_stood(unit, past))
    return tuple("+".join(codes) for codes, times in sorted(counts.items()) if times >= OFTEN)


def _stood(unit: Unit, past: Plan) -> Iterator[DayCodes]:
    """Yield the shifts of every day of somebody with several that are apart."""
    for days in rows_of(past).values():
        for duties in days.values():
            shifts = [unit.shift_of(duty) for duty in duties]
            if len(shifts) > 1 and apart(shifts) and not any("+" in shift.code for shift in shifts):
                yield tuple(sorted(shift.code for shift in shifts))
