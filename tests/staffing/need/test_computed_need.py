"""The whole formula, and which needs hold where some are given and others computed."""

from dataclasses import replace
from fractions import Fraction

import pytest

from optimizer.staffing.facts.care import Care, CareTimes, Census, Filler, Level
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.need.computed_need import with_computed_needs
from optimizer.staffing.need.need_source import care_of, need_ranges, need_sources
from optimizer.staffing.need.ratio import no_law
from optimizer.staffing.schedule.patient_hours import target_hours
from tests.draw import day, draw

RN = Filler("RN", share=75, counts=True)
CNA = Filler("CNA", share=25)
TEN_AND_FIVE = Census(When(), "L", {3: 10, 4: 5})
DAY_AND_NIGHT = (TEN_AND_FIVE, Census(When(), "M", {3: 10, 4: 5}))


def unit_with(mix, census=DAY_AND_NIGHT, needs=(), ratio_of=no_law, **care):
    unit, _ = draw("ann  . .", needs=needs)
    return with_computed_needs(replace(unit, care=Care(tuple(census), tuple(mix), **care)), ratio_of)


def numbers(unit, shift, role, number=0):
    """Return minimum, target and maximum of one need on one day."""
    (need,) = (d.need for d in unit.demand if d.day == day(number) and d.need.thing == (shift, role))
    return need.minimum, need.target, need.maximum


def test_acuity_alone_sets_the_target_and_no_minimum():
    unit = unit_with((RN, CNA))
    assert numbers(unit, "L", "RN") == (0, 6, None)
    assert numbers(unit, "L", "CNA") == (0, 2, None)  # 19.25 h by 11.25 h
    assert [need.when.day for need in unit.needs if need.thing == ("L", "RN")] == [day(0), day(1)]


@pytest.mark.parametrize(
    ("ratio", "least", "numbers_of_rn", "binds"),
    [
        (5, 0, (3, 6, None), "acuity"),
        (2, 0, (8, 8, None), "ratio"),
        (5, 7, (7, 7, None), "unit minimum"),
        (Fraction(5, 2), 0, (6, 6, None), "ratio and acuity"),
    ],
)
def test_need_is_the_most_of_ratio_acuity_and_unit_minimum(ratio, least, numbers_of_rn, binds):
    unit = unit_with((replace(RN, least=least), CNA), ratio_of=lambda *_: ratio)
    assert numbers(unit, "L", "RN") == numbers_of_rn
    assert next(s.origin for s in need_sources(unit) if s.used.role == "RN") == binds


def test_budgeted_hours_per_patient_day_ask_for_people_too():
    """Oracle: 8.5 h x 15 patients x 0.55 x 0.75 by 12 paid hours are 4.4 people."""
    light = (Level(3, "light", 60), Level(4, "light", 60))
    unit = unit_with((RN, CNA), levels=light, times=CareTimes(per_patient_day=510))
    assert numbers(unit, "L", "RN") == (0, 5, None)
    assert need_sources(unit)[0].origin == "HPPD"


def test_a_charge_nurse_free_of_patients_comes_on_top_and_one_with_patients_does_not():
    free, busy = Filler("Charge", least=1, spare=0), Filler("Charge", least=1, counts=True)
    on_top = unit_with((free, RN, CNA), ratio_of=lambda *_: 2)
    among = unit_with((busy, RN, CNA), ratio_of=lambda *_: 2)
    assert numbers(on_top, "L", "Charge") == (1, 1, 1)
    assert numbers(on_top, "L", "RN")[0] == 8
    assert numbers(among, "L", "RN")[0] == 7
    assert need_sources(on_top)[0].origin == "free of patients"


def test_only_the_sure_minimum_of_others_who_count_lowers_what_the_ratio_asks_of_nurses():
    rest = {"share": 20, "counts": True}
    sure = unit_with((replace(RN, share=60), Filler("LPN", least=1, **rest)), ratio_of=lambda *_: 5)
    wished = unit_with((replace(RN, share=60), Filler("LPN", **rest)), ratio_of=lambda *_: 5)
    assert numbers(sure, "L", "RN")[0] == 2
    assert numbers(wished, "L", "RN")[0] == 3


