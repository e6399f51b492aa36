"""What the domain's sources say, line by line: the day before a number holds and the day itself."""

from datetime import date

import pytest

from optimizer.staffing.facts.shift import Part
from optimizer.staffing.law.citation import Binding
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.presets import EVERYWHERE, jurisdictions, preset

NOW = "2026-10-01"
ALL_DAY = (Part.DAY, Part.EVENING, Part.NIGHT)
NONE = (None, None, None)


def same(most):
    return (most, most, most)


def ratio(name, kind, day):
    """Return the most patients a nurse by day, evening and night that a preset says of a kind on a day."""
    there = in_force((each for each in preset(name).ratios if each.kind == kind), [date.fromisoformat(day)])
    assert len(there) <= 1
    return tuple(there[0].most(part) for part in ALL_DAY) if there else NONE


@pytest.mark.parametrize(
    ("name", "kind", "day", "most"),
    [
        ("us-california", "critical_care", "2003-12-31", NONE),
        ("us-california", "critical_care", "2004-01-01", same(2)),
        ("us-california", "nicu", NOW, same(2)), ("us-california", "operating_room", NOW, same(1)),
        ("us-california", "labor_active", NOW, same(2)), ("us-california", "antepartum", NOW, same(4)),
        ("us-california", "postpartum_couplets", NOW, same(4)), ("us-california", "postpartum_mothers", NOW, same(6)),
        ("us-california", "ldrp", NOW, same(3)), ("us-california", "pediatrics", NOW, same(4)),
        ("us-california", "pacu", NOW, same(2)), ("us-california", "ed_general", NOW, same(4)),
        ("us-california", "ed_critical", NOW, same(2)), ("us-california", "ed_trauma", NOW, same(1)),
        ("us-california", "step_down", "2007-12-31", NONE), ("us-california", "step_down", "2008-01-01", same(3)),
        ("us-california", "telemetry", "2007-12-31", NONE), ("us-california", "telemetry", "2008-01-01", same(4)),
        ("us-california", "med_surg", "2004-12-31", same(6)), ("us-california", "med_surg", "2005-01-01", same(5)),
        ("us-california", "oncology", "2007-12-31", NONE), ("us-california", "oncology", "2008-01-01", same(4)),
        ("us-california", "psychiatric", NOW, same(6)), ("us-california", "well_baby_nursery", NOW, same(8)),
        ("us-california", "intermediate_newborn", NOW, same(4)),
        ("us-oregon", "critical_care", "2024-05-31", NONE), ("us-oregon", "critical_care", "2024-06-01", same(2)),
        ("us-oregon", "ed_general", NOW, same(5)), ("us-oregon", "ed_trauma", NOW, same(1)),
        ("us-oregon", "step_down", NOW, same(3)), ("us-oregon", "labor_not_active", NOW, same(2)),
        ("us-oregon", "labor_active", NOW, same(1)), ("us-oregon", "postpartum_mothers", NOW, same(6)),
        ("us-oregon", "antepartum", NOW, same(6)), ("us-oregon", "well_baby_nursery", NOW, same(6)),
        ("us-oregon", "mother_baby", NOW, same(8)), ("us-oregon", "operating_room", NOW, same(1)),
        ("us-oregon", "pacu", NOW, same(2)), ("us-oregon", "oncology", NOW, same(4)),
        ("us-oregon", "telemetry", NOW, same(4)), ("us-oregon", "pediatrics", NOW, same(4)),
        ("us-oregon", "med_surg", "2026-05-31", same(5)), ("us-oregon", "med_surg", "2026-06-01", same(4)),
        ("us-oregon", "med_surg", "2026-07-01", same(4)), ("us-oregon", "psychiatric", NOW, NONE),
        ("us-new-york", "critical_care", "2023-06-28", NONE), ("us-new-york", "critical_care", "2023-06-29", same(2)),
        ("us-new-york", "med_surg", NOW, NONE),
        ("us-massachusetts", "critical_care", "2014-09-27", NONE),
        ("us-massachusetts", "critical_care", "2014-09-28", same(2)), ("us-massachusetts", "med_surg", NOW, NONE),
        ("us-washington", "med_surg", NOW, NONE), ("us-texas", "med_surg", NOW, NONE),
        ("ca-british-columbia", "med_surg", "2024-02-29", NONE),
        ("ca-british-columbia", "med_surg", "2024-03-01", same(4)),
        ("ca-british-columbia", "pediatrics", "2024-02-29", NONE),
        ("ca-british-columbia", "pediatrics", "2024-03-01", same(4)),
        ("ca-british-columbia", "critical_care", "2024-02-29", NONE),
        ("ca-british-columbia", "critical_care", "2024-03-01", same(1)),
        ("ca-british-columbia", "rehab", "2024-03-01", (5, 5, 7)), ("ca-british-columbia", "palliative", NOW, same(3)),
        ("ca-british-columbia", "focused_care", NOW, same(3)), ("ca-british-columbia", "step_down", NOW, same(2)),
        ("ca-british-columbia", "nicu", "2024-09-17", NONE), ("ca-british-columbia", "nicu", "2024-09-18", same(3)),
        ("ca-british-columbia", "pacu", NOW, same(2)), ("ca-british-columbia", "antepartum", NOW, same(3)),
        ("ca-british-columbia", "labor_active", NOW, same(1)),
        ("ca-british-columbia", "postpartum_couplets", NOW, same(3)),
        ("ca-british-columbia", "postpartum_mothers", NOW, same(4)),
        ("ca-british-columbia", "well_baby_nursery", NOW, same(3)),
        ("ca-british-columbia", "alternate_level_of_care", NOW, same(7)),
        ("ca-british-columbia", "ed_general", NOW, same(3)), ("ca-british-columbia", "ed_short_stay", NOW, same(4)),
        ("ca-british-columbia", "ed_fast_track", NOW, same(4)), ("ca-british-columbia", "ed_critical", NOW, same(1)),
        ("ca-british-columbia", "ed_trauma", NOW, same(1)),
        ("au-queensland", "med_surg", "2016-06-30", NONE), ("au-queensland", "med_surg", "2016-07-01", (4, 4, 7)),
        ("au-queensland", "med_surg", "2023-08-31", (4, 4, 7)), ("au-queensland", "med_surg", "2023-09-01", (4, 4, 7)),
        ("au-queensland", "psychiatric", "2019-11-14", NONE), ("au-queensland", "psychiatric", "2019-11-15", (4, 4, 7)),
        ("au-queensland", "psychiatric", NOW, (4, 4, 7)),
        ("au-queensland", "mother_baby", "2024-09-03", NONE), ("au-queensland", "mother_baby", "2024-09-04", same(6)),
        ("au-queensland", "postpartum_mothers", NOW, same(6)),
        ("au-western-australia", "med_surg", "2024-10-06", NONE),
        ("au-western-australia", "med_surg", "2024-10-07", (4, 4, 7)),
        ("uk-nice", "med_surg", "2014-07-01", (8, 8, None)),
        ("us-california-psychiatric", "psychiatric", "2026-05-31", NONE),
        ("us-california-psychiatric", "psychiatric", "2026-06-01", same(6)),
        ("us-california-psychiatric", "psychiatric_young", "2026-06-01", same(5)),
        ("us-pennsylvania-nursing-homes", "nursing_home", "2023-06-30", NONE),
        ("us-pennsylvania-nursing-homes", "nursing_home", "2023-07-01", (12, 12, 20)),
        ("us-pennsylvania-nursing-homes", "nursing_home", "2024-07-01", (10, 11, 15)),
        ("au-victoria", "med_surg_level_1", NOW, (4, 4, 8)), ("au-victoria", "med_surg_level_2", NOW, (4, 5, 8)),
        ("au-victoria", "med_surg_level_3", NOW, (5, 6, 10)), ("au-victoria", "nicu", NOW, same(2)),
        ("au-victoria", "nicu", "2015-12-22", NONE), ("au-victoria", "aged_high_care", NOW, (7, 8, 15)),
        ("de-ppugv", "critical_care", "2021-01-31", NONE), ("de-ppugv", "critical_care", "2021-02-01", (2, 2, 3)),
        ("de-ppugv", "geriatrics", NOW, (10, 10, 20)), ("de-ppugv", "general_surgery", NOW, (10, 10, 20)),
        ("de-ppugv", "internal_medicine", NOW, (10, 10, 22)), ("de-ppugv", "cardiac_surgery", NOW, (7, 7, 15)),
        ("de-ppugv", "neurology", NOW, (10, 10, 20)), ("de-ppugv", "stroke_unit", NOW, (3, 3, 5)),
        ("de-ppugv", "neurological_rehab", NOW, (5, 5, 12)), ("de-ppugv", "pediatrics", NOW, (6, 6, 10)),
        ("de-ppugv", "special_pediatrics", "2021-12-31", NONE),
        ("de-ppugv", "special_pediatrics", "2022-01-01", (6, 6, 14)),
        ("us-awhonn", "labor_active", NOW, same(1)), ("us-awhonn", "labor_not_active", NOW, same(2)),
        ("us-awhonn", "postpartum_couplets", NOW, same(3)), ("us-awhonn", "antepartum", NOW, same(3)),
    ],
)  # fmt: skip
def test_a_ratio_holds_from_its_day(name, kind, day, most):
    assert ratio(name, kind, day) == most


