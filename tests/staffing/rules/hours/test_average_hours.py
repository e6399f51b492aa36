from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.hours.average_hours import AverageHours
from tests.draw import amounts, day, says

EU = AverageHours(limit=48 * 60)


def test_exactly_the_average_is_fine_and_a_minute_more_is_charged():
    assert amounts(EU, "ann  L L L L . . .  D D D D D D .") == []
    assert amounts(AverageHours(limit=48 * 60 - 1), "ann  D D D D D D .") == [1]
    assert amounts(EU, "ann  D D D D D D D") == [8 * 60]


def test_a_part_of_a_week_allows_its_share_and_less_than_a_week_counts_as_one():
    assert amounts(AverageHours(limit=28 * 60), "ann  D D D D . . . .") == []
    assert amounts(AverageHours(limit=28 * 60), "ann  D D D D . . . D") == [8 * 60]
    assert amounts(AverageHours(limit=32 * 60), "ann  D D D S") == []


def test_history_does_not_count():
    assert amounts(AverageHours(limit=32 * 60), "ann  L L | D D D S") == []
    assert amounts(AverageHours(limit=32 * 60 - 1), "ann  L L | D D D S") == [1]


def test_paid_leave_is_no_work_and_approved_leave_makes_the_period_shorter():
    assert amounts(EU, "ann  D D D D D D P") == []
    leave = (Request("ann", Wish.OFF, day(0), day(6), approved=True),)
    assert amounts(EU, "ann  . . . . . . .  D D D D D D .", requests=leave) == []
    assert amounts(EU, "ann  . . . . . . .  D D D D D D D", requests=leave) == [8 * 60]


def test_the_sentence_names_hours_and_what_they_may_be():
    assert says(EU, "ann  D D D D D D D") == ["Ann works 56 h in the period; 48 h a week on average allow 48 h."]


def test_a_reference_period_ends_with_the_plan_and_begins_where_history_does():
    month = AverageHours(limit=48 * 60, weeks=4)
    assert amounts(month, "ann  . . . . . . . | L L L L L L L") == []
    assert amounts(month, "ann  D D . . . . . | L L L L L L L") == [4 * 60]
    assert amounts(AverageHours(limit=48 * 60, weeks=1), "ann  D D . . . . . | L L L L L L L") == [36 * 60]
    assert amounts(AverageHours(limit=48 * 60, weeks=1_000_000), "ann  L L L L L L L") == [36 * 60]


def test_what_history_alone_is_too_much_is_past_charging():
    assert amounts(AverageHours(limit=24 * 60, weeks=2), "ann  L L L L L L L | . . . . . . .") == []
    assert amounts(AverageHours(limit=24 * 60, weeks=2), "ann  L L L L L L L | D . . . . . .") == [8 * 60]


def test_days_before_somebody_started_make_no_average_lower():
    began = {"ann": {"started": day(7)}}
    assert amounts(EU, "ann  . . . . . . .  L L L L L . .", began) == [12 * 60]


def test_the_sentence_of_a_reference_period_tells_the_average_so_far():
    assert says(AverageHours(limit=48 * 60, weeks=17), "ann  D . . . . . . | L L L L L L L  L L L L L L L") == [
        "Ann works 58 h 40 min a week on average so far, over the 21 days known of 17 weeks; at most 48 h are allowed "
        "on average."
    ]
