import pytest

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.sequence.run_lengths import RunLengths
from tests.draw import amounts, day, draw, says


def runs(*lengths, **settings):
    return RunLengths(lengths=lengths, **settings)


def leave(first, last):
    return {"requests": (Request("ann", Wish.OFF, day(first), day(last), approved=True),)}


def test_runs_of_the_lengths_listed_are_fine_and_any_other_is_charged_once_when_it_is_over():
    assert amounts(runs("2", "4"), "ann  . D E . D D N N .") == []
    assert amounts(runs("2", "4"), "ann  . D . D D D . D D D D D .") == [1, 1, 1]


def test_a_run_that_may_go_on_beyond_an_open_border_is_not_judged_and_a_closed_one_is():
    assert amounts(runs("2"), "ann  D . D D .  D") == []
    assert amounts(runs("2", border="closed"), "ann  D . D D .  D") == [1, 1]
    assert amounts(runs("2", border="closed before"), "ann  D . D D .  D") == [1]
    assert amounts(runs("2"), "ann  . | D .") == [1]
    assert amounts(runs("2"), "ann  . D | D .") == []


def test_only_the_shifts_meant_run():
    assert amounts(runs("2", shifts=("night",)), "ann  . D N N D . M D") == [1]
    assert amounts(runs("2", shifts=("C",)), "ann  . C . D C C .") == [1]


def test_leave_does_not_end_a_run_and_may_be_counted_in_or_not():
    assert amounts(runs("2"), "ann  . D . D .", **leave(2, 2)) == []
    assert amounts(runs("3"), "ann  . D . D .", **leave(2, 2)) == []
    assert amounts(runs("4"), "ann  . D . D .", **leave(2, 2)) == [1]
    assert amounts(runs("2"), "ann  . . D .", **leave(1, 1)) == []
    assert amounts(runs("2"), "ann  . D . D .") == [1, 1]
    assert amounts(runs("1", shifts=("N",)), "ann  . N D N .", **leave(2, 2)) == []


def test_no_run_at_all_may_be_allowed():
    assert amounts(runs("0", shifts=("N",)), "ann  . N . N N D N") == [1, 1]


def test_what_is_no_length_is_refused():
    unit, _ = draw("ann  .")
    for lengths in ((), ("two",), ("2-4",), ("32",)):
        with pytest.raises(ValueError, match="no length of a run"):
            runs(*lengths).check(unit)


def test_the_sentence_names_person_run_and_lengths():
    assert says(runs("2", "3", shifts=("night",)), "ann  . N .") == [
        "Ann's run of night duties in a row that is over by Wed 3 Jun is not 2 or 3 long."
    ]
