"""From when to when shifts usually are of which nothing but the sense is known."""

from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.codes.traditions import Sense

EIGHTS = {Sense.EARLY: 7, Sense.DAY: 7, Sense.LATE: 15, Sense.NIGHT: 23}
"""When shifts of eight hours usually begin."""
OTHERS = {
    Sense.LONG_DAY: Window(7 * 60, 19 * 60),
    Sense.LONG_NIGHT: Window(19 * 60, 31 * 60),
    Sense.WHOLE_DAY: Window(7 * 60, 31 * 60),
    Sense.LATE_AND_NIGHT: Window(15 * 60, 31 * 60),
    Sense.CALL: Window(19 * 60, 31 * 60),
}


def usual_times(sense: Sense, *, twelve_hours: bool) -> Window:
    """Return when a shift usually is; days and nights are twelve hours long or eight."""
    if sense in OTHERS:
        return OTHERS[sense]
    return of_length(sense, 12 if twelve_hours and sense in (Sense.DAY, Sense.NIGHT) else 8)


def of_length(sense: Sense, hours: int) -> Window:
    """Return when a shift of a sense and length usually is; one of ten hours or more that is no day begins at seven."""
    start = 19 if sense is Sense.NIGHT and hours >= 10 else EIGHTS[sense]
    return Window(start * 60, (start + hours) * 60)
