"""Rules in sentences."""

from dataclasses import replace

from optimizer.planning.policy import Mode
from optimizer.staffing.law.lawful import lawful
from optimizer.staffing.policy import default_policy, must, off, priced
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
    assert words.counts == "A broken one costs $150 per person missing."
    assert (words.title, words.about) == ("Target staffing", "As many as wished.")


def test_limits_people_and_details_are_told_in_their_own_measure():
    words = rule_words(must(Rest(limit=11 * 60, to=("RN", "not Agency"))))
    assert words.settings == "for RN, not Agency"
    assert words.about == "Gives everyone 11 hours between two duties."
    recovery = rule_words(priced(RecoveryAfterNights(limit=48 * 60, nights=2), 3))
    assert recovery.settings == ""
    assert "48 hours free after 2 or more nights" in recovery.about


def test_one_is_told_as_one_and_shifts_in_their_place():
    assert rule_words(priced(FairShare(), 30)).about.endswith("by FTE, to within 1 duty.")
    nights = rule_words(must(MostInARow(limit=4, shifts=("night",))))
    assert (nights.about, nights.settings) == ("Gives nobody more than 4 duties in a row, of the shifts night.", "")
    skilled = rule_words(must(OnlySkilled(credentials=("ACLS",))))
    assert skilled.about == "Gives nobody a duty without ACLS valid that day."


def test_settings_are_told_that_are_not_the_usual_and_in_no_sentence():
    assert rule_words(must(MostWeekendsInARow())).settings == ""
    assert rule_words(must(MostWeekendsInARow(weekend="Fri-Sun"))).settings == "weekend Fri-Sun"
    assert rule_words(must(Budget(limit=5_000_00))).about.startswith("Keeps pay for the planning period within $5,000:")


def test_what_is_off_does_not_count():
    assert rule_words(off(Rest())).counts == "It does not count."


def test_no_sentence_of_any_rule_shows_the_name_of_a_field():
    told = [rule_words(ruling).about for ruling in default_policy().rulings]
    odd = ("limit minutes", "``", "or of the shifts meant", "more than so many", " 1 duties")
    assert not [about for about in told if any(word in about for word in odd) or not about.endswith(".")]


def test_musts_of_law_come_last_with_their_law():
    unit, policy = small()
    unit = replace(unit, jurisdictions=("us-alaska",))
    words = rules_in_words(unit, lawful(policy, unit))
    law = [each for each in words if each.laws]
    assert law
    assert words[-len(law) :] == tuple(law)
    assert all(each.mode is Mode.MUST for each in law)
    assert len(words) - len(law) == len(policy.rulings)
