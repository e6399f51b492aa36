"""Every preset can be read, and says what its law says, from when it says it."""

from datetime import date

import pytest

from optimizer.staffing.facts.shift import Part
from optimizer.staffing.law.citation import Binding, Hours
from optimizer.staffing.law.presets import EVERYWHERE, jurisdictions, kinds, preset, written

NAMES = (*jurisdictions(), EVERYWHERE)


@pytest.mark.parametrize("name", NAMES)
def test_every_preset_is_read_whole_and_cites_everything(name):
    read = preset(name)
    acts = written(name)["act"]
    tables = ("ratios", "mixes", "headcounts", "limits", "overtimes", "penalties", "care_hours", "night_work")
    assert len([*read.provisions]) == sum(len(act.get(table, ())) for act in acts for table in tables)
    assert len(read.acts) == len(acts)
    for cited in (*read.acts, *(provision.citation for provision in read.provisions)):
        assert cited.law
        assert cited.source
        assert cited.grade in ("P", "S", "R", "K-H")
        assert cited.last_checked >= date(2026, 10, 1)
    for provision in read.provisions:
        assert provision.says


@pytest.mark.parametrize("name", NAMES)
def test_no_key_of_a_preset_is_misspelt(name):
    data = written(name)
    citation = {"law", "at", "binds", "hours", "grade", "source", "from", "until", "note", "nurses", "charge"}
    citation |= {"whom", "waivable", "weeks", "last_checked", "instead", "average"}
    tables = {
        "ratios": {"kind", "most", "day", "evening", "night", "halved"},
        "mixes": {"kind", "jobs", "among", "percent"},
        "headcounts": {"kind", "least"},
        "limits": {"rule", "limit", "after", "shifts", "only"},
        "overtimes": {"scheme"},
        "penalties": {"dollars", "per", "years"},
        "care_hours": {"kind", "hours_of_care", "weekly"},
        "night_work": {"limit"},
    }
    assert data.keys() == {"title", "last_checked", "act"}
    for act in data["act"]:
        assert act.keys() <= citation | tables.keys()
        for table, keys in tables.items():
            assert all(row.keys() <= citation | keys for row in act.get(table, ()))


def test_the_jurisdictions_that_a_unit_can_choose():
    wanted = {
        "us-california", "us-oregon", "us-new-york", "us-massachusetts", "ca-british-columbia", "au-queensland",
        "eu-working-time", "us-flsa", "us-flsa-8-80", "us-california-3x12", "safety-guidance",
    }  # fmt: skip
    assert wanted <= {*jurisdictions()}
    assert EVERYWHERE not in jurisdictions()
    with pytest.raises(ValueError, match="There is no preset 'us-nowhere'"):
        preset("us-nowhere")


def most(name, kind, on=date(2026, 10, 1), part=Part.DAY):
    """Return the most patients by a preset's ratios for a kind on a day."""
    return [r.most(part) for r in preset(name).ratios if r.kind == kind and r.citation.in_force(on)]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("us-california", {
            "critical_care": 2, "nicu": 2, "operating_room": 1, "labor_active": 2, "antepartum": 4,
            "postpartum_couplets": 4, "postpartum_mothers": 6, "ldrp": 3, "pediatrics": 4, "pacu": 2, "ed_general": 4,
            "ed_critical": 2, "ed_trauma": 1, "step_down": 3, "telemetry": 4, "med_surg": 5, "oncology": 4,
            "psychiatric": 6, "well_baby_nursery": 8, "intermediate_newborn": 4,
        }),
        ("us-oregon", {
            "ed_general": 5, "ed_trauma": 1, "critical_care": 2, "step_down": 3, "labor_not_active": 2,
            "labor_active": 1, "postpartum_mothers": 6, "antepartum": 6, "well_baby_nursery": 6, "mother_baby": 8,
            "operating_room": 1, "pacu": 2, "oncology": 4, "telemetry": 4, "pediatrics": 4, "med_surg": 4,
        }),
        ("us-new-york", {"critical_care": 2}),
        ("us-massachusetts", {"critical_care": 2}),
        ("ca-british-columbia", {
            "med_surg": 4, "rehab": 5, "palliative": 3, "focused_care": 3, "step_down": 2, "critical_care": 1,
            "nicu": 3, "pacu": 2, "antepartum": 3, "labor_active": 1, "postpartum_couplets": 3, "postpartum_mothers": 4,
            "well_baby_nursery": 3, "alternate_level_of_care": 7, "ed_general": 3, "ed_short_stay": 4, "ed_critical": 1,
            "ed_trauma": 1, "ed_fast_track": 4, "pediatrics": 4,
        }),
    ],
)  # fmt: skip
def test_the_numbers_of_ratios(name, numbers):
    assert {ratio.kind: most(name, ratio.kind) for ratio in preset(name).ratios} == {
        kind: [number] for kind, number in numbers.items()
    }


def test_oregon_and_california_change_on_their_days():
    assert most("us-oregon", "med_surg", date(2024, 5, 31)) == []
    assert most("us-oregon", "med_surg", date(2024, 6, 1)) == [5]
    assert most("us-oregon", "med_surg", date(2026, 5, 31)) == [5]
    assert most("us-oregon", "med_surg", date(2026, 6, 1)) == [4]
    assert most("us-california", "med_surg", date(2004, 12, 31)) == [6]
    assert most("us-california", "med_surg", date(2005, 1, 1)) == [5]
    assert most("us-california", "telemetry", date(2007, 12, 31)) == []
    assert most("us-california", "telemetry", date(2008, 1, 1)) == [4]


