"""Units as large as anybody brings: many people, weeks and shifts, with laws along the days and over the period."""

from datetime import timedelta

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod, MostHoursInPeriod
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import MONDAY


def big_unit(people, days, shifts, *, asked=0.6):
    """Return a unit and a policy; so much of everybody's days is asked for."""
    codes = [f"S{number}" for number in range(shifts)]
    each = max(1, round(people * asked / shifts))
    unit = Unit(
        "Big",
        Calendar(MONDAY, MONDAY + timedelta(days=days - 1)),
        tuple(Shift(code, code, 300 + 30 * n, 780 + 30 * n + 15 * (n % 5), 450 + n) for n, code in enumerate(codes)),
        (DutyRole("RN"),),
        tuple(Staff(f"p{n}", f"P{n}", "RN", ("RN",), shifts=_able(codes, n)) for n in range(people)),
        needs=tuple(Need(When(), code, "RN", 0, each, each) for code in codes),
    )
    return unit, _policy(days)


def impossible(people, days, shifts):
    """Return such a unit where nobody could ever keep the minimum, and its policy."""
    unit, policy = big_unit(people, days, shifts, asked=2.0)
    needs = tuple(Need(need.when, need.shift, need.role, need.target, need.target, need.target) for need in unit.needs)
    changed = {name: getattr(unit, name) for name in unit.__dataclass_fields__} | {"needs": needs}
    return Unit(**changed), Policy((*policy.rulings, must(CoverMinimum())))


def _able(codes, number):
    """Return what somebody may work: everybody something else, so that few share their laws."""
    return tuple(code for place, code in enumerate(codes) if (place * 7 + number) % 4)


def _policy(days):
    weeks = days // 7
    return Policy(
        (
            must(OneDutyADay()), must(Rest(limit=11 * 60)), must(MostInARow(limit=5)), must(FewestInARow(limit=2)),
            must(FewestDaysOff(limit=2)), must(MostWeekends(limit=weeks // 2)), must(MostDuties(limit=5 * weeks)),
            must(MostHoursInPeriod(limit=weeks * 40 * 60)), must(FewestHoursInPeriod(limit=weeks * 28 * 60)),
            priced(CoverTarget(), 100), priced(CoverMaximum(), 1),
        )
    )  # fmt: skip
