"""Hours by contract: what full time is, and everybody's share of it, from the hours worked and the days of leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import median, quantiles
from typing import NamedTuple

from optimizer.staffing.facts.words import hours
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.evidence import of_all, sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic

FULL_TIME = About(Topic.FULL_TIME)
WEEKS = tuple(round(each * 60) for each in (35, 36, 37.5, 38, 38.5, 39, 40, 42))
"""Minutes of usual full-time weeks, from France's 35 h to Switzerland's 42 h; three shifts of twelve hours make 36."""
USUAL_WEEK = 40 * 60
STEP = 20
"""One FTE has so many steps of a contract, each of 0.05."""
LEAST_DAYS = 7
"""From how many days without leave on hours tell anything."""
NEAR, EXACT = 0.15, 0.05
"""Which part of a week hours may be off it: what people worked, and what they worked for an FTE that is stated."""


class Week(NamedTuple):
    """The minutes a week that somebody worked on average, and over how many days without leave."""

    minutes: float
    days: int


@dataclass(frozen=True)
class ContractHours:
    """Learns the hours of the people of one unit."""

    attendance: Attendance

    @cached_property
    def weeks(self) -> Mapping[str, Week]:
        """Return what everybody worked in a week on average; nobody with fewer days than ``LEAST_DAYS``."""
        weeks = {who: self._week(who) for who in self.attendance.people}
        return {who: week for who, week in weeks.items() if week.days >= LEAST_DAYS}

    def _week(self, who: str) -> Week:
        days = len(self.attendance.roster.days) - self.attendance.absent(who)
        minutes = self._minutes(who, {*self.attendance.roster.days})
        return Week(7 * minutes / max(1.0, days), round(days))

    def _minutes(self, who: str, days: set[date]) -> int:
        row = self.attendance.rows[who]
        return sum(shift.paid for duty, shift in row if shift.works and duty.day in days)

    def full_time(self) -> Lesson[int]:
        """Return what a week of full time has in minutes."""
        stated, worked = self._stated_weeks(), [week.minutes for week in self.weeks.values() if week.minutes]
        if stated:
            return _by_stated_fte(stated)
        if worked:
            return _by_most_hours(worked)
        return Lesson(FULL_TIME, USUAL_WEEK, "Nobody's hours are known; 40 h is a guess.", Basis.GUESSED, 0.3)

    def _stated_weeks(self) -> list[float]:
        people = self.attendance.people
        return [week.minutes / fte for who, week in self.weeks.items() if week.minutes and (fte := people[who].fte)]

    def ftes(self, full_time: int) -> Iterator[Lesson[float]]:
        """Yield everybody's FTE where a week of full time has so many minutes."""
        learned = {who: _stepped(week.minutes / full_time) for who, week in self.weeks.items()}
        for who, person in self.attendance.people.items():
            about = About(Topic.FTE, who)
            if person.fte is not None:
                yield Lesson(about, person.fte, f"The roster says {person.fte:g} FTE.", Basis.STATED, 1.0)
            elif who not in learned:
                fte = median([each for each in learned.values() if each] or [1.0])
                said = f"{person.name} was on leave nearly all the time; others have {fte:g}, which is a guess."
                yield Lesson(about, _stepped(fte), said, Basis.GUESSED, 0.3)
            else:
                yield self._fte(who, learned[who], full_time)

    def _fte(self, who: str, fte: float, full_time: int) -> Lesson[float]:
        week, name, away = self.weeks[who], self.attendance.people[who].name, len(self.attendance.away(who))
        typical, longest = fte * full_time, max((shift.paid for _, shift in self.attendance.rows[who]), default=0)
        weeks = [*self._whole_weeks(who)]
        kept = sum(abs(minutes - typical) <= longest for minutes in weeks)
        leave = f", {away} days of leave apart" if away else ""
        said = (
            f"{name} worked {hours(round(week.minutes / 15) * 15)} a week over {week.days} days{leave}; in"
            f" {of_all(kept, len(weeks), 'weeks')} it was within one duty of {fte:g} FTE, {hours(round(typical))}."
        )
        return Lesson(About(Topic.FTE, who), fte, said, Basis.COUNTED, sure(kept, len(weeks)))

    def _whole_weeks(self, who: str) -> Iterator[int]:
        """Yield the minutes of every seven days in a row that somebody was not on leave, one after the other."""
        present, roster = {*self.attendance.present(who)}, self.attendance.roster
        for block in roster.blocks:
            first = block.first
            while first + timedelta(days=6) <= block.last:
                week = {first + timedelta(days=n) for n in range(7)}
                if week <= present:
                    yield self._minutes(who, week)
                first += timedelta(days=7)


def _by_stated_fte(weeks: list[float]) -> Lesson[int]:
    """Return the week of full time that people worked whose FTE is stated: minutes for 1.0 of each."""
    week = _nearest(median(weeks), EXACT)
    said = f"People whose FTE is stated worked {hours(round(median(weeks)))} a week for 1.0."
    kept = sum(abs(each - week) <= NEAR * week for each in weeks)
    return Lesson(FULL_TIME, week, said, Basis.COUNTED, sure(kept, len(weeks)))


def _by_most_hours(weeks: list[float]) -> Lesson[int]:
    """Return the week that many people with the most hours have in common."""
    top = quantiles(weeks, n=10, method="inclusive")[-1] if len(weeks) > 1 else weeks[0]
    many = [minutes for minutes in weeks if abs(minutes - top) <= NEAR * top] or [max(weeks)]
    typical = hours(round(median(many) / 15) * 15)
    said = f"{of_all(len(many), len(weeks), 'people')} worked about {typical} a week, more than the others"
    if median(many) > (1 + NEAR) * WEEKS[-1]:
        return Lesson(FULL_TIME, USUAL_WEEK, f"{said}; that is more than full time: 40 h.", Basis.GUESSED, 0.3)
    return Lesson(FULL_TIME, _nearest(median(many)), f"{said}.", Basis.GUESSED, sure(len(many), len(weeks)))


def _nearest(minutes: float, near: float = NEAR) -> int:
    """Return the usual full-time week that is nearest, or the minutes themselves where none is near."""
    week = min(WEEKS, key=lambda each: abs(each - minutes))
    return week if abs(week - minutes) <= near * week else round(minutes / 30) * 30


def _stepped(fte: float) -> float:
    return min(1.0, round(fte * STEP) / STEP)
