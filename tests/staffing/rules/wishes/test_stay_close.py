from optimizer.staffing.rules.wishes.stay_close import StayClose
from tests.draw import amounts, draw, says


def given(picture):
    return draw(picture)[1]


def test_the_same_schedule_is_fine_and_every_cell_that_changed_is_charged_once():
    assert amounts(StayClose(), "ann  D . N P", given=given("ann  D . N P")) == []
    assert amounts(StayClose(), "ann  . D E P", given=given("ann  D . N S")) == [1, 1, 1, 1]
    assert amounts(StayClose(), "ann  D/Charge", given=given("ann  D")) == [1]
    assert amounts(StayClose(), "ann  D . \n ben  . D", given=given("ann  . D \n ben  D .")) == [1, 1, 1, 1]
    assert amounts(StayClose(), "ann  D \n ben  E", given=given("ann  E \n ben  D")) == [1, 1]


def test_the_past_is_not_compared_and_without_a_given_schedule_it_says_nothing():
    assert amounts(StayClose(), "ann  D | E", given=given("ann  E")) == []
    assert amounts(StayClose(), "ann  D") == []


def test_it_stands_for_those_it_is_for():
    agency = {"ben": {"employment": "Agency"}}
    assert amounts(StayClose(to=("not Agency",)), "ann  . \n ben  .", agency, given=given("ann  D \n ben  D")) == [1]


def test_the_sentence_names_person_and_day():
    assert says(StayClose(), "ann  . E", given=given("ann  . D")) == [
        "Ann had D on Tue 2 Jun in the schedule before; that changed."
    ]
