from optimizer.staffing.rules.coverage.novice_support import NoviceSupport
from tests.draw import amounts, says

NEW = {"experience": 11}
NEW_NED = {"ned": NEW}


def test_one_novice_beside_one_experienced_is_fine_and_every_one_too_many_is_charged():
    assert amounts(NoviceSupport(), "ned  D \n eve  D", NEW_NED) == []
    people = {"ned": NEW, "nia": NEW}
    assert amounts(NoviceSupport(), "ned  D . \n nia  D . \n eve  . D", people) == [2]
    assert amounts(NoviceSupport(), "ned  D \n nia  D \n eve  D", people) == [1]
    assert amounts(NoviceSupport(limit=2), "ned  D \n nia  D \n eve  D", people) == []


def test_a_year_makes_no_novice_and_three_years_make_an_experienced_colleague():
    assert amounts(NoviceSupport(), "ann  D", {"ann": {"experience": 12}}) == []
    assert amounts(NoviceSupport(), "ned  D \n eve  D", {"ned": NEW, "eve": {"experience": 36}}) == []
    assert amounts(NoviceSupport(), "ned  D \n eve  D", {"ned": NEW, "eve": {"experience": 35}}) == [1]


def test_the_experienced_colleague_is_there_from_start_to_end():
    assert amounts(NoviceSupport(), "ned  D N \n eve  L M", NEW_NED) == []
    assert amounts(NoviceSupport(), "ned  L E \n eve  D D", NEW_NED) == [1, 1]


def test_on_call_education_and_leave_support_nobody_and_need_no_support():
    assert amounts(NoviceSupport(), "ned  N D D \n eve  C S P", NEW_NED) == [1, 1, 1]
    assert amounts(NoviceSupport(), "ned  C S P", NEW_NED) == []


def test_the_experienced_colleague_has_the_same_main_role_and_may_be_in_charge():
    assert amounts(NoviceSupport(), "ned  D \n eve  D", {**NEW_NED, "eve": {"roles": ("CNA",)}}) == [1]
    assert amounts(NoviceSupport(), "ned  D \n eve  D/Charge", NEW_NED) == []


def test_an_orientee_has_a_preceptor_instead():
    assert amounts(NoviceSupport(), "ned  D \n eve  .", {"ned": {**NEW, "preceptors": ("eve",)}}) == []


def test_it_stands_for_novices_while_anybody_may_support_them():
    people = {"ned": {**NEW, "employment": "Agency"}, "eve": {"employment": "Agency"}, "nia": NEW}
    assert amounts(NoviceSupport(to=("not Agency",)), "ned  D . \n nia  . D \n eve  . D", people) == []


def test_the_sentence_names_shift_role_and_day():
    assert says(NoviceSupport(), "ned  D", NEW_NED) == [
        "D on Mon 1 Jun has 1 novice as RN more than its experienced staff can support."
    ]
