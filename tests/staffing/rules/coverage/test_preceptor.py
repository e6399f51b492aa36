from optimizer.staffing.rules.coverage.preceptor import Preceptor
from tests.draw import amounts, says

CAL = {"cal": {"preceptors": ("ann", "ben")}}


def test_one_of_the_preceptors_is_enough_and_every_duty_without_is_charged():
    assert amounts(Preceptor(), "ann  D . \n ben  . N \n cal  D N", CAL) == []
    assert amounts(Preceptor(), "ann  . E \n ben  . . \n cal  D D", CAL) == [1, 1]
    assert amounts(Preceptor(), "ann  . \n ben  . \n dot  D \n cal  D", CAL) == [1]


def test_the_preceptor_is_there_from_start_to_end():
    assert amounts(Preceptor(), "ann  L M \n ben  . . \n cal  D N", CAL) == []
    assert amounts(Preceptor(), "ann  D E \n ben  E . \n cal  L D", CAL) == [1, 1]


def test_a_preceptor_may_have_another_role_two_orientees_or_a_day_without_any():
    assert amounts(Preceptor(), "ann  D/Charge \n ben  . \n cal  D", CAL) == []
    both = {"cal": {"preceptors": ("ann",)}, "dot": {"preceptors": ("ann",)}}
    assert amounts(Preceptor(), "ann  D \n cal  D \n dot  D", both) == []
    assert amounts(Preceptor(), "ann  D \n ben  D \n cal  .", CAL) == []


def test_a_preceptor_on_leave_in_class_or_on_call_is_not_there():
    assert amounts(Preceptor(), "ann  P S C \n ben  . . . \n cal  D D N", CAL) == [1, 1, 1]


def test_on_call_takes_a_preceptor_on_call_and_class_takes_none():
    assert amounts(Preceptor(), "ann  C . \n ben  . . \n cal  C S", CAL) == []


def test_it_stands_for_those_it_is_for():
    assert amounts(Preceptor(to=("not cal",)), "ann  . \n ben  . \n cal  D", CAL) == []


def test_the_sentence_names_orientee_shift_day_and_preceptors():
    assert says(Preceptor(), "ann  . \n ben  . \n cal  D", CAL) == [
        "Cal works D on Mon 1 Jun without a preceptor (Ann or Ben)."
    ]
