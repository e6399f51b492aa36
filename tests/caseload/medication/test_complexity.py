"""The complexity index by its table and the worked example."""

import pytest

from optimizer.caseload.medication.complexity import Regimen, complexity
from optimizer.caseload.presets.medicines import complexities


def index(*regimens):
    return complexity([Regimen("x", *each) for each in regimens], complexities())


def test_worked_example():
    found = index(
        ("tablet", "once daily", False, ("with or without food",)), ("tablet", "three times daily"),
        ("eye drops", "at bedtime"),
    )  # fmt: skip
    assert (found.forms, found.frequencies, found.directions) == (2 * 4, 2 * 5, 2 * 1)
    assert (found.points, found.unlisted) == ("10", ())


@pytest.mark.parametrize(
    ("points", "forms"),
    [
        (1, "tablet, capsule, topical spray"),
        (2, "gargle, lozenge, liquid, powder, sublingual, cream, gel, ointment, paint, patch, nasal spray, enema, "
            "patient-controlled analgesia, suppository, vaginal cream"),
        (3, "dressing, paste, ear drops, eye ointment, nasal drops, accuhaler, turbuhaler, dry powder inhaler, "
            "oxygen concentrator, prefilled injector, pessary"),
        (4, "metered dose inhaler, injection"),
        (5, "nebulizer"),
    ],
)  # fmt: skip
def test_forms(points, forms):
    for form in forms.split(", "):
        assert index((form, "once daily")).forms == 2 * points


@pytest.mark.parametrize(
    ("frequency", "regular", "as_needed"),
    [
        ("once daily", 1, 0.5), ("at bedtime", 1, None), ("alternate days", 2, None), ("three times daily", 3, None),
        ("q8h", 3.5, 2), ("q6h", 4.5, 2.5), ("twice daily", 2, 1), ("q12h", 2.5, 1.5), ("four times daily", 4, 2),
        ("q4h", 6.5, None), ("q2h", 12.5, None), ("oxygen", None, 1), ("oxygen under 15 h", 2, None),
        ("oxygen over 15 h", 3, None),
    ],
)  # fmt: skip
def test_frequencies(frequency, regular, as_needed):
    for needed, points in ((False, regular), (True, as_needed)):
        found = index(("tablet", frequency, needed))
        assert found.frequencies == 2 * (points or 0)
        assert (points is None) is bool(found.unlisted)


@pytest.mark.parametrize(
    ("points", "directions"),
    [
        (
            1,
            "break or crush, dissolve, multiple units, variable dose, specific time, with or without food, "
            "specific fluid",
        ),
        (2, "as directed, tapering or increasing, alternating dose"),
    ],
)
def test_directions(points, directions):
    for word in directions.split(", "):
        assert index(("tablet", "once daily", False, (word,))).directions == 2 * points


def test_a_form_counts_once_and_tablets_and_capsules_are_one():
    assert index(("tablet", "once daily"), ("tablet", "once daily"), ("capsule", "once daily")).forms == 2


def test_what_the_table_does_not_know_gives_no_points_and_is_said():
    found = index(("film", "hourly", True, ("sing",)))
    assert (found.halves, found.unlisted) == (
        0,
        ("form 'film' of x", "frequency 'hourly as needed' of x", "direction 'sing' of x"),
    )


@pytest.mark.parametrize(("times", "high"), [(24, True), (23, False)])
def test_from_25_points_on_a_regimen_is_complicated(times, high):
    assert index(*[("tablet", "once daily")] * times).high is high