def test_break_relief_is_added_to_the_target_unless_the_charge_nurse_relieves():
    relieved = replace(RN, relief=60)
    assert numbers(unit_with((relieved, CNA)), "L", "RN") == (0, 7, None)
    charge = Filler("Charge", least=1, relieves="RN")
    assert numbers(unit_with((charge, relieved, CNA)), "L", "RN") == (0, 6, None)
    assert need_sources(unit_with((relieved, CNA)))[0].origin == "acuity, 1 of it break relief"


def test_a_given_need_holds_over_a_computed_one_however_particular_its_days():
    given = (Need(When(), "L", "RN", 2, 3), Need(When(), "L", "Charge", 1, 1))
    unit = unit_with((RN, CNA), needs=given)
    assert numbers(unit, "L", "RN") == (2, 3, None)
    assert numbers(unit, "L", "CNA")[1] == 2
    origins = {source.used.thing: source.origin for source in need_sources(unit)}
    assert origins["L", "RN"] == "given, in place of the computed one"
    assert origins["L", "Charge"] == "given"
    source = next(s for s in need_sources(unit) if s.used.thing == ("L", "RN"))
    assert (source.working.target, source.working.patients, source.working.care) == (6, 15, 77 * 60)


def test_a_given_need_on_one_day_leaves_the_others_computed():
    unit = unit_with((RN, CNA), needs=(Need(When(day=day(1)), "L", "RN", 2, 3),))
    assert [numbers(unit, "L", "RN", n)[1] for n in (0, 1)] == [6, 3]


def test_computing_again_replaces_what_was_computed_and_keeps_what_was_given():
    given = (Need(When(), "N", "RN", 1, 1),)
    unit = unit_with((RN, CNA), needs=given)
    again = with_computed_needs(replace(unit, care=replace(unit.care, census=(TEN_AND_FIVE,))), no_law)
    assert {need.shift for need in again.needs} == {"N", "L"}
    assert with_computed_needs(replace(unit, care=None), no_law).needs == given


def test_roles_and_shares_may_differ_by_shift():
    unit = unit_with(
        (replace(RN, shifts=("day",)), replace(RN, share=50, shifts=("night",)), replace(CNA, shifts=("L",)))
    )
    assert {need.thing for need in unit.needs} == {("L", "RN"), ("L", "CNA"), ("M", "RN")}
    assert numbers(unit, "M", "RN")[1] == 3  # 63 h x 50 % by 11.25 h


def test_a_more_particular_census_holds_on_its_day():
    unit = unit_with((RN, CNA), census=(TEN_AND_FIVE, Census(When(day=day(1)), "L", {3: 20, 4: 10})))
    assert [numbers(unit, "L", "RN", n)[1] for n in (0, 1)] == [5, 10]  # half the day's care without a night


def test_totals_count_patients_at_midnight_and_the_people_who_care():
    unit = unit_with((Filler("Charge", least=1), RN, CNA))
    totals = target_hours(unit)
    assert totals.patient_days == 2 * 15
    assert care_of(unit) == 2 * 140 * 60
    by_hand = {("L", "RN"): 6, ("L", "CNA"): 2, ("M", "RN"): 5, ("M", "CNA"): 2}
    assert totals.direct == 2 * 12 * 60 * sum(by_hand.values())
    assert totals.direct_each == Fraction(12) == totals.direct / Fraction(60 * 30)
    assert totals.worked == totals.direct + 2 * 2 * 12 * 60  # the free charge nurse of both shifts
    assert totals.paid_each is None
    assert target_hours(draw("ann  .")[0]).direct_each is None


def test_ranges_give_the_lowest_and_the_highest_and_what_binds():
    unit = unit_with((RN,), needs=(Need(When(day=day(1)), "L", "RN", 2, 3),))
    first = need_ranges(unit)[0]
    assert (first.shift, first.role, first.minimum, first.target) == ("L", "RN", (0, 2), (3, 6))
    assert dict(first.origins) == {"acuity": 1, "given, in place of the computed one": 1}
