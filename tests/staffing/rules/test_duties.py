from optimizer.staffing.rules.duties import FewestDuties, MostDuties
from tests.draw import amounts, says

NIGHTS = ("night",)


def test_exactly_the_most_duties_are_fine_and_every_one_beyond_is_charged():
    assert amounts(MostDuties(limit=3), "ann  D . E . N .") == []
    assert amounts(MostDuties(limit=3), "ann  D D . D N D") == [2]
    assert amounts(MostDuties(limit=0), "ann  D") == [1]


def test_exactly_the_fewest_duties_are_fine_and_every_one_missing_is_charged():
    assert amounts(FewestDuties(limit=3), "ann  D . E . N .") == []
    assert amounts(FewestDuties(limit=3), "ann  D . . . . .") == [2]
    assert amounts(FewestDuties(limit=0), "ann  .") == []


def test_only_the_shifts_meant_are_counted():
    assert amounts(MostDuties(limit=2, shifts=NIGHTS), "ann  D N D M D D") == []
    assert amounts(MostDuties(limit=2, shifts=NIGHTS), "ann  D N D M D N") == [1]
    assert amounts(FewestDuties(limit=2, shifts=("D", "E")), "ann  D E N") == []
    assert amounts(FewestDuties(limit=2, shifts=("D", "E")), "ann  D L N") == [1]
    assert amounts(FewestDuties(limit=2, shifts=("not night",)), "ann  D N N") == [1]


def test_education_is_a_duty_but_leave_and_on_call_are_not():
    assert amounts(MostDuties(limit=1), "ann  D S") == [1]
    assert amounts(MostDuties(limit=1), "ann  D P C") == []


def test_duties_count_in_any_role():
    assert amounts(MostDuties(limit=1), "ann  D D/Charge") == [1]


def test_only_the_plan_counts():
    assert amounts(MostDuties(limit=1), "ann  D D | D .") == []
    assert amounts(FewestDuties(limit=1), "ann  D D | . .") == [1]


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    assert amounts(MostDuties(limit=0, to=("not PT",)), "ann  . \n ben  D", part_time) == []
    assert amounts(FewestDuties(limit=1, to=("not PT",)), "ann  D \n ben  .", part_time) == []


def test_the_sentences_name_person_and_numbers():
    assert says(MostDuties(limit=1, shifts=NIGHTS), "ann  N . N") == [
        "Ann has 2 night duties in the period; it should be 1 at most."
    ]
    assert says(FewestDuties(limit=2), "ann  N . .") == ["Ann has 1 duty in the period; it should be 2 or more."]
