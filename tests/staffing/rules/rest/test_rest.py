from optimizer.staffing.rules.rest.rest import Rest
from tests.draw import amounts, says

ELEVEN_HOURS = Rest(limit=11 * 60)


def test_exactly_enough_rest_is_fine():
    assert amounts(Rest(limit=8 * 60), "ann  E D .") == []


def test_one_minute_less_is_charged():
    assert amounts(Rest(limit=8 * 60 + 1), "ann  E D .") == [1]


def test_a_day_off_is_rest_but_counts_only_as_long_as_it_is():
    assert amounts(ELEVEN_HOURS, "ann  N . D") == []
    assert amounts(Rest(limit=48 * 60), "ann  N . D") == [24 * 60]


def test_history_is_walked_first():
    assert amounts(ELEVEN_HOURS, "ann  . N | D .") == [11 * 60]


def test_what_history_itself_broke_is_not_charged():
    assert amounts(ELEVEN_HOURS, "ann  E D | . .") == []


def test_leave_and_on_call_need_no_rest():
    assert amounts(ELEVEN_HOURS, "ann  E P C D") == []


def test_the_sentence_names_person_day_and_hours():
    assert says(ELEVEN_HOURS, "ann  E D .") == ["Ann has 8 h of rest before the duty on Tue 2 Jun; it should be 11 h."]
