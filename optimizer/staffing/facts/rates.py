"""What an hour of somebody's work costs: rates, premiums, and when overtime begins."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.staffing.facts.scope import Scope

WEEKEND, HOLIDAY, PRECEPTING = "weekend", "holiday", "precepting"
OCCASIONS = (WEEKEND, HOLIDAY, PRECEPTING)
"""What a premium can be for beside a shift (its code, part of the day or kind) and a role."""
CREDITABLE = (WEEKEND, HOLIDAY)
"""What a premium is for that is credited against overtime: special days (29 CFR 778.203)."""


class RegularRate(StrEnum):
    """What becomes of an extra payment when overtime is reckoned at the regular rate.

    Nearly everything is in it, night differentials by name (29 CFR 778.207(b)). What a weekend or a holiday pays at
    half as much again or more (778.203), and what hours above one's usual ones pay (778.202(b)), may be left out and
    credited against the overtime of its week. What is not paid for work is neither (778.219); nor is anything where
    overtime is what a contract says. 778.202, .203 and .207 were read on 28 November 2026; 778.219 was not, nor 778.109
    and .115, by which the rate itself is reckoned: these are know-how.
    """

    IN = "in"
    NOT = "not"
    CREDITED = "credited"


@dataclass(frozen=True, slots=True)
class OvertimeScheme:
    """When an hour is paid at one and a half times the rate, in minutes; None where there is no such limit.

    Beyond ``daily`` on one day, and twice the rate beyond ``double``; and what is left of every day beyond ``after``
    in a week, or in a pay period where ``by_pay_period``. What is overtime by the day is not counted again. With
    ``seventh``, all of the seventh day of work in a week is, too, at twice the rate beyond ``daily``.
    """

    daily: int | None = None
    double: int | None = None
    after: int | None = None
    by_pay_period: bool = False
    seventh: bool = False

    def plain(self, minutes: int) -> int:
        """Return how much of a duty counts to the week or the pay period."""
        return minutes if self.daily is None else min(minutes, self.daily)

    def beyond(self, minutes: int) -> tuple[int, int]:
        """Return how much of a duty is overtime by the day, double time included, and how much is double time."""
        double = 0 if self.double is None else max(0, minutes - self.double)
        return minutes - self.plain(minutes), double


WEEKLY, NO_OVERTIME = "weekly", "none"
SCHEMES = {
    WEEKLY: OvertimeScheme(),
    "8-80": OvertimeScheme(daily=8 * 60, after=80 * 60, by_pay_period=True),
    "california": OvertimeScheme(daily=8 * 60, double=12 * 60, after=40 * 60, seventh=True),
    "california-3x12": OvertimeScheme(daily=12 * 60, double=12 * 60, after=40 * 60),
    "colorado": OvertimeScheme(daily=12 * 60, after=40 * 60),
    NO_OVERTIME: OvertimeScheme(),
}
"""FLSA 29 USC 207(a), of which the unit's calendar says when it begins; 207(j), hospitals' 8 and 80; California Labor
Code 510(a); its alternative week of three 12-hour days (IWC Order 5, 3(B)(8)); Colorado's 7 CCR 1103-1 rule 4, as
cdle.colorado.gov quotes it. 510 and rule 4 were read on 28 November 2026. In 207(j) the larger of the two counts,
max(Σ max(0, day - 8), total - 80), which is the same as counting by the day first."""


@dataclass(frozen=True, slots=True)
class PayClass:
    """What people of one class are paid: cents an hour at the plain rate, and what comes on top.

    ``burden`` is what the employer adds to every cent, in thousandths; ``extra`` is cents for an hour above the
    contract, and ``extra_regular`` what becomes of them in the regular rate; ``called_in`` is how many minutes somebody
    on call is expected to be called in, at half as much again, and ``call_back`` how many are paid then at least.
    ``missed_meals`` is how many duties miss a meal, in thousandths; each pays an hour more.
    ``overtime`` names one of SCHEMES; empty it is what the unit's laws say, or weekly.
    """

    rate: int
    overtime: str = ""
    burden: int = 0
    extra: int = 0
    called_in: int = 0
    extra_regular: RegularRate = RegularRate.IN
    call_back: int = 0
    missed_meals: int = 0

    @property
    def called_in_paid(self) -> int:
        """Return how many minutes a call-in is paid for."""
        return max(self.called_in, self.call_back) if self.called_in else 0


@dataclass(frozen=True, slots=True)
class Premium:
    """What is paid on top for some hours: so many cents an hour, and so many thousandths of the rate.

    ``on`` is a shift's code, part of the day or kind, a role, or one of OCCASIONS: a duty that begins on a weekend or a
    holiday, or an hour beside an orientee. On call it is paid for all the hours, else for the paid ones. ``regular``
    says what becomes of it in the regular rate.
    """

    on: str
    cents: int = 0
    part: int = 0
    to: Scope = ()
    regular: RegularRate = RegularRate.IN

    def each(self, rate: int) -> int:
        """Return what it adds to an hour at a rate, in thousandths of a cent."""
        return 1000 * self.cents + self.part * rate

    def regular_at(self, rate: int) -> RegularRate:
        """Return what becomes of it in the regular rate of somebody, who is credited with half the rate or more only.

        What a preceptor gets hangs on the orientee's duty, whose regular rate it never belongs to.
        """
        if self.on == PRECEPTING:
            return RegularRate.NOT
        small = 2 * self.each(rate) < 1000 * rate
        return RegularRate.IN if self.regular is RegularRate.CREDITED and small else self.regular


@dataclass(frozen=True, slots=True)
class PeriodBudget:
    """What is budgeted for the pay period that begins on ``first``, or for every one without a line of its own.

    ``minutes_each`` are minutes at the bedside for each patient day (worked HPPD), ``rate`` cents for each such hour,
    premiums, overtime and burden included. ``aside`` is cents for leave, orientation and education.
    """

    first: date | None
    patient_days: int
    minutes_each: int
    rate: int
    aside: int = 0
