"""Rules in sentences."""

from dataclasses import replace

from optimizer.planning.policy import Mode
from optimizer.staffing.law.lawful import lawful
from optimizer.staffing.policy import must, off, priced
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.weekends.weekends import MostWeekendsInARow
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.summary.unit.rules import rule_words, rules_in_words
from tests.samples.step_down import small


def test_a_price_is_told_per_unit_of_breach():
    words = rule_words(priced(CoverTarget(), 150))
    assert words.counts == "A broken one costs 150 points per person missing."
    assert words.title == "Target staffing"
    assert words.about.startswith("At least the target of people in every role")


def test_limits_people_and_details_are_told_in_their_own_measure():
    words = rule_words(must(Rest(limit=11 * 60, to=("RN", "not Agency"))))
    assert words.about == "Everyone among RN but not Agency has at least 11 hours between two duties."
    recovery = rule_words(priced(RecoveryAfterNights(limit=48 * 60, nights=2), 3))
    assert recovery.about == "Everyone has at least 48 hours free after 2 nights or more in a row."


def test_one_is_told_as_one_and_shifts_in_their_place():
    assert rule_words(priced(FairShare(), 30)).about.endswith("in one main role, to within 1 duty.")
    assert rule_words(must(MostInARow(limit=1))).about == "Everyone has at most 1 duty in a row."
    nights = rule_words(must(MostInARow(limit=4, shifts=("night",))))
    assert nights.about == "Everyone has at most 4 night duties in a row."
    skilled = rule_words(must(OnlySkilled(credentials=("ACLS",))))
    assert skilled.about == "Everyone has ACLS valid that day for every duty."


def test_other_settings_are_told_where_they_are_not_the_usual():
    usual = rule_words(must(MostWeekendsInARow())).about
    assert usual == "Everyone has at most 1 weekend at work in a row; one day of it makes a weekend."
    assert rule_words(must(MostWeekendsInARow(weekend="Fri-Sun"))).about == f"{usual[:-1]}; a weekend is Fri-Sun."
    assert rule_words(must(Budget(limit=5_000_00))).about.startswith("At most $5,000 of pay in the planning period for")


def test_what_is_off_does_not_count():
    assert rule_words(off(Rest())).counts == "It does not count."


def test_musts_of_law_come_last_with_their_law():
    unit, policy = small()
    unit = replace(unit, jurisdictions=("us-alaska",))
    words = rules_in_words(unit, lawful(policy, unit))
    law = [each for each in words if each.laws]
    assert law
    assert words[-len(law) :] == tuple(law)
    assert all(each.mode is Mode.MUST for each in law)
    assert len(words) - len(law) == len(policy.rulings)
