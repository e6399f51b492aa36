"""What became of what people asked for, and what granting the rest would break."""

from dataclasses import dataclass
from datetime import date

from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.candidates import options


@dataclass(frozen=True, slots=True)
class WishCount:
    """The days that somebody asked for, those granted, and their days of leave and blocked days in the period."""

    who: str
    asked: int
    granted: int
    leave: int
    blocked: int = 0

    @property
    def denied(self) -> int:
        """Return the days that are not granted."""
        return self.asked - self.granted


@dataclass(frozen=True, slots=True)
class Denied:
    """One day that somebody asked for and did not get, and what the best way to grant it would break or worsen."""

    who: str
    day: date
    wish: str
    breaks: tuple[str, ...]


def wish_counts(figures: Figures) -> tuple[WishCount, ...]:
    """Return the counts of everyone who asked for anything, in the order of the staff."""
    unit = figures.unit
    period = set(unit.days)
    found = []
    for staff in unit.staff:
        granted = [yes for request, _, yes in figures.wishes if request.who == staff.id]
        leave = len(unit.leave[staff.id] & period)
        blocked = len(unit.unavailable[staff.id] & period) - leave
        if granted or leave or blocked:
            found.append(WishCount(staff.id, len(granted), sum(granted), leave, blocked))
    return tuple(found)


def denied_wishes(figures: Figures, judge: Judge, verdict: Verdict, most: int) -> tuple[Denied, ...]:
    """Return the first days that are not granted, with what the judge says of granting it all the same."""
    unit = figures.unit
    denied = sorted(((day, request) for request, day, yes in figures.wishes if not yes), key=lambda each: each[0])
    return tuple(
        Denied(request.who, day, wish_words(request), _breaks(unit, judge, verdict, request, day))
        for day, request in denied[:most]
    )


def wish_words(request: Request) -> str:
    """Return what is asked for: "off", "not N", "work", "work D"."""
    if request.wish is Wish.ON:
        return f"work {request.shift}".rstrip()
    return f"not {request.shift}" if request.shift else "off"


def _breaks(unit: Unit, judge: Judge, verdict: Verdict, request: Request, day: date) -> tuple[str, ...]:
    ways = options(unit, judge, verdict, request.who, day, lambda duty: _grants(unit, request, duty))
    best = min(ways, key=lambda option: (len(option.reasons), option.effect.penalty), default=None)
    return (best.effect.new or best.reasons) if best else ("No duty that was asked for can be given to them.",)


def _grants(unit: Unit, request: Request, duty: Duty | None) -> bool:
    works = duty is not None and unit.shift_of(duty).staffs
    asked = works and duty is not None and request.means(duty.shift)
    if request.wish is Wish.ON:
        return asked
    return duty is None or (bool(request.shift) and works and not asked)
