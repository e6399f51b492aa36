from optimizer.planning.pair import Pair
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.rules.hours.hours import HoursHigh, HoursLow, Overtime, WeeklyHours
from tests.draw import BLOCKED, SHIFTS, amounts, day, says

HALF_TIME = {"ann": {"fte": 0.5, "employment": "PT"}}
PER_DIEM = {"ann": {"fte": 0.0, "employment": "PRN"}}
FORTNIGHT = "ann  D D D D D . .  D D D D D . ."
SINCE_LAST_WEEK = {"pay_period_start": day(-7)}
MONDAY_WEEKS = {"week_start": 0}


def test_exactly_the_contract_is_fine_and_minutes_missing_or_too_many_are_charged():
    assert amounts(HoursLow(), FORTNIGHT) == []
    assert amounts(HoursHigh(), FORTNIGHT) == []
    assert amounts(HoursLow(), "ann  D D D D . . .  D D D D D . .") == [8 * 60]
    assert amounts(HoursHigh(), "ann  D D D D L . .  D D D D D . .") == [4 * 60]
    assert amounts(HoursLow(limit=8 * 60), "ann  D D D D . . .  D D D D D . .") == []
    assert amounts(HoursHigh(limit=4 * 60 - 1), "ann  D D D D L . .  D D D D D . .") == [1]


def test_every_pay_period_is_held_for_itself():
    calendar = {"pay_period_days": 7, "full_time": 40 * 60}
    assert amounts(HoursLow(), "ann  D D D D D D .  D D D D . . .", calendar=calendar) == [8 * 60]
    assert amounts(HoursHigh(), "ann  D D D D D D .  D D D D . . .", calendar=calendar) == [8 * 60]


def test_paid_leave_and_education_are_paid_and_on_call_is_not():
    assert amounts(HoursLow(), "ann  D D S P P C C") == []
    assert amounts(HoursHigh(), "ann  D D D D P D C") == [8 * 60]


def test_part_timers_and_per_diem_staff_owe_and_have_what_their_contract_says():
    assert amounts(HoursLow(), "ann  L D . . . . .", HALF_TIME) == []
    assert amounts(HoursLow(), "ann  D D . . . . .", HALF_TIME) == [4 * 60]
    assert amounts(HoursHigh(), "ann  D D D . . . .", HALF_TIME) == [4 * 60]
    assert amounts(HoursLow(), "ann  . . . . . . .", PER_DIEM) == []
    assert amounts(HoursHigh(), "ann  D D D D D . .", PER_DIEM) == []
    assert amounts(HoursHigh(), "ann  D D D D D D .", PER_DIEM) == [8 * 60]
    contract = {"ann": {"least": 48 * 60, "most": 64 * 60}}
    assert amounts(HoursLow(), "ann  D D . . . . .", contract) == [8 * 60]
    assert amounts(HoursHigh(), "ann  D D D D D . .", contract) == [8 * 60]


def test_a_pay_period_cut_by_the_plan_owes_and_has_its_share():
    assert amounts(HoursLow(), "ann  D D D D . . .") == [8 * 60]
    assert amounts(HoursHigh(), "ann  D D D D D D .") == [8 * 60]
    assert amounts(HoursLow(), "ann  D D D D . . .", calendar=SINCE_LAST_WEEK) == [8 * 60]


def test_history_counts_to_the_pay_period_it_lies_in():
    assert amounts(HoursLow(), "ann  D D D D D D . | D D D D . . .", calendar=SINCE_LAST_WEEK) == []
    assert amounts(HoursHigh(), "ann  D D D D D D . | D D D D D . .", calendar=SINCE_LAST_WEEK) == [8 * 60]
    assert amounts(HoursHigh(), "ann  D D D D D D . | D D D D D . .") == []


def test_nothing_is_owed_for_days_before_employment():
    assert amounts(HoursLow(), "ann  . . . . . . .  D D D D D . .", {"ann": {"started": day(7)}}) == []


def test_leave_without_a_code_lowers_what_is_owed_and_a_blocked_day_does_not():
    def short(*codes, **facts):
        asked, shifts = (Request("ann", first=day(4), last=day(5), **facts),), (*SHIFTS, BLOCKED)
        return amounts(HoursLow(), f"ann  {' '.join(codes)}", requests=asked, shifts=shifts)

    assert short("D", "D", "D", "D", ".", ".", ".", wish=Wish.OFF, approved=True) == []
    assert short("D", "D", "D", "D", ".", ".", ".", wish=Wish.BLOCKED) == [8 * 60]
    assert short("D", "D", "D", "D", "X", "X", ".", wish=Wish.BLOCKED) == [8 * 60]
    assert short("D", "D", "D", "D", "X", ".", ".", wish=Wish.OFF, approved=True) == []


