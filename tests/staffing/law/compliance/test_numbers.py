"""Ratios, mix and headcount at every moment of a shift. A picture's first day is Monday 1 June 2026."""

from datetime import date

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.law.compliance.breach import Severity
from optimizer.staffing.law.compliance.comply import comply
from tests.draw import day, draw

FEBRUARY = date(2026, 2, 2)
LPN = {"job": "LPN", "roles": ("CNA",)}


def need(shift, role="RN"):
    return Need(When(), shift, role, 0, 1)


DAYS = (need("D"),)


def breaches(picture, patients, *, people=None, law="us-california", needs=DAYS, **facts):
    unit, plan = draw(picture, people, needs=needs, jurisdictions=(law,), **facts)
    found = comply(unit, plan, lambda _day, _label: patients).breaches
    return [breach for breach in found if breach.on_days]


def sentences(*arguments, **facts):
    return [breach.sentence for breach in breaches(*arguments, **facts)]


def test_exactly_the_ratio_is_fine_and_one_patient_more_is_not():
    assert breaches("ann  D \n ben  D", {"med_surg": 10}) == []
    assert sentences("ann  D \n ben  D", {"med_surg": 11}) == [
        "D on Mon 1 Jun has 2 nurses who count from 07:00 to 15:00; 22 CCR 70217(a)(11) asks for 3 RN, LPN or LVN "
        "for 11 med surg patients."
    ]


def test_a_breach_of_law_blocks_and_one_of_guidance_warns():
    (law,) = breaches("ann  D", {"med_surg": 6})
    nice = breaches("ann  D \n ben  D", {"med_surg": 17}, law="uk-nice")
    assert law.severity is Severity.BLOCK
    assert [breach.severity for breach in nice] == [Severity.WARN]


def test_the_jurisdiction_changes_the_ratio_and_a_day_before_the_law_does_not():
    patients = {"med_surg": 5}
    assert breaches("ann  D", patients) == []
    assert len(breaches("ann  D", patients, law="us-oregon")) == 1
    assert breaches("ann  D", patients, law="us-oregon", first=day(-1)) == []
    assert breaches("ann  D", {"med_surg": 60}, law="us-oregon", first=date(2024, 5, 31)) == []


def test_the_law_changes_within_a_schedule():
    found = breaches("ann  D D", {"med_surg": 5}, law="us-oregon", first=day(-1))
    assert [breach.day for breach in found] == [day(0)]


def test_every_hour_counts_where_shifts_overlap():
    needs = (need("L"),)
    assert breaches("ann  L \n ben  D \n cas  E", {"med_surg": 10}, needs=needs) == []
    (gap,) = breaches("ann  L \n ben  D", {"med_surg": 10}, needs=needs)
    assert "has 1 nurse who counts from 15:00 to 19:00" in gap.sentence


def test_whoever_began_the_day_before_is_still_there():
    needs = (need("23:00-07:00"),)
    assert breaches("ann  M .", {"med_surg": 5}, needs=needs)[0].day == day(1)
    assert breaches("ann  M M", {"med_surg": 5}, needs=needs) == []


def test_charge_orientees_classes_and_other_jobs_do_not_count():
    patients = {"med_surg": 5}
    orientee = {"ann": {"preceptors": ("ben",)}}
    assert len(breaches("ann  D/Charge \n ben  .", patients)) == 1
    assert len(breaches("ann  D \n ben  .", patients, people=orientee)) == 1
    assert len(breaches("ann  S", patients)) == 1
    assert len(breaches("ann  D", patients, people={"ann": {"job": "CNA", "roles": ("CNA",)}})) == 1


def test_a_psychiatric_technician_counts_for_psychiatric_patients_alone():
    people = {"ben": {"job": "LPT", "roles": ("CNA",)}}
    picture = "ann  D \n ben  D"
    assert breaches(picture, {"psychiatric": 12}, people=people, kind="psychiatric") == []
    assert len(breaches(picture, {"psychiatric": 13}, people=people, kind="psychiatric")) == 1
    assert len(breaches(picture, {"med_surg": 6}, people=people)) == 1
    (oregon,) = breaches(picture, {"psychiatric": 12, "med_surg": 5}, people=people, law="us-oregon")
    assert "asks for 2 RN for 5 med surg patients" in oregon.sentence


def test_vocational_nurses_and_psychiatric_technicians_together_are_at_most_half():
    technicians = {who: {"job": "Psychiatric technician", "roles": ("CNA",)} for who in ("ben", "cas")}
    picture = "ann  D \n ben  D \n cas  D"
    (mix,) = breaches(picture, {}, people=technicians, kind="psychiatric")
    assert "asks for 2 RN beside its LVN and LPN and LPT and Psychiatric technician" in mix.sentence
    assert breaches(picture, {}, people=technicians, kind="med_surg") == []


def test_where_only_rns_count_a_vocational_nurse_does_not():
    people = {"ben": LPN}
    assert breaches("ann  D \n ben  D", {"med_surg": 10}, people=people) == []
    (nicu,) = breaches("ann  D \n ben  D", {"nicu": 3}, people=people)
    assert "asks for 2 RN for 3 nicu patients" in nicu.sentence
    assert len(breaches("ann  D \n ben  D", {"critical_care": 3}, people=people, law="us-massachusetts")) == 1


def test_patients_of_two_kinds_share_their_nurses():
    assert breaches("ann  D", {"critical_care": 1, "step_down": 1}) == []
    assert len(breaches("ann  D", {"critical_care": 1, "step_down": 2})) == 1