def test_australian_nights_have_a_ratio_of_their_own():
    for name in ("au-queensland", "au-western-australia"):
        assert [most(name, "med_surg", part=part) for part in Part] == [[4], [4], [7]]


def test_the_repealed_federal_rule_is_there_and_never_in_force():
    repealed = [act for act in preset("us-long-term-care").acts if act.binds is Binding.REPEALED]
    assert [act.law for act in repealed] == ["CMS minimum staffing rule, 89 FR 40876"]
    assert not any(repealed[0].in_force(date(year, 1, 1)) for year in range(2024, 2036))


def test_only_what_binds_all_hours_by_law_or_contract_is_a_must():
    binding = {
        "us-west-virginia": Hours.ALL,
        "us-oregon": Hours.REQUIRED, "us-washington": Hours.REQUIRED,
        "us-connecticut": Hours.REQUIRED, "us-illinois": Hours.REQUIRED, "us-maine": Hours.REQUIRED,
    }  # fmt: skip
    for name, hours in binding.items():
        limits = preset(name).limits
        assert {limit.citation.hours for limit in limits} == {hours}
        assert {limit.citation.must for limit in limits} == {hours is Hours.ALL}
    in_24, stretch, rest = (limit.citation for limit in preset("us-massachusetts").limits)
    assert (in_24.hours, in_24.must, stretch.must, rest.must) == (Hours.REQUIRED, False, True, True)
    assert not any(limit.citation.must for limit in preset("safety-guidance").limits)
    assert not any(limit.citation.must for limit in preset("us-pennsylvania").limits)
    rest, weekly, average = preset("eu-working-time").limits
    assert (rest.citation.must, weekly.citation.must, average.citation.must) == (True, True, False)


def test_what_was_not_read_in_its_own_text_blocks_nothing():
    for name in NAMES:
        for provision in preset(name).provisions:
            assert provision.citation.read or not provision.citation.must
    rest, stretch = (limit.citation for limit in preset("us-alaska").limits)
    assert [(law.grade, law.obliges, law.must) for law in (rest, stretch)] == [("P", True, True), ("S", True, False)]
    assert not any(limit.citation.must for limit in preset("contract-us-nurses").limits)


def said(name):
    return [limit.says for limit in preset(name).limits]


def test_the_numbers_of_limits():
    a_week, in_24 = (
        "At most 48 hours at work in a calendar week",
        "hours of work in any 24 hours; unpaid breaks are no work",
    )
    stretch = "hours of work at a stretch; less than an hour between two duties ends none"
    rest_after = "hours of rest after {} of work at a stretch".format
    assert said("us-oregon") == [a_week, f"At most 12 {in_24}", f"At least 10 {rest_after('12 hours or more')}"]
    assert said("us-massachusetts") == [
        f"At most 12 {in_24}",
        f"At most 16 {stretch}",
        f"At least 8 {rest_after('16 hours or more')}",
    ]
    assert said("us-washington") == [f"At least 8 {rest_after('more than 12 hours')}"]
    assert said("us-west-virginia") == [f"At most 16 {in_24}", f"At least 8 {rest_after('12 hours or more')}"]
    assert said("us-alaska") == ["At least 10 hours between two duties", f"At most 14 {stretch}"]
    assert said("us-pennsylvania") == [f"At least 10 {rest_after('more than 12 hours')}"]
    assert said("us-connecticut") == [f"At most 12 {in_24}", a_week]
    assert said("eu-working-time") == [
        "At least 11 hours between two duties",
        "One rest of at least 35 hours, without a duty between, in every calendar week",
        "At most 48 hours of work a week on average over the last 17 weeks of the planning period "
        "and of the history before it",
    ]  # fmt: skip


def test_the_hours_of_care_and_of_night_workers():
    told = {name: [care.says for care in preset(name).care_hours] for name in jurisdictions()}
    assert told["us-california-nursing-homes"] == [
        "nursing_home: at least 3.5 h of care by RN, LPN, LVN, Psychiatric technician, CNA or NA for each patient day",
        "nursing_home: at least 2 h 24 min of care by CNA for each patient day",
    ]
    assert told["us-new-york-nursing-homes"][1:] == [
        "nursing_home: at least 2 h 12 min of care by CNA for each patient day",
        "nursing_home: at least 1 h 06 min of care by RN or LPN for each patient day",
    ]
    assert [night.says for night in preset("uk-working-time").night_work] == [
        "Night workers: at most 8 h in 24 h on average over 17 weeks"
    ]


def test_overtime_is_a_scheme_by_its_name():
    schemes = {"us-colorado": "colorado", "us-flsa": "weekly", "us-flsa-8-80": "8-80", "us-california": "california"}
    for name, scheme in {**schemes, "us-california-3x12": "california-3x12"}.items():
        assert [overtime.scheme for overtime in preset(name).overtimes] == [scheme]


def test_penalties_rise():
    assert {p.cents for p in preset("us-california").penalties} == {(15_000_00, 30_000_00)}
    assert [p.cents for p in preset("us-oregon").penalties] == [(0, 1_750_00, 2_500_00, 5_000_00)]


def test_kinds_of_units_are_those_that_ratios_speak_of():
    assert {"med_surg", "critical_care", "telemetry", "step_down"} <= {*kinds()}
    assert len({*kinds()}) == len(kinds())
