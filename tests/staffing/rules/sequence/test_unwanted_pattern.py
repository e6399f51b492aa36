import pytest

from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from tests.draw import amounts, day, draw, findings, says

FRIDAY = day(4)


def pattern(*days, **settings):
    return UnwantedPattern(pattern=days, **settings)


def test_a_pattern_is_charged_on_its_last_day_and_what_differs_in_one_day_is_fine():
    assert amounts(pattern("E", "D"), "ann  E . D D E E N") == []
    (finding,) = findings(pattern("E", "D"), "ann  . E D .")
    assert (finding.amount, finding.day) == (1, day(2))


def test_every_place_where_it_fits_is_charged_even_where_they_overlap():
    assert amounts(pattern("D", "E", "D"), "ann  D E D E D") == [1, 1]
    assert amounts(pattern("D", "D"), "ann  D D D") == [1, 1]


def test_a_beginning_that_fails_may_be_the_beginning_of_another():
    assert amounts(pattern("D", "D", "N"), "ann  D D D N") == [1]


def test_off_is_any_day_not_at_work_and_any_is_any_day_at_work():
    assert amounts(pattern("N", "off", "any"), "ann  N . S . N P D . N C M . N . .") == [1, 1, 1]
    assert amounts(pattern("any", "any"), "ann  D C D P D") == []


def test_a_part_of_the_day_means_its_shifts_and_a_code_just_the_one():
    assert amounts(pattern("night", "day"), "ann  N D . M L . N P") == [1, 1]
    assert amounts(pattern("N", "D"), "ann  M D . N L") == []
    assert amounts(pattern("C", "D"), "ann  C D") == [1]


def test_a_weekday_may_be_asked_for():
    rule = pattern("Fri off", "sat any", "Sun any")
    assert amounts(rule, "ann  . D N", first=FRIDAY) == [1]
    assert amounts(rule, "ann  D D N  . . . .  . D .", first=FRIDAY) == []
    assert amounts(rule, "ann  . D N") == []


def test_anything_is_any_day_and_not_is_a_day_without():
    assert amounts(pattern("N", "anything", "N"), "ann  N . N D N N") == [1, 1]
    assert amounts(pattern("not N", "N", "not N"), "ann  . N . N N D N") == [1]
    assert amounts(pattern("not off", "Sat off"), "ann  D . D . P . D", first=FRIDAY) == [1]


def test_one_of_several_may_be_named_or_none_of_them():
    assert amounts(pattern("E or N", "D"), "ann  E D N D D") == [1, 1]
    assert amounts(pattern("N", "not N or off"), "ann  N N . N D N C") == [1]


def test_a_date_may_be_asked_for():
    assert amounts(pattern("2026-06-02 N", "off"), "ann  N . N .") == []
    assert amounts(pattern("2026-06-02 N", "off"), "ann  . N . N .") == [1]


def test_history_counts_across_the_border_and_is_not_charged_itself():
    assert amounts(pattern("N", "off", "D"), "ann  N . | D") == [1]
    assert amounts(pattern("N", "off", "D"), "ann  N . D | .") == []
    assert amounts(pattern("off", "D"), "ann  D") == []


def test_it_stands_for_those_it_is_for():
    assert amounts(pattern("D", "D", to=("PRN",)), "ann  D D \n ben  D D", {"ben": {"employment": "PRN"}}) == [1]


def test_what_is_no_pattern_of_the_unit_is_refused():
    unit, _ = draw("ann  .")
    for wrong in ("X", "Foo D", "Fri", "Fri X", "not X", "N or X", "2026-13-01 N"):
        with pytest.raises(ValueError, match=f"'{wrong}' is no day of a pattern"):
            pattern("D", wrong).check(unit)
    with pytest.raises(ValueError, match="has no days"):
        pattern().check(unit)
    pattern("Fri off", "N", "night", "any").check(unit)


def test_the_sentence_names_person_day_and_pattern():
    assert says(pattern("N", "off", "D"), "ann  N . D") == [
        "Ann's days up to Wed 3 Jun follow an unwanted pattern: N, off, D."
    ]
