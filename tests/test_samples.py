"""What the samples are, and how fast they are solved. Times leave room for a machine that is busy with other work."""

import statistics

from optimizer.staffing.staff import Employment
from optimizer.workbook.read import read
from tests.benchmarks.rescore import measure_edits
from tests.benchmarks.solve_samples import measure_sample
from tests.paths import SAMPLES


def unit(name):
    return read(SAMPLES / f"unit-{name}.xlsx").unit


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


def test_the_medical_surgical_sample_has_a_plan_soon_and_keeps_every_must():
    run = measure_sample("medsurg", 30)
    assert run.first_plan < 5
    assert run.outcome.score.broken == 0
    assert 0 < run.outcome.bound <= run.outcome.score.cost


def test_an_edit_of_the_icu_is_judged_within_a_millisecond():
    times = measure_edits("icu", 500)
    assert statistics.median(times.edit) < 1
