"""A whole review of one patient's medicines: what it shows, its points, the tier and the work."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.caseload.medication.burden import Dose
from optimizer.caseload.medication.complexity import Regimen
from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE
from optimizer.caseload.medication.pharmacy_score import MOST, pharmacy_score
from optimizer.caseload.medication.reconciliation import Transition
from optimizer.caseload.medication.review import KnownMedicines, by_patient, review
from optimizer.caseload.medication.worklist import MedicationWork, tasks, worklist
from optimizer.caseload.presets.medicines import reference, times
from optimizer.caseload.presets.tiers import ladder
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import RiskFacts
from optimizer.caseload.risk.rating import rate
from optimizer.caseload.tier import Tier

TODAY = date(2026, 11, 24)
SIMPLE, COMPLICATED = (Regimen("x", "tablet", "once daily"),), (Regimen("x", "injection", "q2h"),) * 2
STATIN, BIGUANIDE = "HMG-CoA Reductase Inhibitor [EPC]", "Biguanide [EPC]"
HARMLESS = (
    "gabapentin", "folic acid", "digoxin", "acetaminophen", "levetiracetam", "memantine", "ezetimibe", "colchicine",
    "mirtazapine", "topiramate", "melatonin", "senna",
)  # fmt: skip
WELL = RiskFacts(None, frozenset(), 60, 0, 0, 0)


def fill(drug, ago, days=30, group="", prescriber="D1", pharmacy="F1", patient="P1"):
    return Fill(patient, TODAY - timedelta(days=ago), drug, group, days, 0, prescriber, pharmacy)


def active(number):
    """Return medicines on hand of no list and class."""
    return [fill(drug, 0) for drug in HARMLESS[:number]]


def low(drug, group):
    """Return two fills that cover 70 of 100 days and are still on hand."""
    return [fill(drug, 99, 35, group), fill(drug, 34, 35, group)]


def reviewed(*fills, transitions=(), regimens=SIMPLE, doses=(), conditions=frozenset()):
    return review("P1", KnownMedicines(fills, transitions, regimens, doses, conditions), reference(), TODAY)


def rated(score):
    return rate(WELL, score, ladder(), TODAY).tier


def test_six_medicines_one_low_class_and_one_high_alert_class():
    found = reviewed(*active(4), *low("atorvastatin", STATIN), fill("oxycodone", 0, group="opioid"))
    score = pharmacy_score(found)
    assert [each.percent for each in found.low] == [70]
    assert {line.what: line.points for line in score.lines} == {"medicines": 1, "adherence": 2, "high alert": 1}
    assert (len(found.active), score.points, rated(score)) == (6, 4, Tier.MODERATE)


def test_eleven_medicines_two_low_classes_a_complicated_regimen_and_nothing_reconciled():
    left = Transition("P1", TODAY - timedelta(days=5))
    fills = (*active(9), *low("atorvastatin", STATIN), *low("metformin", BIGUANIDE))
    found = reviewed(*fills, transitions=[left], regimens=(*COMPLICATED, SIMPLE[0]))
    score = pharmacy_score(found)
    assert {line.what: line.points for line in score.lines} == {
        "medicines": 3, "adherence": 4, "complexity": 2, "reconciliation": 2,
    }  # fmt: skip
    assert (len(found.active), score.points, rated(score)) == (11, 11, Tier.COMPLEX)


@pytest.mark.parametrize(("number", "points"), [(4, 0), (5, 1), (9, 1), (10, 3), (12, 3)])
def test_medicines(number, points):
    assert pharmacy_score(reviewed(*active(number))).points == points


@pytest.mark.parametrize(
    ("prescribers", "pharmacies", "points"), [((1, 2), (1, 2), 0), ((1, 2, 3), (1,), 1), ((1,), (1, 2, 3), 1)]
)
def test_prescribers_and_pharmacies(prescribers, pharmacies, points):
    fills = [fill("a", 90, 5, prescriber=f"D{n}") for n in prescribers]
    fills += [fill("a", 60, 5, pharmacy=f"F{n}") for n in pharmacies]
    found = reviewed(*fills)
    assert (found.prescribers, found.pharmacies) == (len(prescribers), len(pharmacies))
    assert pharmacy_score(found).points == points


def test_high_alert_classes_low_classes_and_duplications_count_up_to_their_most():
    alert = [fill("oxycodone", 0, group="opioid"), fill("phenytoin", 0), fill("lamotrigine", 0)]
    assert pharmacy_score(reviewed(*alert[:1])).points == 1
    assert pharmacy_score(reviewed(*alert)).points == 2
    classes = (("atorvastatin", STATIN), ("metformin", BIGUANIDE), ("lisinopril", "ras antagonist"))
    assert pharmacy_score(reviewed(*(each for name, group in classes for each in low(name, group)))).points == 4
    twice = [fill(f"{group} {n}", 0, group=group) for group in "uvw" for n in "12"]
    assert pharmacy_score(reviewed(*twice[:2])).points == 1
    assert {line.what: line.points for line in pharmacy_score(reviewed(*twice)).lines}["duplication"] == 2


def test_an_interaction_counts_once_and_only_while_both_are_on_hand():
    now = reviewed(fill("simvastatin", 0), fill("clarithromycin", 0), fill("erythromycin", 0))
    assert [hit.number for hit in now.interactions] == [11, 11]
    assert {line.what: line.points for line in pharmacy_score(now).lines} == {"duplication": 1, "interaction": 4}
    over = reviewed(fill("simvastatin", 0), fill("simvastatin", 60), fill("clarithromycin", 60))
    assert (over.interactions, pharmacy_score(over).points) == ((), 0)


def test_a_burden_of_one_gives_a_point():
    assert pharmacy_score(reviewed(doses=(Dose("a", 5, 5), Dose("b", 5, 5)))).points == 1
    assert pharmacy_score(reviewed(doses=(Dose("a", 5, 5), Dose("b", 4, 5)))).points == 0


def test_how_medicines_are_taken_is_said_to_be_missing():
    score = pharmacy_score(reviewed(*active(5), regimens=None, doses=None))
    assert score.missing == (
        "how the medicines are taken (MRCI)", "daily doses of sedatives and anticholinergics (DBI)",
    )  # fmt: skip
    assert score.sentence.startswith(f"Medication is at least 1 of {MOST}, from 5 active medicines: 1.")


def test_what_was_reversed_is_to_come_or_lies_before_the_period_does_not_count():
    fills = [replace(fill("a", 0), status=FillStatus.REVERSED), fill("b", -1), fill("c", 365, 900), fill("d", 0)]
    assert reviewed(*fills).active == ("d",)
    assert review("P1", KnownMedicines(fills), reference(), TODAY, TODAY - timedelta(days=400)).active == ("c", "d")


def test_the_points_of_everything_come_to_the_most():
    fills = [
        *active(10), *low("simvastatin", STATIN), *low("metformin", BIGUANIDE), fill("clarithromycin", 0),
        fill("oxycodone", 0, group="opioid", prescriber="D2"), fill("phenytoin", 0, prescriber="D3"),
        *(fill(f"{group} {n}", 0, group=group) for group in "uv" for n in "12"),
    ]  # fmt: skip
    doses = (Dose("a", 5, 5),) * 2
    found = reviewed(*fills, transitions=[Transition("P1", TODAY)], regimens=(*COMPLICATED, *SIMPLE), doses=doses)
    assert sum(line.points for line in pharmacy_score(found).lines) == MOST


def test_the_worklist_has_its_hours_its_reasons_and_its_order():
    left = Transition("P1", date(2026, 11, 1), found=TODAY)
    fills = (
        *low("simvastatin", STATIN), fill("clarithromycin", 0), fill("oxycodone", 0, group="opioid"),
        fill("u 1", 0, group="u"), fill("u 2", 0, group="u"), fill("ibuprofen", 0),
    )  # fmt: skip
    found = reviewed(*fills, transitions=[left], conditions=frozenset({Condition.HEART_FAILURE}))
    work = tasks(found, times())
    assert [task.work for task in work] == [*MedicationWork]
    assert [task.minutes for task in work] == [times()[kind].minutes for kind in MedicationWork]
    assert [task.due for task in work] == [None, date(2026, 11, 25), None, date(2026, 12, 1), None, None, None]
    assert all(task.why.endswith(".") for task in work)
    assert tasks(reviewed(*active(12)), times()) == ()


def test_many_patients_are_sorted_by_kind_and_by_what_is_due_first():
    left = [Transition("A", date(2026, 11, 20)), Transition("B", date(2026, 11, 10))]
    known = by_patient([fill("phenytoin", 0, patient="C")], left)
    reviews = [review(who, each, reference(), TODAY) for who, each in known.items()]
    found = [(task.patient, task.work) for task in worklist(reviews, times())]
    assert found == [
        ("B", MedicationWork.RECONCILIATION),
        ("A", MedicationWork.RECONCILIATION),
        ("C", MedicationWork.HIGH_ALERT),
    ]


def test_what_every_output_can_show():
    assert "advises no treatment" in NOTICE
    assert "not necessarily a complete list" in INTERACTIONS
