from optimizer.caseload.capacity.calibration import Observation, calibrate, calibrated
from optimizer.caseload.capacity.demand import Case, demand
from optimizer.caseload.capacity.setting import Contact, Phase
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.tier import Tier

COMMUNITY = setting("community")


def study(*minutes, tier=Tier.HIGH, phase=Phase.ACTIVE):
    return [Observation(f"M{n % 2}", tier, phase, each) for n, each in enumerate(minutes)]


def test_the_median_what_four_in_five_do_not_exceed_and_what_they_rest_on():
    (found,) = calibrate(study(200, 100, 150, 120, 400))
    assert (found.median, found.high, found.observations, found.managers, found.enough) == (150, 200, 5, 2, True)
    assert found.sentence == (
        "tier 3 (high), active: 2.5 h, four in five at most 3.33 h (5 observations by 2 case managers)."
    )


def test_an_even_number_takes_the_middle_two_half_a_minute_up():
    (found,) = calibrate(study(10, 13))
    assert (found.median, found.high) == (12, 13)
    assert "too few to use, it takes 5" in found.sentence


def test_tiers_and_phases_apart_and_in_order():
    rows = [*study(10, phase=Phase.CLOSING), *study(20, tier=Tier.LOW), *study(30, phase=Phase.INTAKE), *study(40)]
    assert [(each.tier, each.phase) for each in calibrate(rows)] == [
        (Tier.LOW, Phase.ACTIVE), (Tier.HIGH, Phase.INTAKE), (Tier.HIGH, Phase.ACTIVE), (Tier.HIGH, Phase.CLOSING),
    ]  # fmt: skip
    assert calibrate([]) == ()


def test_medians_that_rest_on_enough_replace_the_numbers_of_a_setting():
    rows = [*study(200, 100, 150, 120, 400), *study(10, 20, phase=Phase.CLOSING)]
    own = calibrated(COMMUNITY, calibrate(rows))
    assert demand(Case(Tier.HIGH, contact=Contact.TELEPHONIC), own) == 150
    assert demand(Case(Tier.HIGH, Phase.CLOSING, Contact.TELEPHONIC), own) == 90
    assert demand(Case(Tier.HIGH, Phase.CLOSING, Contact.TELEPHONIC), COMMUNITY) == 90
