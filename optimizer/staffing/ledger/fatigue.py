"""How tiring a duty is beside a rested day shift of eight hours: our own index, from published relative risks.

By part of the day and length, by the night in a row that it is (Folkard and Tucker 2003, to be verified), and by 6 %
for each hour of rest that is missing. It is no other index of that name, and it decides nothing: people read it.
"""

from collections.abc import Iterator
from itertools import pairwise

from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Part, Shift
from optimizer.staffing.facts.unit import Unit

BY_PART = {Part.DAY: 1.0, Part.EVENING: 1.18, Part.NIGHT: 1.30}
BY_LENGTH = ((8 * 60, 1.0), (10 * 60, 1.13))
LONGER = 1.27
BY_NIGHT = (1.0, 1.06, 1.17, 1.36)
ENOUGH_REST, EACH_HOUR = 11 * 60, 0.06


def risk(shift: Shift, nights: int, rest: int | None) -> float:
    """Return the index of a duty: the how manieth night in a row it is (1 by day), after so many minutes of rest."""
    length = next((factor for most, factor in BY_LENGTH if shift.paid <= most), LONGER)
    missing = 0 if rest is None else max(0, ENOUGH_REST - rest)
    return BY_PART[shift.part] * length * BY_NIGHT[min(nights, len(BY_NIGHT)) - 1] * (1 + EACH_HOUR * missing / 60)


def risks(unit: Unit, duties: tuple[Duty, ...]) -> Iterator[float]:
    """Yield the index of each of one person's duties at work, which come in order."""
    worked = [duty for duty in duties if unit.shift_of(duty).works]
    nights = 0
    for before, duty in pairwise([None, *worked]):
        assert duty is not None
        shift, rest = unit.shift_of(duty), _rest(unit, before, duty)
        follows = before is not None and (duty.day - before.day).days == 1
        nights = (nights if follows else 0) + 1 if shift.part is Part.NIGHT else 0
        yield risk(shift, max(1, nights), rest)


def _rest(unit: Unit, before: Duty | None, duty: Duty) -> int | None:
    if before is None:
        return None
    between = (duty.day - before.day).days * DAY_MINUTES
    return between + unit.shift_of(duty).start - unit.shift_of(before).end
