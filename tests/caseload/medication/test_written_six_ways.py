"""The same 200 dispensing rows give the same notices, however they are written; an unknown one is never clear."""

import random
from datetime import date, timedelta
from functools import cache

import pytest

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.review import by_patient, review
from optimizer.caseload.medication.worklist import MedicationWork, worklist
from optimizer.caseload.presets.ingredients import vocabulary
from optimizer.caseload.presets.medicines import reference, times

DAY, KNOWN = date(2026, 11, 24), vocabulary()
CHOSEN = (
    "simvastatin", "atorvastatin", "verapamil", "clarithromycin", "fluconazole", "diltiazem", "warfarin", "metformin",
    "glipizide", "lisinopril", "ramipril", "losartan", "sertraline", "escitalopram", "phenelzine", "amiodarone",
    "omeprazole", "furosemide", "metoprolol", "tramadol",
)  # fmt: skip
FORMS = ("ingredient", "label", "brand", "ndc11", "ndc that lost its zeros", "atc")


def first(of, ingredient, wanted=lambda _: True):
    """Return the first name or code that stands for an ingredient alone, None when there is none."""
    return next((each for each, named in sorted(of.items()) if named == (ingredient,) and wanted(each)), None)


def starts_with_zeros(code):
    """Tell whether a code of which a spreadsheet drops the zeros keeps its meaning."""
    return code.startswith("00") and str(int(f"{code}98")) not in KNOWN.products


@cache
def written(ingredient, how):
    """Return the fields of a fill that tell the medicine in a way, of those that the preset knows."""
    code = first(KNOWN.products, ingredient, starts_with_zeros)
    return {
        "ingredient": {"drug": ingredient},
        "label": {"drug": f"{ingredient.upper()} 20 MG ORAL TABLET"},
        "brand": {"drug": f"{(first(KNOWN.brands, ingredient) or '').title()}®"},
        "ndc11": {"drug": "", "ndc": f"{code}98"},
        "ndc that lost its zeros": {"drug": "", "ndc": str(int(f"{code}98"))},
        "atc": {"drug": "", "atc": first(KNOWN.substances, ingredient)},
    }[how]


MEDICINES = tuple(
    each
    for each in CHOSEN
    if first(KNOWN.brands, each) and first(KNOWN.substances, each) and first(KNOWN.products, each, starts_with_zeros)
)


def rows(how):
    """Return 200 fills of 20 patients, written in a way."""
    chance, found = random.Random("fills"), []
    for number in range(200):
        ingredient = chance.choice(MEDICINES)
        facts = {"group": "", "days": chance.choice((30, 90, 90)), "quantity": 30_000}
        who, filled = f"P{number % 20:02}", DAY - timedelta(days=chance.randrange(130))
        more = {"prescriber": chance.choice("AB"), "prescription": f"{who} {ingredient}"}
        found.append(Fill(who, filled, **facts, **more, **written(ingredient, how)))
    return found


def told(fills):
    """Return the tasks of all patients, and whose medicines were looked at in full."""
    found = [review(who, known, reference(), DAY) for who, known in by_patient(fills).items()]
    return worklist(found, times()), {each.patient for each in found if each.extent.complete}


def test_the_rows_have_every_kind_of_notice():
    assert len(MEDICINES) >= 15
    tasks, clear = told(rows("ingredient"))
    kinds = {task.work for task in tasks}
    assert {
        MedicationWork.INTERACTION, MedicationWork.DUPLICATION, MedicationWork.ADHERENCE, MedicationWork.HIGH_ALERT,
    } <= kinds  # fmt: skip
    assert len(clear) == 20


@pytest.mark.parametrize("how", FORMS[1:])
def test_however_they_are_written_the_notices_are_the_same(how):
    assert told(rows(how)) == told(rows("ingredient"))


@pytest.mark.parametrize("how", FORMS)
def test_an_unknown_one_is_named_and_its_patient_is_not_clear(how):
    fills = [*rows(how), Fill("P00", DAY, "Unknownol 5 mg", "", 30)]
    tasks, clear = told(fills)
    assert (tasks, len(clear)) == (told(rows("ingredient"))[0], 19)
    (found,) = [review(who, known, reference(), DAY) for who, known in by_patient(fills).items() if who == "P00"]
    assert "'Unknownol 5 mg'" in found.extent.sentence
