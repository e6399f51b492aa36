"""From scores to tiers: every threshold of the ladder, and who decides in the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.caseload.presets.tiers import ladder
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Circumstance, Override, RiskFacts
from optimizer.caseload.risk.hospital import Form
from optimizer.caseload.risk.ladder import LadderMeasure
from optimizer.caseload.risk.rating import rate
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.score import ScoreLine, scored
from optimizer.caseload.tier import Tier

C = Condition

TODAY = date(2026, 11, 24)
WELL = RiskFacts(None, frozenset(), 60, 0, 0, 0)


def rated(facts=WELL, points=0, override=None):
    medication = scored("Medication", 21, (), [ScoreLine("x", points, "x")])
    return rate(facts, medication, ladder(), TODAY, override)


def test_nothing_fired_is_the_lowest_tier():
    assert rated().tier is Tier.LOW
    assert (rated().fired, rated().missing) == ((), ())
    assert rated().sentence == "The facts ask for tier 1 (low): no rule fired."


@pytest.mark.parametrize(
    ("measure", "tiers"),
    [
        (LadderMeasure.LACE, {4: 1, 5: 2, 9: 2, 10: 3, 12: 3, 13: 4, 19: 4}),
        (LadderMeasure.HOSPITAL, {4: 1, 5: 2, 6: 2, 7: 3, 13: 3}),
        (LadderMeasure.SIMPLIFIED, {4: 1, 5: 3, 12: 3}),
        (LadderMeasure.CHARLSON, {1: 1, 2: 2, 3: 3, 4: 3, 5: 4, 24: 4}),
        (LadderMeasure.RISK_ADJUSTMENT, {999: 1, 1000: 2, 1999: 2, 2000: 3, 3499: 3, 3500: 4}),
        (LadderMeasure.EMERGENCY, {1: 1, 2: 2, 3: 3, 4: 4}),
        (LadderMeasure.ADMISSIONS, {0: 1, 1: 2, 2: 3, 3: 4}),
        (LadderMeasure.SOCIAL, {2: 1, 3: 2, 4: 2, 5: 3, 9: 3, 10: 4}),
        (LadderMeasure.COMPLEXITY, {10: 1, 11: 2, 20: 2, 21: 3, 30: 3, 31: 4}),
        (LadderMeasure.MEDICATION, {2: 1, 3: 2, 5: 2, 6: 3, 8: 3, 9: 4}),
    ],
)
def test_thresholds(measure, tiers):
    step = next(step for step in ladder().steps if step.measure is measure)
    assert {value: step.tier(value) or Tier.LOW for value in tiers} == tiers


def test_the_form_of_hospital_is_said_and_decides():
    stay = Stay(None, 6, True, 140, 140, False, None, False)
    facts = replace(WELL, stay=stay, conditions=frozenset({C.CANCER}), admissions=0)
    by_form = {form: rate(facts, None, ladder(), TODAY, form=form) for form in Form}
    points = {form: next(s.points for s in r.scores if "HOSPITAL" in s.name) for form, r in by_form.items()}
    assert points == {Form.REVISED: 3, Form.FIRST: 3, Form.SIMPLIFIED: 5}
    assert "simplified HOSPITAL (2017) at 5" in "; ".join(each.why for each in by_form[Form.SIMPLIFIED].fired)
    assert not any("HOSPITAL" in each.why for each in by_form[Form.REVISED].fired)


def test_every_measure_has_its_thresholds_and_they_are_marked():
    assert [step.measure for step in ladder().steps] != []
    assert {step.measure for step in ladder().steps} == {*LadderMeasure}
    assert ladder().source.unverified


@pytest.mark.parametrize(
    ("facts", "tier"),
    [
        ({"emergency_visits": 3}, 3), ({"admissions": 3}, 4), ({"social_needs": 10}, 4), ({"complexity": 12}, 2),
        ({"risk_adjustment": 2400}, 3), ({"conditions": frozenset({C.AIDS})}, 4),
    ],
)  # fmt: skip
def test_measures_reach_their_thresholds(facts, tier):
    assert rated(replace(WELL, **facts)).tier == tier


def test_two_independent_measures_at_tier_three_make_tier_four():
    together = rated(replace(WELL, social_needs=6), points=6)
    assert together.tier is Tier.COMPLEX
    assert "social needs and medication each ask for tier 3 (high) or more by themselves" in together.sentence
    same_thing = rated(replace(WELL, emergency_visits=3, admissions=2))
    assert same_thing.tier is Tier.HIGH


@pytest.mark.parametrize("circumstance", Circumstance)
def test_some_circumstances_alone_are_critical(circumstance):
    rating = rated(replace(WELL, circumstances=frozenset({circumstance})))
    assert rating.tier is Tier.CRITICAL
    assert circumstance in rating.sentence


def after(days, booked=True, **facts):
    stay = Stay(TODAY - timedelta(days=days), 14, True, 140, 140, False, False, False, booked)
    return rated(replace(WELL, stay=stay, **facts))


def test_a_recent_discharge_at_high_risk_is_complex_and_critical_without_a_visit():
    assert after(30).tier is Tier.COMPLEX  # LACE 10
    assert after(31).tier is Tier.HIGH
    assert after(30, booked=False).tier is Tier.CRITICAL
    assert after(31, booked=False).tier is Tier.HIGH
    assert after(-1).tier is Tier.HIGH  # not discharged yet
    unknown = after(10, booked=None)
    assert unknown.tier is Tier.COMPLEX
    assert "whether a primary care visit is booked" in unknown.missing


def test_a_recent_discharge_at_low_risk_is_not():
    stay = Stay(TODAY, 1, False, 140, 140, False, False, False, False)
    assert rated(replace(WELL, stay=stay)).tier is Tier.LOW


def test_what_is_missing_makes_the_tier_the_least_it_can_be():
    rating = rate(RiskFacts(emergency_visits=3), None, ladder(), TODAY)
    assert rating.tier is Tier.HIGH
    assert rating.missing == ("comorbidities", "social needs", "admissions in twelve months", "dispensing data")
    assert rating.sentence.startswith("The facts ask for at least tier 3 (high): emergency visits in six months at 3.")


def test_an_override_counts_until_it_expires_and_says_why():
    override = Override(Tier.COMPLEX, "daughter moved away", TODAY)
    rating = rated(override=override)
    assert (rating.computed, rating.tier) == (Tier.LOW, Tier.COMPLEX)
    assert "Set to tier 4 (complex) by hand until Tue 24 Nov 2026: daughter moved away." in rating.sentence
    over = rated(override=replace(override, expires=TODAY - timedelta(days=1)))
    assert over.tier is Tier.LOW
    assert "ended on Mon 23 Nov 2026 and no longer counts" in over.sentence
    assert rated(replace(WELL, social_needs=10), override=Override(Tier.LOW, "all met", TODAY)).tier is Tier.LOW


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_override_needs_a_reason(reason):
    with pytest.raises(ValueError, match="needs a reason"):
        Override(Tier.LOW, reason, TODAY)
