"""What is in force on a day: the strictest ratio, and the musts that law adds to a policy."""

from datetime import date, timedelta

import pytest

from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.law.lawful import (
    lawful,
    mixes_on,
    overtimes_on,
    presets_of,
    ratio_on,
    rulings_on,
    statutes_on,
    with_lawful_overtime,
)
from optimizer.staffing.law.presets import preset
from optimizer.staffing.need.ratio import nurses_needed
from optimizer.staffing.policy import must
from optimizer.staffing.rules.hours.average_hours import AverageHours
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw

TODAY = date(2026, 10, 1)
CALIFORNIA, OREGON, QUEENSLAND = preset("us-california"), preset("us-oregon"), preset("au-queensland")
EU, GUIDANCE = preset("eu-working-time"), preset("safety-guidance")


def nurses(presets, patients, day, part):
    ratios = {kind: ratio_on(presets, kind, day, part) for kind in patients}
    return nurses_needed(ratio.most(part) for kind, ratio in ratios.items() if ratio for _ in range(patients[kind]))


@pytest.mark.parametrize(
    ("patients", "number"), [({"med_surg": 23}, 5), ({"telemetry": 23}, 6), ({"critical_care": 11}, 6)]
)
def test_california_takes_so_many_nurses(patients, number):
    assert nurses([CALIFORNIA], patients, TODAY, Part.DAY) == number


def test_queensland_takes_seven_seven_and_four_for_28_patients():
    needs = [nurses([QUEENSLAND], {"med_surg": 28}, TODAY, part) for part in (Part.DAY, Part.EVENING, Part.NIGHT)]
    assert needs == [7, 7, 4]


def test_one_nurse_may_have_patients_of_two_kinds_up_to_one_full_load():
    assert nurses([CALIFORNIA], {"critical_care": 1, "step_down": 1}, TODAY, Part.DAY) == 1
    assert nurses([CALIFORNIA], {"critical_care": 1, "step_down": 2}, TODAY, Part.DAY) == 2


def test_the_day_and_the_jurisdiction_change_the_ratio():
    patients = {"med_surg": 20}
    assert nurses([OREGON], patients, date(2026, 5, 31), Part.DAY) == 4
    assert nurses([OREGON], patients, date(2026, 6, 1), Part.DAY) == 5
    assert nurses([CALIFORNIA], patients, date(2026, 6, 1), Part.DAY) == 4
    assert nurses([OREGON], patients, date(2024, 5, 31), Part.DAY) == 0
    assert nurses([preset("us-new-york")], patients, TODAY, Part.DAY) == 0


def test_of_several_presets_the_strictest_holds_and_guidance_only_alone():
    both = ratio_on([CALIFORNIA, OREGON], "med_surg", TODAY, Part.DAY)
    assert both is not None
    assert (both.citation.law, both.day) == ("ORS 441.765", 4)
    nice = preset("uk-nice")
    alone, beside = (ratio_on(p, "med_surg", TODAY, Part.DAY) for p in ([nice], [nice, CALIFORNIA]))
    assert (alone.day, beside.day) == (8, 5)
    assert ratio_on([nice], "med_surg", TODAY, Part.NIGHT) is None
    assert ratio_on([CALIFORNIA], "rehab", TODAY, Part.DAY) is None


def test_law_that_binds_all_hours_is_a_must_and_guidance_is_none():
    assert {ruling.rule for ruling in rulings_on([EU, GUIDANCE, OREGON], [TODAY])} == {
        Rest(limit=11 * 60), WeeklyRest(limit=35 * 60),
    }  # fmt: skip
    assert {ruling.mode for ruling in rulings_on([EU], [TODAY])} == {Mode.MUST}


def test_what_can_be_waived_is_no_must():
    assert rulings_on([preset("us-pennsylvania"), preset("uk-working-time")], [TODAY]) == (must(Rest(limit=11 * 60)),)


def test_an_average_is_a_must_only_for_a_plan_as_long_as_its_reference_period():
    average = AverageHours(limit=48 * 60, weeks=17)
    for weeks, wanted in ((4, False), (17, True)):
        days = [TODAY + timedelta(days=n) for n in range(7 * weeks)]
        assert (must(average) in rulings_on([EU], days)) is wanted
    almost = [TODAY + timedelta(days=n) for n in range(7 * 17 - 1)]
    assert must(average) not in rulings_on([EU], almost)


