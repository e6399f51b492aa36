"""Times that can be read in two ways, settled by all that stand together: 7-3, 3-11 and 11-7 are a day of eights."""

from collections.abc import Iterable, Mapping
from itertools import product

from optimizer.staffing.facts.shift import DAY_MINUTES, Part, Window, part_of_day
from optimizer.staffing.learn.codes.traditions import Sense
from optimizer.staffing.learn.codes.written_times import WrittenTimes

MOST = 8
"""Up to how many texts of two meanings are tried in every way."""
STEP = 30
WHOLE = DAY_MINUTES // STEP
SMALL_HOURS = range(60, 5 * 60 + 1)
"""When hardly any shift begins or ends."""
LATEST_MORNING, EARLIEST_EVENING = 11 * 60 + 59, 11 * 60
DAYS = (Sense.EARLY, Sense.DAY, Sense.LONG_DAY)
NIGHTS = (Sense.NIGHT, Sense.LONG_NIGHT)


def settled_times(written: Mapping[str, WrittenTimes], senses: Mapping[str, Sense]) -> dict[str, Window]:
    """Return from when to when codes are, where their texts, senses and company leave one answer."""
    clocks = frozenset(each.hours for each in written.values() if each.hours)
    open_ = {code: _fitting(each, senses.get(code), clocks) for code, each in written.items()}
    known = {code: windows[0] for code, windows in open_.items() if len(windows) == 1}
    unsettled = {code: windows for code, windows in open_.items() if len(windows) > 1}
    return known | (_together(unsettled, known.values()) if len(unsettled) <= MOST else {})


def _fitting(written: WrittenTimes, sense: Sense | None, clocks: frozenset[int]) -> tuple[Window, ...]:
    """Return what a text can be: where all others have 24 hours that, and where no clock shows what is usual."""
    if clocks == {24}:
        return written.windows[:1]
    fitting = tuple(window for window in written.windows if sense and _fits(window, sense)) or written.windows
    return fitting if clocks else (min(fitting, key=_odd),)


def _fits(window: Window, sense: Sense) -> bool:
    if sense in NIGHTS:
        return part_of_day(*window) is Part.NIGHT
    if sense in DAYS:
        return SMALL_HOURS[-1] <= window.start <= LATEST_MORNING
    return sense is Sense.LATE and window.start >= EARLIEST_EVENING and part_of_day(*window) is not Part.NIGHT


def _together(unsettled: Mapping[str, tuple[Window, ...]], known: Iterable[Window]) -> dict[str, Window]:
    """Return the windows in which all the best ways agree: few ends in the small hours, and a day that is whole."""
    certain = (*known,)
    ways = [(_worth(way, certain), way) for way in product(*unsettled.values())]
    best = max((worth for worth, _ in ways), default=(0, False))
    agreed = zip(unsettled, zip(*(way for worth, way in ways if worth == best), strict=True), strict=False)
    return {code: windows[0] for code, windows in agreed if len({*windows}) == 1}


def _worth(way: tuple[Window, ...], known: tuple[Window, ...]) -> tuple[int, bool]:
    covered = {
        minute % DAY_MINUTES // STEP for window in (*way, *known) for minute in range(window.start, window.end, STEP)
    }
    return -sum(map(_odd, way)), len(covered) >= WHOLE


def _odd(window: Window) -> int:
    """Return how many ends of a window are in the small hours."""
    return sum(minute % DAY_MINUTES in SMALL_HOURS for minute in window)
