import pytest

from optimizer.staffing.facts.unit import DutyRole
from optimizer.staffing.rules.who.credentials import CERTIFICATES, LICENCES, Credentials
from tests.draw import amounts, day, draw, says


def course(until):
    return {"ann": {"credentials": {"charge course": until}}}


def test_a_credential_is_valid_on_the_day_it_expires_and_not_on_the_day_after():
    assert amounts(Credentials(), "ann  D/Charge", course(day(0))) == []
    assert amounts(Credentials(), "ann  D/Charge D/Charge", course(day(0))) == [1]
    assert amounts(Credentials(), "ann  N/Charge .", course(day(0))) == []


def test_what_does_not_expire_is_fine_and_what_is_not_held_is_charged():
    assert amounts(Credentials(), "ann  D/Charge", course(None)) == []
    assert amounts(Credentials(), "ann  D/Charge") == [1]


def test_the_role_of_the_duty_counts_not_the_person():
    assert amounts(Credentials(), "ann  D S P") == []
    assert amounts(Credentials(), "ann  C/Charge") == [1]


def test_it_stands_for_the_plan_and_those_it_is_for():
    assert amounts(Credentials(), "ann  D/Charge | .") == []
    assert amounts(Credentials(to=("not Agency",)), "ann  D/Charge", {"ann": {"employment": "Agency"}}) == []


def test_the_sentence_names_person_day_credential_and_what_is_wrong_with_it():
    assert says(Credentials(), "ann  D/Charge") == [
        "Ann lacks a valid credential as Charge on Mon 1 Jun: charge course (not held)."
    ]
    assert says(Credentials(), "ann  . D/Charge", course(day(0))) == [
        "Ann lacks a valid credential as Charge on Tue 2 Jun: charge course (expired Mon 1 Jun 2026)."
    ]


def test_the_sentence_names_only_what_the_role_of_the_duty_takes():
    roles = (DutyRole("RN", ("licence",)), DutyRole("Charge", ("licence", "charge course")))
    assert says(Credentials(), "ann  D", roles=roles) == [
        "Ann lacks a valid credential as RN on Mon 1 Jun: licence (not held)."
    ]


@pytest.mark.parametrize("name", ["RN licence", "LVN license", "rn", "CNA", "Registration", "Licensed practical nurse"])
def test_what_the_state_gives_is_a_licence(name):
    assert lacking(name, LICENCES) == [1]
    assert lacking(name, CERTIFICATES) == []


@pytest.mark.parametrize("name", ["BLS", "ACLS", "Charge", "CCRN", "RNC-OB"])
def test_what_a_hospital_or_accreditor_asks_for_is_a_certificate(name):
    assert lacking(name, LICENCES) == []
    assert lacking(name, CERTIFICATES) == [1]


def lacking(name, only):
    return amounts(Credentials(only=only), "ann  D", roles=(DutyRole("RN", (name,)), DutyRole("Charge")))


def test_it_can_be_narrowed_to_nothing_else():
    unit, _ = draw("ann  D")
    with pytest.raises(ValueError, match="'driving' is neither licences nor certificates"):
        Credentials(only="driving").check(unit)