def test_a_must_in_force_on_any_day_of_the_period_binds_all_of_it():
    massachusetts = preset("us-massachusetts")
    assert rulings_on([massachusetts], [date(2012, 11, 3), date(2012, 11, 4)]) == ()
    assert len(rulings_on([massachusetts], [date(2012, 11, 4), date(2012, 11, 5)])) == 2


def test_the_mix_of_a_psychiatric_unit_stands_alone():
    def limited(kind):
        return [mix.jobs for mix in mixes_on([CALIFORNIA], kind, TODAY)]

    assert limited("med_surg") == limited("") == [("LVN", "LPN")]
    assert limited("psychiatric") == [("LVN", "LPN", "LPT", "Psychiatric technician")]


def test_a_policy_keeps_its_own_rulings_and_gains_those_of_law_once():
    unit, _ = draw("ann  D . .", jurisdictions=("us-massachusetts", "us-massachusetts"))
    own = (must(OneDutyADay()), must(Rest(limit=10 * 60)))
    policy = lawful(Policy(own), unit)
    assert policy.rulings[:2] == own
    assert [ruling.rule.key for ruling in policy.rulings[2:]] == ["most-hours-at-a-stretch", "rest-after-stretch"]
    alaska, _ = draw("ann  D . .", jurisdictions=("us-alaska",))
    assert lawful(Policy(own), alaska) == Policy(own)
    free, _ = draw("ann  D . .")
    assert lawful(Policy(own), free) == Policy(own)


def test_overtime_schemes_of_the_presets():
    schemes = [o.scheme for o in overtimes_on([CALIFORNIA, preset("us-california-3x12")], TODAY)]
    assert schemes == ["california", "california-3x12"]


def test_laws_in_force_leave_out_what_is_repealed_or_not_yet_begun():
    told = [law.law for _, law in statutes_on([preset("us-long-term-care")], [TODAY])]
    assert told == ["42 CFR 483.35"]
    before = {law.law for _, law in statutes_on([CALIFORNIA], [date(2025, 12, 31)])}
    after = {law.law for _, law in statutes_on([CALIFORNIA], [date(2026, 1, 1)])}
    assert after - before == {"Health and Safety Code 1280.3 (SB 596)"}


@pytest.mark.parametrize(
    ("jurisdictions", "schemes"),
    [
        (("us-california",), ("california", "none")),
        (("us-flsa", "us-california", "us-california-3x12"), ("california-3x12", "none")),
        (("us-flsa-8-80",), ("8-80", "none")),
        (("us-flsa",), ("", "none")),
        ((), ("", "none")),
    ],
)
def test_overtime_is_counted_as_the_law_says_where_the_pay_class_does_not(jurisdictions, schemes):
    pay = {"RN": PayClass(45_00), "Salaried": PayClass(60_00, "none")}
    unit, _ = draw("ann  D", pay=pay, jurisdictions=jurisdictions, first=TODAY)
    assert tuple(paid.overtime for paid in with_lawful_overtime(unit).pay.values()) == schemes


def test_ratios_that_are_brought_in_unit_by_unit_bind_from_the_unit_s_own_day():
    unit, _ = draw(
        "ann  D", jurisdictions=("ca-british-columbia",), ratios_from={"ca-british-columbia": date(2026, 3, 1)}
    )
    found = presets_of(unit)
    assert ratio_on(found, "med_surg", date(2026, 2, 28), Part.DAY) is None
    assert ratio_on(found, "med_surg", date(2026, 3, 1), Part.DAY).day == 4


def test_an_own_plan_takes_the_place_of_a_law_s_ratios_from_its_day():
    unit, _ = draw("ann  D", jurisdictions=("us-oregon",), own_plan_from={"us-oregon": date(2026, 3, 1)})
    found = presets_of(unit)
    assert ratio_on(found, "med_surg", date(2026, 2, 28), Part.DAY).day == 5
    assert ratio_on(found, "med_surg", date(2026, 3, 1), Part.DAY) is None


def test_a_unit_s_day_before_the_law_s_changes_nothing():
    unit, _ = draw("ann  D", jurisdictions=("us-oregon",), ratios_from={"us-oregon": date(2020, 1, 1)})
    assert ratio_on(presets_of(unit), "med_surg", date(2024, 5, 31), Part.DAY) is None