def test_patients_are_packed_onto_nurses_as_their_need_is_computed():
    """Three of at most two and two of at most four are two full loads, and take three nurses all the same."""
    patients = {"critical_care": 3, "telemetry": 2}
    assert len(breaches("ann  D \n ben  D", patients)) == 1
    assert breaches("ann  D \n ben  D \n cal  D", patients) == []


def test_queensland_has_fewer_nurses_by_night():
    patients = {"med_surg": 7}
    assert breaches("ann  N", patients, law="au-queensland", needs=(need("N"),)) == []
    assert len(breaches("ann  D", patients, law="au-queensland")) == 1


def test_vocational_nurses_are_at_most_half_of_the_licensed():
    assert breaches("ann  D \n ben  D", {}, people={"ben": LPN}) == []
    (mix,) = breaches("ann  D \n ben  D \n cas  D", {}, people={"ben": LPN, "cas": LPN})
    assert mix.severity is Severity.WARN
    assert mix.sentence.endswith(
        "has 1 nurse who counts from 07:00 to 15:00; 22 CCR 70217(a) asks for 2 RN beside its LVN and LPN. "
        "Its own text was not read, so a breach of it warns only: read it before you rely on it."
    )


def test_a_nurse_has_patients_of_a_law_that_was_read_and_of_one_that_was_not():
    """3 of 5 and 3 of 4 are more than one nurse's hands hold, though one suffices for either alone."""
    (warned,) = breaches("ann  D", {"med_surg": 3, "pediatrics": 3})
    assert (warned.severity, warned.law.law) == (Severity.WARN, "22 CCR 70217(a)(6)")
    assert "asks for 2 RN, LPN or LVN for 3 med surg patients, 3 pediatrics patients." in warned.sentence
    both = breaches("ann  D", {"med_surg": 6, "pediatrics": 3})
    assert [breach.severity for breach in both] == [Severity.BLOCK, Severity.WARN]
    assert [breach.exposure for breach in both] == [15_000_00, 0]


def test_a_remainder_of_less_than_half_takes_no_nurse_where_the_law_rounds_so():
    """Victoria until 28 February 2019, and by day in hospitals of level 3 since."""

    def judged(patients, level, first, needs=DAYS, picture="ann  D"):
        kind = f"med_surg_level_{level}"
        return len(breaches(picture, {kind: patients}, law="au-victoria", first=first, needs=needs))

    before, after = date(2019, 2, 28), date(2019, 3, 1)
    assert [judged(number, 1, before) for number in (4, 5, 6)] == [0, 0, 1]
    assert [judged(number, 1, after) for number in (4, 5)] == [0, 1]
    assert [judged(number, 3, after) for number in (7, 8)] == [0, 1]
    night = {"needs": (need("N"),), "picture": "ann  N"}
    assert [judged(number, 3, after, **night) for number in (10, 11)] == [0, 1]


def test_a_headcount_is_for_its_kind_of_unit():
    assert breaches("ann  D", {}) == []
    assert len(breaches("ann  D", {}, kind="ed_general")) == 1
    assert breaches("ann  D \n ben  D", {}, kind="ed_general") == []
    assert [b.severity for b in breaches("ann  D/Charge", {}, law="uk-nice")] == [Severity.WARN]
    assert breaches("ann  D/Charge \n ben  D", {}, law="uk-nice") == []


def test_without_a_census_no_ratio_is_judged_and_that_is_told():
    unit, plan = draw("ann  D", needs=(need("D"),), jurisdictions=("us-california",))
    found = comply(unit, plan)
    assert (found.breaches, found.census) == ((), False)


def exposure(picture, patients, **facts):
    return [breach.exposure for breach in breaches(picture, patients, **facts)]


def test_in_california_every_calendar_day_is_a_violation_the_first_cheaper():
    assert exposure("ann  D D D", {"med_surg": 6}, first=FEBRUARY) == [15_000_00, 30_000_00, 30_000_00]


def test_a_night_can_be_two_violations_and_a_day_counts_once():
    needs = (need("N"),)
    assert exposure("ann  N", {"med_surg": 6}, needs=needs) == [45_000_00]
    assert exposure("ann  N N", {"med_surg": 6}, needs=needs) == [45_000_00, 30_000_00]
    assert exposure("ann  D \n ben  E", {"med_surg": 6}, needs=(need("D"), need("E"))) == [15_000_00, 0]


def test_oregon_warns_first_and_what_came_before_a_penalty_costs_nothing():
    wanted = [0, 1_750_00, 2_500_00, 5_000_00, 5_000_00]
    assert exposure("ann  D D D D D", {"med_surg": 6}, law="us-oregon") == wanted
    assert exposure("ann  D D", {"med_surg": 6}, law="us-oregon", first=date(2025, 5, 30)) == [0, 0]
    assert exposure("ann  D", {"med_surg": 6}, first=date(2019, 12, 31)) == [0]
    assert exposure("ann  D", {"med_surg": 6}, first=date(2020, 1, 1)) == [15_000_00]


def test_before_2026_a_night_in_california_was_one_violation_and_new_years_night_is_two():
    needs = (need("N"),)
    assert exposure("ann  N", {"med_surg": 6}, needs=needs, first=date(2025, 12, 30)) == [15_000_00]
    assert exposure("ann  N", {"med_surg": 6}, needs=needs, first=date(2025, 12, 31)) == [45_000_00]
    assert exposure("ann  N", {"med_surg": 6}, needs=needs, first=date(2026, 1, 1)) == [45_000_00]


def test_guidance_and_new_york_have_no_penalty():
    assert exposure("ann  D", {"critical_care": 3}, law="us-new-york") == [0]