def laws(name, day):
    """Return the texts of a preset that are in force on a day."""
    return [act.law for act in in_force_acts(name, day)]


def in_force_acts(name, day):
    return [act for act in preset(name).acts if act.in_force(date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("name", "law", "first"),
    [
        ("us-california", "Health and Safety Code 1280.3 (SB 227)", "2020-01-01"),
        ("us-california", "Health and Safety Code 1280.3 (SB 596)", "2026-01-01"),
        ("us-oregon", "ORS 441.765", "2024-06-01"), ("us-oregon", "ORS 441.792", "2025-06-01"),
        ("us-new-york", "10 NYCRR 405.22, PHL 2805-t", "2023-06-29"),
        ("us-massachusetts", "MGL c.111 s.226", "2012-11-05"),
        ("us-massachusetts", "MGL c.111 s.231, 958 CMR 8.00", "2014-09-28"),
        ("us-washington", "RCW 49.12.480 and 49.12.483 (E2SSB 5236)", "2024-07-01"),
        ("us-washington", "RCW 70.41.420 (E2SSB 5236)", "2025-07-01"),
        ("us-connecticut", "Conn. Gen. Stat. 19a-490l (PA 23-204)", "2023-10-01"),
        ("us-pennsylvania", "Act 102 of 2008", "2009-07-01"), ("us-illinois", "210 ILCS 85/10.9", "2005-07-28"),
        ("us-new-hampshire", "RSA 275:67", "2008-01-01"), ("us-texas", "HSC ch. 258", "2009-09-01"),
        ("us-rhode-island", "RI Gen. Laws 23-17.20-3", "2008-03-04"),
        ("us-new-jersey", "NJSA 34:11-56a34", "2003-01-01"),
        ("us-federal", "Joint Commission NPG 12", "2026-01-01"),
        ("us-california-nursing-homes", "22 CCR 72329.2", "2018-07-01"),
        ("us-new-york-nursing-homes", "Public Health Law 2895-b", "2022-04-01"),
        ("au-queensland", "Hospital and Health Boards Regulation 2012 pt 6A", "2016-07-01"),
        ("au-queensland", "Hospital and Health Boards Regulation 2023", "2023-09-01"),
        ("eu-working-time", "Directive 2003/88/EC", "2004-08-02"),
        ("uk-working-time", "Working Time Regulations 1998", "1998-10-01"),
    ],
)  # fmt: skip
def test_a_text_is_in_force_from_its_day(name, law, first):
    before = date.fromordinal(date.fromisoformat(first).toordinal() - 1).isoformat()
    assert law not in laws(name, before)
    assert law in laws(name, first)


@pytest.mark.parametrize(
    ("name", "law", "last"),
    [
        ("au-queensland", "Hospital and Health Boards Regulation 2012 pt 6A", "2023-08-31"),
        ("us-connecticut", "Conn. Gen. Stat. 19a-490l (PA 04-242)", "2023-09-30"),
        ("us-california", "Health and Safety Code 1280.3 (SB 227)", "2025-12-31"),
    ],
)
def test_a_text_that_another_replaces_ends_with_its_last_day(name, law, last):
    after = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()
    assert law in laws(name, last)
    assert law not in laws(name, after)


def limits(name, day=NOW):
    return {
        limit.rule.key: ((limit.rule.limit or 0) // 60, limit.citation.must)
        for limit in in_force(preset(name).limits, [date.fromisoformat(day)])
    }


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("us-oregon", {"weekly-hours": (48, False), "most-hours-in-24": (12, False),
                       "rest-after-stretch": (10, False)}),
        ("us-washington", {"rest-after-stretch": (8, False)}),
        ("us-massachusetts", {"most-hours-in-24": (12, False), "most-hours-at-a-stretch": (16, True),
                              "rest-after-stretch": (8, True)}),
        ("us-pennsylvania", {"rest-after-stretch": (10, False)}),
        ("us-illinois", {"rest-after-stretch": (8, False)}),
        ("us-connecticut", {"most-hours-in-24": (12, False), "weekly-hours": (48, False)}),
        ("us-minnesota", {"most-hours-at-a-stretch": (12, False)}),
        ("us-maine", {"most-hours-at-a-stretch": (12, False), "rest-after-stretch": (10, False)}),
        ("us-new-hampshire", {"most-hours-at-a-stretch": (12, False), "rest-after-stretch": (8, False)}),
        ("us-rhode-island", {"most-hours-at-a-stretch": (12, False)}),
        ("us-west-virginia", {"most-hours-in-24": (16, True), "rest-after-stretch": (8, True)}),
        ("us-alaska", {"rest": (10, True), "most-hours-at-a-stretch": (14, False)}),
        ("us-new-jersey", {}), ("us-texas", {}), ("us-new-york", {}),
        ("eu-working-time", {"rest": (11, True), "weekly-rest": (35, True), "average-hours": (48, False)}),
        ("uk-working-time", {"rest": (11, True), "weekly-rest": (24, False), "average-hours": (48, False)}),
        ("us-maryland", {}), ("us-missouri", {}), ("us-colorado", {}),
        (EVERYWHERE, {"credentials": (0, True), "preceptor": (0, False)}),
    ],
)  # fmt: skip
def test_a_limit_on_working_time_and_whether_it_is_a_must(name, wanted):
    assert limits(name) == wanted


