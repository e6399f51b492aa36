from optimizer.staffing.facts.rates import PayClass
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


def rest_on_call(picture, called_in):
    pay, people = {"RN": PayClass(40_00, called_in=called_in)}, {"ann": {"pay_class": "RN"}}
    return amounts(Rest(limit=12 * 60), picture, people, pay=pay)


def test_what_is_called_in_is_no_rest():
    """The call is from 19:00 to 07:00: between two long days there are 12 hours, less what is called in."""
    assert rest_on_call("ann  L+C L", 0) == []
    assert rest_on_call("ann  L+C L", 90) == [90]
    assert rest_on_call("ann  L C L", 24 * 60) == []
    assert rest_on_call("ann  E+C D", 60) == [4 * 60]
    assert rest_on_call("ann  L+C | L", 90) == [90]


def test_a_day_on_call_after_a_late_one_has_as_much_less_rest():
    assert amounts(Rest(limit=32 * 60), "ann  E C D") == []
    pay, people = {"RN": PayClass(40_00, called_in=60)}, {"ann": {"pay_class": "RN"}}
    assert amounts(Rest(limit=32 * 60), "ann  E C D", people, pay=pay) == [60]


def test_the_sentence_names_person_day_and_hours():
    assert says(ELEVEN_HOURS, "ann  E D .") == ["Ann has 8 h of rest before the duty on Tue 2 Jun; it should be 11 h."]
