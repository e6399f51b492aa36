import pytest

from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from tests.draw import amounts, draw, says


def test_every_forbidden_succession_is_charged_and_others_are_fine():
    assert amounts(ForbiddenSuccession(), "ann  D D E E N N") == []
    assert amounts(ForbiddenSuccession(), "ann  N D . N E . E D") == [1, 1, 1]


def test_a_day_off_leave_or_on_call_breaks_the_succession_and_education_does_not():
    assert amounts(ForbiddenSuccession(), "ann  N . D") == []
    assert amounts(ForbiddenSuccession(), "ann  N P D . N C D") == []
    assert amounts(ForbiddenSuccession(), "ann  N S") == [1]


def test_pairs_may_name_codes_and_only_those_are_meant():
    assert amounts(ForbiddenSuccession(pairs=("N>D",)), "ann  N D . M D . N L") == [1]
    assert amounts(ForbiddenSuccession(pairs=("night > L",)), "ann  M L . N L . N D") == [1, 1]
    assert amounts(ForbiddenSuccession(pairs=("M>M",)), "ann  M M M . M") == [1, 1]


def test_an_on_call_shift_named_by_its_code_counts():
    assert amounts(ForbiddenSuccession(pairs=("C>D",)), "ann  C D") == [1]


def test_history_counts_across_the_border_and_is_not_charged_itself():
    assert amounts(ForbiddenSuccession(), "ann  N | D") == [1]
    assert amounts(ForbiddenSuccession(), "ann  N D | .") == []


def test_it_stands_for_those_it_is_for():
    assert amounts(ForbiddenSuccession(to=("PRN", "not ann")), "ann  N D", {"ann": {"employment": "PRN"}}) == []


def test_a_pair_that_names_no_shifts_is_refused():
    unit, _ = draw("ann  .")
    for pair in ("N-D", "N>", "X>D", "night>noon"):
        with pytest.raises(ValueError, match="names no two shifts"):
            ForbiddenSuccession(pairs=(pair,)).check(unit)
    ForbiddenSuccession(pairs=("N > D", "night>evening")).check(unit)


def test_the_sentence_names_person_and_day():
    assert says(ForbiddenSuccession(pairs=("N>D",)), "ann  N D") == [
        "Ann's duty on Tue 2 Jun may not follow the one the day before (not allowed: N>D)."
    ]
