from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from tests.draw import amounts, says


def test_exactly_the_most_are_fine_and_every_one_beyond_is_charged():
    assert amounts(MostDuties(limit=3), "ann  D . E N") == []
    assert amounts(MostDuties(limit=2), "ann  D . E N D") == [2]


def test_exactly_the_fewest_are_fine_and_every_one_missing_is_charged():
    assert amounts(FewestDuties(limit=3), "ann  D . E N") == []
    assert amounts(FewestDuties(limit=3), "ann  D . . .") == [2]


def test_education_is_a_duty_but_leave_and_on_call_are_not():
    assert amounts(MostDuties(limit=1), "ann  D P C") == []
    assert amounts(MostDuties(limit=1), "ann  D S") == [1]
    assert amounts(FewestDuties(limit=2), "ann  D P C") == [1]


def test_only_the_shifts_meant_and_only_the_plan_count():
    assert amounts(MostDuties(limit=1, shifts=("night",)), "ann  D N D M") == [1]
    assert amounts(FewestDuties(limit=2, shifts=("not night",)), "ann  D N D") == []
    assert amounts(MostDuties(limit=1), "ann  D D | D .") == []
    assert amounts(FewestDuties(limit=2), "ann  D D | D .") == [1]


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    assert amounts(MostDuties(limit=0, to=("PT",)), "ann  D D \n ben  D .", part_time) == [1]
    assert amounts(FewestDuties(limit=3, to=("PT",)), "ann  D . . \n ben  D . .", part_time) == [2]


def test_the_sentences_name_person_and_numbers():
    assert says(MostDuties(limit=1), "ann  D D") == ["Ann has 2 duties in the period; it should be 1 at most."]
    assert says(FewestDuties(limit=2, shifts=("night",)), "ann  D N") == [
        "Ann has 1 night duty in the period; it should be 2 or more."
    ]
