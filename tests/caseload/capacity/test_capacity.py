"""Work, time and load, by the worked examples of the field."""

from fractions import Fraction

import pytest

from optimizer.caseload.capacity.capacity import capacity, cases_for, minutes_a_case
from optimizer.caseload.capacity.demand import CaseDemand, demand, shares
from optimizer.caseload.capacity.load import Fullness, fullness, load
from optimizer.caseload.capacity.setting import Contact, Experience, Period, Phase, whole
from optimizer.caseload.capacity.standard import StandardKind
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.caseload.presets.capacity import setting, settings, standards
from optimizer.caseload.presets.medicines import times
from optimizer.caseload.tier import Tier

COMMUNITY, PAYER, HOSPITAL = setting("community"), setting("payer"), setting("hospital")
FULL = capacity(COMMUNITY)


def hours(minutes, digits=2):
    return round(float(minutes) / 60, digits)


@pytest.mark.parametrize(
    ("fte", "experience", "expected"),
    [
        (100, Experience.COMPETENT, 116.87), (100, Experience.NOVICE, 99.34), (100, Experience.ORIENTATION, 58.43),
        (100, Experience.EXPERT, 128.55), (80, Experience.COMPETENT, 93.49),
    ],
)  # fmt: skip
def test_hours_for_cases(fte, experience, expected):
    assert hours(capacity(COMMUNITY, fte, experience)) == expected


def test_fixed_duties_come_off_and_nobody_has_less_than_none():
    assert capacity(COMMUNITY, fixed=60) == FULL - 60
    assert capacity(COMMUNITY, fte=10, fixed=2000) == 0


@pytest.mark.parametrize(
    ("cases", "expected"),
    [(15, 7.79), (20, 5.84), (40, 2.92), (50, 2.34), (80, 1.46), (150, 0.78), (350, 0.33)],
)
def test_hours_a_case(cases, expected):
    assert hours(minutes_a_case(FULL, cases)) == expected


@pytest.mark.parametrize(
    ("tier", "base", "cases"), [(1, 30, 233.7), (2, 90, 77.9), (3, 180, 39.0), (4, 300, 23.4), (5, 480, 14.6)]
)
def test_cases_that_fit(tier, base, cases):
    assert COMMUNITY.base[Tier(tier)] == base
    assert round(float(cases_for(FULL, Fraction(base))), 1) == cases


@pytest.mark.parametrize(("cases", "expected"), [(15, 26.0), (18, 21.7), (20, 19.5), (25, 15.6)])
def test_minutes_a_patient_day_in_hospital(cases, expected):
    assert HOSPITAL.period is Period.DAY
    assert capacity(HOSPITAL) == 390
    assert round(float(minutes_a_case(capacity(HOSPITAL), cases)), 1) == expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (CaseDemand(Tier.HIGH, Phase.INTAKE, Contact.MIXED, medication=45), Fraction("6.15")),
        (CaseDemand(Tier.COMPLEX, Phase.ACTIVE, Contact.FIELD), Fraction("7.5")),
        (CaseDemand(Tier.MODERATE, Phase.MAINTENANCE, Contact.TELEPHONIC), Fraction("1.125")),
    ],
)
def test_hours_of_a_case(case, expected):
    assert demand(case, COMMUNITY) == expected * 60
    assert sum(share.minutes for share in shares(case, COMMUNITY)) == expected * 60


def test_reconciliation_takes_the_three_quarters_of_an_hour_of_the_worked_example():
    assert times()[MedicationWork.RECONCILIATION].minutes == 45


@pytest.mark.parametrize(
    ("phase", "percent"),
    [(Phase.INTAKE, 150), (Phase.TRANSITION, 150), (Phase.ACTIVE, 100), (Phase.MAINTENANCE, 75), (Phase.CLOSING, 50),
     (Phase.ON_HOLD, 25)],
)  # fmt: skip
def test_phases(phase, percent):
    assert demand(CaseDemand(Tier.HIGH, phase, Contact.TELEPHONIC), COMMUNITY) == 180 * Fraction(percent, 100)


