from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.wishes.requests import Requests
from tests.draw import amounts, day, says


def ask(wish, first=0, last=0, **facts):
    return (Request("ann", Wish(wish), day(first), day(last), **facts),)


def test_what_is_granted_is_fine_and_every_day_not_granted_is_charged():
    assert amounts(Requests(), "ann  . D", requests=ask("off")) == []
    assert amounts(Requests(), "ann  N .", requests=ask("on")) == []
    assert amounts(Requests(), "ann  D . E", requests=ask("off", 0, 2)) == [1, 1]
    assert amounts(Requests(), "ann  D . .", requests=ask("on", 0, 2)) == [1, 1]


def test_a_request_counts_as_often_as_it_weighs():
    assert amounts(Requests(), "ann  D", requests=ask("off", weight=3)) == [3]
    assert amounts(Requests(), "ann  .", requests=ask("on", weight=3)) == [3]
    assert amounts(Requests(), "ann  D", requests=ask("on", weight=3)) == []
    assert amounts(Requests(), "ann  D", requests=ask("off") + ask("on", shift="N", weight=2)) == [1, 2]


def test_one_shift_may_be_asked_for_in_any_role():
    assert amounts(Requests(), "ann  D E", requests=ask("off", 0, 1, shift="E")) == [1]
    assert amounts(Requests(), "ann  D E", requests=ask("on", 0, 1, shift="E")) == [1]
    assert amounts(Requests(), "ann  D/Charge", requests=ask("on", shift="D")) == []


def test_leave_grants_a_day_off_but_on_call_and_education_do_not():
    assert amounts(Requests(), "ann  P", requests=ask("off")) == []
    assert amounts(Requests(), "ann  C S", requests=ask("off", 0, 1)) == [1, 1]
    assert amounts(Requests(), "ann  P", requests=ask("on")) == [1]


def test_only_days_of_the_plan_count_and_a_night_belongs_to_the_day_it_begins_on():
    assert amounts(Requests(), "ann  N .", requests=ask("off", 1, 1)) == []
    assert amounts(Requests(), "ann  D | D .", requests=ask("off", -1, 5)) == [1]


def test_approved_leave_is_no_wish():
    assert amounts(Requests(), "ann  D", requests=ask("off", approved=True)) == []


def test_it_stands_for_those_it_is_for():
    assert amounts(Requests(to=("not Agency",)), "ann  D", {"ann": {"employment": "Agency"}}, requests=ask("off")) == []


def test_the_sentence_names_person_wish_and_day():
    assert says(Requests(), "ann  D", requests=ask("off")) == ["Ann asked not to work on Mon 1 Jun but does."]
    assert says(Requests(), "ann  .", requests=ask("on", shift="N")) == [
        "Ann asked to work N on Mon 1 Jun but does not."
    ]


def test_one_of_several_shifts_may_be_asked_for_or_none_of_them():
    assert amounts(Requests(), "ann  E", requests=ask("on", shift="D or E")) == []
    assert amounts(Requests(), "ann  N", requests=ask("on", shift="D or E", weight=2)) == [2]
    assert amounts(Requests(), "ann  E N", requests=ask("off", 0, 1, shift="D or E")) == [1]
    assert says(Requests(), "ann  N", requests=ask("on", shift="D or E")) == [
        "Ann asked to work D or E on Mon 1 Jun but does not."
    ]
