"""What the samples are, and how fast they are solved. Times leave room for a machine that is busy with other work."""

import statistics
from collections import Counter

import pytest

from optimizer.engine.outcome import Status
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.workbook.panel.read import read_panel
from tests.benchmarks.rescore import measure_edits
from tests.benchmarks.solve_samples import measure_sample
from tests.paths import SAMPLES
from tests.read_samples import unit_sample
from tests.samples.panels import panel_large, panel_small
from tests.times import soon


def unit(name):
    return unit_sample(name).unit


def test_the_samples_have_their_sizes():
    sizes = {name: (len(unit(name).staff), len(unit(name).days)) for name in ("small", "medsurg", "icu")}
    assert sizes == {"small": (12, 14), "medsurg": (46, 28), "icu": (65, 42)}


def test_the_samples_look_like_real_units():
    for sample in map(unit, ("small", "medsurg", "icu")):
        expiring = [
            day for person in sample.staff for day in person.credentials.values() if day and day < sample.calendar.last
        ]
        assert expiring
        assert sample.history
        assert sample.calendar.holidays
        assert any(request.approved for request in sample.requests)
        assert any(person.employment is Employment.PART_TIME for person in sample.staff)
        assert any(person.preceptors for person in sample.staff)
    assert any("Weekend" in person.groups for person in unit("medsurg").staff)
    assert {person.roles[0] for person in unit("medsurg").staff} == {"RN", "LPN", "CNA", "Orientee"}
    assert any("Charge" in person.roles for person in unit("medsurg").staff)
    assert {"Float", "8-hour", "12-hour"} <= {group for person in unit("icu").staff for group in person.groups}
    assert any(person.employment is Employment.AGENCY for person in unit("icu").staff)


@pytest.mark.alone
def test_the_medical_surgical_sample_has_a_plan_soon_and_keeps_every_must():
    def first_plan():
        run = measure_sample("medsurg", 30)
        assert run.outcome.score.broken == 0
        assert 0 < run.outcome.bound <= run.outcome.score.cost
        return run.first_plan

    assert soon(first_plan, 5)


def test_the_operating_rooms_have_what_a_suite_has():
    contents = unit_sample("perioperative")
    suite = contents.unit
    assert (len(suite.staff), len(suite.days)) == (18, 14)
    assert len({person.name for person in suite.staff}) == 17
    assert {person.rotation for person in suite.staff} == {"", "Nights", "Tens"}
    assert {suite.paid(Duty(day, "N")) for day in suite.days} == {10 * 60, 11 * 60}
    together = (r.rule.together for r in contents.policy.rulings if isinstance(r.rule, OneDutyADay))
    assert [*together] == [("D+OC",)]


@pytest.mark.alone
def test_the_operating_rooms_are_solved_with_a_proof():
    def seconds():
        run = measure_sample("perioperative", 60)
        assert (run.outcome.status, run.outcome.score.broken) == (Status.OPTIMAL, 0)
        had = Counter((pair.who, pair.what.day) for pair in run.outcome.plan)
        assert max(had.values()) == 2
        return run.outcome.seconds

    assert soon(seconds, 30)


@pytest.mark.alone
def test_an_edit_of_the_icu_is_judged_within_a_millisecond():
    assert soon(lambda: statistics.median(measure_edits("icu", 500).edit) / 1000, 0.001)


def test_the_sample_panels_are_those_that_are_made():
    for name, make in (("small", panel_small), ("large", panel_large)):
        file = SAMPLES / f"panel-{name}.xlsx"
        assert read_panel(file) == make()
        assert file.stat().st_size < 3_000_000


def test_the_sample_panels_look_like_real_ones():
    small, large = panel_small().panel, panel_large().panel
    assert [(len(each.managers), len(each.patients)) for each in (small, large)] == [(6, 120), (40, 3000)]
    assert len(small.fills) == 120
    assert len(large.fills) == 300
    for panel in (small, large):
        work = sum(each.minutes for each in panel.work.values())
        assert 0.7 < work / sum(panel.capacity.values()) < 0.9
        assert len({panel.tier(each.id) for each in panel.patients}) == 5
        assert 0 < len(panel.given) < len(panel.patients)
        assert all(each.contacted for each in panel.patients if each.id in panel.present)
