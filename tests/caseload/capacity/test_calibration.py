from dataclasses import replace

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.calibration import Observation, TierCare, calibrate, calibrated, minutes_of
from optimizer.caseload.capacity.demand import CaseDemand, demand
from optimizer.caseload.capacity.setting import Contact, Phase
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.tier import Tier

COMMUNITY, PAYER = setting("community"), setting("payer")


def study(*minutes, tier=Tier.HIGH, phase=Phase.ACTIVE):
    return [Observation(f"M{n % 2}", TierCare(tier, phase), each) for n, each in enumerate(minutes)]


def reviews(*minutes):
    return [Observation("M1", Activity.NEW_REVIEW, each) for each in minutes]


def test_the_median_what_four_in_five_do_not_exceed_and_what_they_rest_on():
    (found,) = calibrate(study(200, 100, 150, 120, 400))
    assert (found.median, found.high, found.observations, found.managers, found.enough) == (150, 200, 5, 2, True)
    assert found.figure.label == "tier 3 (high), active"


def test_an_even_number_takes_the_middle_two_half_a_minute_up():
    (found,) = calibrate(study(10, 13))
    assert (found.median, found.high) == (12, 13)
    assert found.flaw == "2 observations; it takes 5"


def test_cases_of_which_most_took_no_time_do_not_replace_a_number():
    (found,) = calibrate(study(0, 0, 0, 90, 90))
    assert (found.median, found.enough) == (0, False)
    assert "the study is too short" in found.flaw


def test_tiers_and_phases_apart_and_in_order_and_reviews_after_them():
    rows = [
        *reviews(1), *study(10, phase=Phase.CLOSING), *study(20, tier=Tier.LOW), *study(30, phase=Phase.INTAKE),
        *study(40),
    ]  # fmt: skip
    assert [each.figure for each in calibrate(rows)] == [
        (Tier.LOW, Phase.ACTIVE), (Tier.HIGH, Phase.INTAKE), (Tier.HIGH, Phase.ACTIVE), (Tier.HIGH, Phase.CLOSING),
        Activity.NEW_REVIEW,
    ]  # fmt: skip
    assert calibrate([]) == ()


def test_medians_that_rest_on_enough_replace_the_numbers_of_a_setting():
    rows = [*study(200, 100, 150, 120, 400), *study(10, 20, phase=Phase.CLOSING)]
    own = calibrated(COMMUNITY, calibrate(rows))
    assert demand(CaseDemand(Tier.HIGH, contact=Contact.TELEPHONIC), own) == 150
    assert demand(CaseDemand(Tier.HIGH, Phase.CLOSING, Contact.TELEPHONIC), own) == 90
    assert demand(CaseDemand(Tier.HIGH, Phase.CLOSING, Contact.TELEPHONIC), COMMUNITY) == 90


def test_reviews_replace_their_own_number_and_no_other():
    own = calibrated(PAYER, calibrate(reviews(30, 31, 32, 33, 34)))
    assert own == replace(PAYER, new_review=32)
    assert [minutes_of(own, figure) for figure in (Activity.NEW_REVIEW, Activity.CONTINUED_REVIEW)] == [32, 10]
    assert minutes_of(PAYER, TierCare(Tier.HIGH, Phase.MAINTENANCE)) == 135
