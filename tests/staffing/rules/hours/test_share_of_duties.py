from optimizer.staffing.rules.hours.share_of_duties import FewestShare, MostShare
from tests.draw import amounts, says


def test_exactly_the_share_is_fine_and_every_percent_beyond_is_charged():
    assert amounts(MostShare(shifts=("night",), limit=50), "ann  N N D . D") == []
    assert amounts(MostShare(shifts=("night",), limit=49), "ann  N N D . D") == [1]
    assert amounts(FewestShare(shifts=("night",), limit=50), "ann  N N D . D") == []
    assert amounts(FewestShare(shifts=("night",), limit=60), "ann  N N D . D") == [10]


def test_shares_are_rounded_down_and_those_without_a_duty_have_none():
    assert amounts(MostShare(shifts=("night",), limit=33), "ann  N D D") == []
    assert amounts(FewestShare(shifts=("night",), limit=34), "ann  N D D") == [1]
    assert amounts(FewestShare(shifts=("night",), limit=20), "ann  . . C") == [20]


def test_what_was_before_the_plan_does_not_count():
    assert amounts(MostShare(shifts=("night",), limit=50), "ann  N N N | N D") == []


def test_the_sentence_names_person_and_share():
    assert says(MostShare(shifts=("night",), limit=49), "ann  N D") == [
        "Of Ann's duties in the period more than 49 percent are night duties, by 1."
    ]