def test_an_interpreter_travel_and_utilization_review():
    plain = CaseDemand(Tier.HIGH)
    assert demand(plain, PAYER) == 180
    assert demand(CaseDemand(Tier.HIGH, Phase.INTAKE, Contact.MIXED, interpreter=True), PAYER) == 324 * Fraction(
        115, 100
    )
    assert demand(CaseDemand(Tier.HIGH, travel=50), PAYER) == 230
    assert demand(CaseDemand(Tier.HIGH, new_reviews=1, continued_reviews=3), PAYER) == 180 + 25 + 30


def test_where_the_work_comes_from():
    case = CaseDemand(Tier.MODERATE, Phase.MAINTENANCE, Contact.FIELD, travel=20)
    assert [(share.what, share.minutes) for share in shares(case, COMMUNITY)] == [
        ("tier 2 (moderate)", 90), ("maintenance", Fraction(-45, 2)), ("field contact", Fraction(135, 4)),
        ("travel", 20),
    ]  # fmt: skip


def test_whole_minutes_round_half_up():
    assert (whole(Fraction(135, 2)), whole(Fraction(134, 2)), whole(FULL)) == (68, 67, 7012)


@pytest.mark.parametrize(
    ("work", "expected"),
    [(69, Fullness.UNDER), (70, Fullness.TARGET), (90, Fullness.TARGET), (91, Fullness.FULL), (100, Fullness.FULL),
     (101, Fullness.OVER)],
)  # fmt: skip
def test_how_full(work, expected):
    assert fullness(load(work, 100)) is expected


def test_work_without_any_time():
    assert load(0, 0) == 0
    with pytest.raises(ValueError, match="no time for cases"):
        load(5, 0)


def test_every_setting_is_complete_and_marked():
    for each in settings():
        assert each.base.keys() == {*Tier}
        assert each.phases.keys() == {*Phase}
        assert each.contacts.keys() == {*Contact}
        assert each.experiences.keys() == {*Experience}
        assert each.source.unverified
    with pytest.raises(ValueError, match="There is no setting 'moon'; there are community"):
        setting("moon")


@pytest.mark.parametrize(
    ("key", "low", "high", "cap", "unverified"),
    [
        ("hosp_full_role", 15, 15, 15, True), ("hosp_split_role", 18, 18, 20, True),
        ("hosp_integrated_novice", 16, 16, 20, True), ("hosp_integrated", 18, 18, 20, True),
        ("hosp_floaters", 15, 15, 15, True), ("hosp_range", 15, 25, 25, True), ("home_health", 20, 20, 25, True),
        ("icm_smi", 15, 15, 20, False), ("ny_hh_plus", 12, 15, 20, True), ("amb_high_risk", 50, 100, 100, False),
        ("pop_commercial", 5000, 5000, None, False), ("pop_medicare", 3000, 3000, None, False),
        ("pop_medicaid", 1500, 1500, None, False), ("intensive", 20, 40, 40, True), ("moderate", 50, 80, 80, True),
        ("low", 150, 150, 250, True), ("health_plan_complex", 50, 65, 80, True),
        ("workers_comp_field", 30, 35, 40, True), ("workers_comp_telephonic", 45, 60, 70, True),
        ("disease_mgmt_tele", 150, 250, 500, True), ("insurer_acuity", 40, 60, None, True),
    ],
)  # fmt: skip
def test_cases_for_each_position_elsewhere(key, low, high, cap, unverified):
    (found,) = (each for each in standards() if each.key == key)
    assert (found.low, found.high, found.cap, found.source.unverified) == (low, high, cap, unverified)


def test_templates_for_long_term_services_are_all_to_be_verified():
    assert {each.source.unverified for each in standards() if each.kind is StandardKind.LONG_TERM} == {True}


def test_what_trade_press_alone_says_is_to_be_verified():
    press = ("trade press", "reliasmedia", "hcpro", "thewellnews", "welly.it")
    told = {each.key: each.source for each in standards() if any(name in each.source.text for name in press)}
    assert {"hosp_full_role", "hosp_split_role", "hosp_integrated", "home_health", "insurer_acuity"} <= told.keys()
    assert all(source.unverified for source in told.values())