def test_hours_beyond_the_week_are_charged_and_the_calendar_says_when_it_begins():
    assert amounts(WeeklyHours(limit=60 * 60), "ann  L L L L L . L") == []
    assert amounts(WeeklyHours(limit=60 * 60), "ann  L L L L L D .") == [8 * 60]
    assert amounts(WeeklyHours(limit=60 * 60), "ann  . L L L L L L") == []
    assert amounts(WeeklyHours(limit=60 * 60), "ann  . L L L L L L", calendar=MONDAY_WEEKS) == [12 * 60]


def test_leave_and_on_call_are_no_hours_at_work_and_education_is():
    assert amounts(WeeklyHours(limit=16 * 60), "ann  D P C D") == []
    assert amounts(WeeklyHours(limit=16 * 60), "ann  D S D") == [8 * 60]


def test_the_days_before_the_plan_count_to_their_week():
    assert amounts(WeeklyHours(limit=60 * 60), "ann  D | L L L L L") == [8 * 60]
    assert amounts(WeeklyHours(limit=60 * 60), "ann  L . | L L L L L") == []


def test_a_week_that_history_overfilled_is_not_charged_to_a_day_off():
    assert amounts(WeeklyHours(limit=60 * 60), "ann  L L L L L L | .", first=day(6), calendar=MONDAY_WEEKS) == []


def test_overtime_begins_after_what_the_calendar_says_the_days_before_the_plan_included():
    assert amounts(Overtime(), "ann  D D D D D . .") == []
    assert amounts(Overtime(), "ann  D D D D L . .") == [4 * 60]
    assert amounts(Overtime(), "ann  D D D D D . .", calendar={"overtime_after": 36 * 60}) == [4 * 60]
    assert amounts(Overtime(), "ann  D | D D D D D . .") == [8 * 60]


def test_paid_leave_earns_no_overtime_and_part_timers_none_before_the_same_hours():
    assert amounts(Overtime(), "ann  D D D D D P .") == []
    assert amounts(Overtime(), "ann  D D D D D . .", HALF_TIME) == []


def test_they_stand_for_those_they_are_for():
    agency = {"ann": {"employment": "Agency", "least": 40 * 60, "most": 20 * 60}}
    for rule in (HoursLow, HoursHigh, WeeklyHours, Overtime):
        assert amounts(rule(to=("not Agency",)), "ann  L L L L L L .", agency) == []


def test_the_sentences_name_person_span_and_hours():
    assert says(HoursLow(), "ann  D D D D . . .  D D D D L . .") == [
        "Ann has 76 h paid from Mon 1 Jun to Sun 14 Jun; by contract it should be 80 h or more."
    ]
    assert says(HoursHigh(), "ann  D D D D L . .  D D D D D . .") == [
        "Ann has 84 h paid from Mon 1 Jun to Sun 14 Jun; by contract it should be 80 h at most."
    ]
    assert says(WeeklyHours(limit=60 * 60), "ann  L L L L L D") == [
        "Ann has 68 h at work from Sun 31 May to Sat 6 Jun; it should be 60 h at most."
    ]
    assert says(Overtime(), "ann  D D D D D D") == [
        "Ann has 48 h at work from Sun 31 May to Sat 6 Jun, 8 h of them overtime."
    ]


def test_the_sentence_does_not_take_the_tolerance_for_the_contract():
    (low,) = says(HoursLow(limit=4 * 60), "ann  D D D D D . .  D D D . . . .")
    (high,) = says(HoursHigh(limit=4 * 60), "ann  D D D D D . .  D D D D D D .")
    assert "the contract owes 76 h" not in low
    assert "the contract has 84 h" not in high


def test_leave_lowers_what_is_owed_unless_paid_time_off_is_entered_for_it():
    week_off = (Request("ann", Wish.OFF, day(7), day(13), approved=True),)
    entered = frozenset(Pair("ann", Duty(day(number), "P")) for number in range(7, 12))
    worked, coded = "ann  D D D D D . .  . . . . . . .", "ann  D D D D D . .  P P P P P . ."
    assert amounts(HoursLow(), worked) == [40 * 60]
    assert amounts(HoursLow(), worked, requests=week_off) == []
    assert amounts(HoursLow(), coded, requests=week_off, locked=entered) == []
    assert amounts(HoursLow(), worked, requests=week_off, locked=entered) == [40 * 60]
