"""Rules in pieces, whose numbers can be changed where they stand."""

import pytest

from optimizer.planning.rule_pieces import rule_pieces, scale_of
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.stretch import RestAfterStretch
from optimizer.staffing.rules.sequence.in_a_row import MostInARow


def numbers(rule):
    return {piece.setting: piece.text for piece in rule_pieces(rule) if piece.setting}


@pytest.mark.parametrize("rule", [cls() for cls in RULES], ids=[cls.key for cls in RULES])
def test_the_pieces_of_a_rule_make_its_sentence(rule):
    assert "".join(piece.text for piece in rule_pieces(rule)) == rule.told


def test_numbers_stand_for_themselves_in_the_measure_of_people():
    assert numbers(MostInARow(limit=4, shifts=("night",))) == {"limit": "4"}
    assert numbers(RecoveryAfterNights(limit=36 * 60, nights=3)) == {"limit": "36", "nights": "3"}
    assert numbers(RestAfterStretch(limit=630, after=12 * 60)) == {"limit": "10.5", "after": "12"}
    assert numbers(Budget(limit=1_234_00)) == {"limit": "1,234"}


def test_what_is_not_said_as_one_number_is_words():
    assert numbers(RestAfterStretch(after=12 * 60 + 1)) == {"limit": "10"}  # "more than 12 hours"
    assert numbers(RestAfterStretch(limit=601)) == {"after": "12"}  # "10 h 01 min"


def test_a_setting_in_time_is_minutes_for_laws_and_hours_for_people():
    assert scale_of(RestAfterStretch(), "after") == 60
    assert scale_of(RecoveryAfterNights(), "nights") == 1
