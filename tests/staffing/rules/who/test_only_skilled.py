from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from tests.draw import amounts, day, says

PUMP = {"ann": {"credentials": {"pump": None}}, "cas": {"credentials": {"pump": day(0)}}}
RULE = OnlySkilled(shifts=("L",), credentials=("pump",))


def test_who_holds_the_skill_may_and_who_does_not_is_charged_for_every_duty():
    assert amounts(RULE, "ann  L L \n ben  D .", PUMP) == []
    assert amounts(RULE, "ann  L L \n ben  L L", PUMP) == [1, 1]


def test_it_is_held_through_the_day_it_expires():
    assert amounts(RULE, "cas  L . L", PUMP) == [1]


def test_every_skill_is_needed_and_one_missing_or_two_are_one_breach():
    both = OnlySkilled(shifts=("night",), credentials=("pump", "ACLS"))
    assert amounts(both, "ann  N . M \n ben  N . .", PUMP) == [1, 1, 1]
    assert amounts(both, "ann  N", {"ann": {"credentials": {"pump": None, "ACLS": None}}}) == []


def test_on_call_takes_the_skill_and_leave_does_not():
    assert amounts(OnlySkilled(credentials=("pump",)), "ben  C P") == [1]


def test_it_stands_for_those_it_is_for():
    assert amounts(OnlySkilled(to=("not ben",), credentials=("pump",)), "ben  D") == []


def test_the_sentence_names_person_day_and_skill():
    assert says(RULE, "ben  L") == ["Ben has a duty on Mon 1 Jun that takes what is missing or has expired: pump."]