def test_connecticut_had_no_hours_before_october_2023():
    assert limits("us-connecticut", "2023-09-30") == {}
    assert limits("us-connecticut", "2023-10-01") != {}


def test_licences_are_law_and_certificates_policy():
    told = {
        limit.rule.only: limit.citation.binds for limit in preset(EVERYWHERE).limits if limit.rule.key == "credentials"
    }
    assert told == {"licences": Binding.LAW, "certificates": Binding.POLICY}


def test_what_counts_in_california_psychiatry_counts_nowhere_else():
    technicians = {r.kind for r in preset("us-california").ratios if "LPT" in r.jobs}
    elsewhere = {name for name in jurisdictions() for r in preset(name).ratios if "LPT" in r.jobs}
    assert (technicians, elsewhere) == ({"psychiatric"}, {"us-california", "us-california-psychiatric"})


def test_california_twelves_are_straight_time_on_extra_days_too():
    (act,) = preset("us-california-3x12").acts
    assert "Straight time up to 12 h on any day, scheduled or extra" in act.note
    assert "does not govern health care (Singh)" in act.note


def test_guidance_and_plans_are_never_musts():
    for name in jurisdictions():
        for provision in preset(name).provisions:
            if provision.citation.binds in (Binding.GUIDE, Binding.PLAN, Binding.REPEALED):
                assert not provision.citation.must


def test_penalties_by_calendar_day_begin_in_2026():
    by_day = {penalty.citation.since: penalty.by_day for penalty in preset("us-california").penalties}
    assert by_day == {"2020-01-01 to 2025-12-31": False, "since 2026-01-01": True}
