"""Rules in sentences."""

from dataclasses import replace

from optimizer.planning.policy import Mode
from optimizer.staffing.lawful import lawful
from optimizer.staffing.policy import default_policy, must, off, priced
from optimizer.staffing.rules.coverage import CoverTarget
from optimizer.staffing.rules.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest import Rest
from optimizer.summary.rules import rule_words, rules_in_words
from tests.samples.step_down import small


def test_a_price_is_told_per_unit_of_breach():
    words = rule_words(priced(CoverTarget(), 150))
    assert words.counts == "A broken one costs $150 per person missing."
    assert (words.title, words.about) == ("Target staffing", "As many as wished.")


def test_limits_people_and_details_are_told_in_their_own_measure():
    words = rule_words(must(Rest(limit=11 * 60, to=("RN", "not Agency"))))
    assert words.settings == "11 hours; for RN, not Agency"
    recovery = rule_words(priced(RecoveryAfterNights(limit=48 * 60, nights=2), 3))
    assert recovery.settings == "48 hours; nights 2"
    assert "48 hours free after 2 or more nights" in recovery.about


def test_what_is_off_does_not_count():
    assert rule_words(off(Rest())).counts == "It does not count."


def test_no_sentence_of_any_rule_shows_the_name_of_a_field():
    told = [rule_words(ruling).about for ruling in default_policy().rulings]
    assert not [about for about in told if "limit minutes" in about or "``" in about or not about.endswith(".")]


def test_musts_of_law_come_last_with_their_law():
    unit, policy = small()
    unit = replace(unit, jurisdictions=("us-alaska",))
    words = rules_in_words(unit, lawful(policy, unit))
    law = [each for each in words if each.laws]
    assert law
    assert words[-len(law) :] == tuple(law)
    assert all(each.mode is Mode.MUST for each in law)
    assert len(words) - len(law) == len(policy.rulings)
