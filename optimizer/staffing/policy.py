"""Every rule a unit can have, in the order a manager reads them, and a policy to begin with."""

from collections.abc import Iterable

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum, CoverSurplus, CoverTarget
from optimizer.staffing.rules.coverage.novice_support import NoviceSupport
from optimizer.staffing.rules.coverage.preceptor import Preceptor
from optimizer.staffing.rules.coverage.skill_mix import SkillMix
from optimizer.staffing.rules.coverage.skill_on_shift import SkillMaximum, SkillOnShift, SkillTarget
from optimizer.staffing.rules.hours.average_hours import AverageHours
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.caps import AgencyCap, OvertimeCap
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.hours.hours import HoursHigh, HoursLow, Overtime, WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod, MostHoursInPeriod
from optimizer.staffing.rules.hours.share_of_duties import FewestShare, MostShare
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch, RestAfterStretch
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.days_without import FewestDaysBetween, MostDaysWithout
from optimizer.staffing.rules.sequence.follow_rotation import FollowRotation
from optimizer.staffing.rules.sequence.forward_rotation import ForwardRotation
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.run_lengths import RunLengths
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.sequence.wanted_pattern import WantedPattern
from optimizer.staffing.rules.weekends.fewest_weekends import FewestWeekendsInARow
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekends, MostWeekendsInARow
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.night_into_leave import NightIntoLeave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.staffing.rules.wishes.holiday_turns import HolidayTurns
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.rules.wishes.stay_close import StayClose
from optimizer.staffing.rules.wishes.ties import KeepApart, KeepTogether

RULES: tuple[type[UnitRule], ...] = (
    OneDutyADay,
    CoverMinimum,
    CoverTarget,
    CoverSurplus,
    CoverMaximum,
    SkillOnShift,
    SkillTarget,
    SkillMaximum,
    SkillMix,
    Credentials,
    OnlySkilled,
    Availability,
    Leave,
    FollowRotation,
    NightIntoLeave,
    Rest,
    RestAfterStretch,
    WeeklyRest,
    RecoveryAfterNights,
    ForbiddenSuccession,
    UnwantedPattern,
    WantedPattern,
    ForwardRotation,
    MostInARow,
    FewestInARow,
    RunLengths,
    MostDaysWithout,
    FewestDaysBetween,
    MostDaysOff,
    FewestDaysOff,
    MostWeekends,
    MostWeekendsInARow,
    FewestWeekendsInARow,
    CompleteWeekends,
    IdenticalWeekends,
    MostDuties,
    FewestDuties,
    MostShare,
    FewestShare,
    MostHoursIn24,
    MostHoursAtAStretch,
    WeeklyHours,
    AverageHours,
    Overtime,
    HoursLow,
    HoursHigh,
    MostHoursInPeriod,
    FewestHoursInPeriod,
    NoviceSupport,
    Preceptor,
    KeepTogether,
    KeepApart,
    Requests,
    FairShare,
    HolidayTurns,
    StayClose,
    Budget,
    OvertimeCap,
    AgencyCap,
)


def must(rule: UnitRule) -> Ruling:
    """Return a rule as a must."""
    return Ruling(rule)


def priced(rule: UnitRule, dollars: int) -> Ruling:
    """Return a rule at a price in dollars per unit of breach."""
    return Ruling(rule, Mode.PRICED, dollars * 100)


def off(rule: UnitRule) -> Ruling:
    """Return a rule that is switched off."""
    return Ruling(rule, Mode.OFF)


def default_policy() -> Policy:
    """Return a policy to begin with: safety and law as musts, the rest at prices a manager can weigh against pay.

    Rules that are not in force stand in it as off.
    Limits follow the IOM, AHRQ and HSE guidance for shift work: rest, nights and days in a row, hours a week.
    """
    in_force = (
        must(OneDutyADay()),
        must(CoverMinimum()),
        priced(CoverTarget(), 250),
        priced(CoverMaximum(), 150),
        must(SkillOnShift()),
        must(Credentials()),
        must(Availability()),
        must(Leave()),
        must(FollowRotation()),
        must(Rest(limit=10 * 60)),
        must(RecoveryAfterNights(limit=24 * 60, nights=2)),
        priced(RecoveryAfterNights(limit=48 * 60, nights=2), 3),
        priced(ForwardRotation(), 40),
        must(MostInARow(limit=5)),
        must(MostInARow(limit=4, shifts=("night",))),
        priced(MostInARow(limit=3), 25),
        priced(FewestDaysOff(limit=2), 15),
        priced(MostWeekendsInARow(limit=1), 60),
        priced(CompleteWeekends(), 30),
        must(WeeklyHours(limit=60 * 60)),
        priced(Overtime(), 30),
        priced(HoursLow(limit=0), 20),
        priced(HoursHigh(limit=0), 20),
        must(NoviceSupport()),
        must(Preceptor()),
        priced(KeepTogether(), 20),
        must(KeepApart()),
        priced(Requests(), 40),
        priced(FairShare(burden="nights", limit=1), 30),
        priced(FairShare(burden="weekends", limit=1), 30),
        priced(FairShare(burden="holidays", limit=1), 30),
    )
    return Policy(tuple(ruling for rule in RULES for ruling in _rulings_of(rule, in_force)))


def _rulings_of(rule: type[UnitRule], in_force: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return what is in force of a rule, or that it is off."""
    return tuple(ruling for ruling in in_force if type(ruling.rule) is rule) or (off(rule()),)
