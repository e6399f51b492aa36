"""The same dispensing, named in six ways, gives the same notices; what is not known is named."""

import random
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from optimizer.caseload.assemble import extents, medication_tasks, reviewed, unread_fills
from optimizer.caseload.medication.extent import looked_at
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel

TODAY = date(2026, 11, 24)
ROWS = 200
MEDICINES = (  # ingredient, label, brand, product code, ATC code, days of supply
    ("simvastatin", "simvastatin 20 MG Oral Tablet [Zocor]", "Zocor", "00006-0735-31", "C10AA01", 90),
    ("atorvastatin", "ATORVASTATIN CALCIUM 40MG TAB", "Lipitor", "00071-0157-23", "C10AA05", 30),
    ("fluconazole", "fluconazole 150 MG Oral Tablet", "Diflucan", "00049-3500-79", "J02AC01", 7),
    ("metformin", "METFORMIN HCL 500 MG TABLET", "Glucophage", "00087-6060-05", "A10BA02", 30),
    ("glipizide", "glipizide 5 MG Oral Tablet", "Glucotrol", "00049-0174-02", "A10BB07", 30),
    ("warfarin", "warfarin sodium 5 MG Oral Tablet", "Coumadin", "00056-0172-70", "B01AA03", 30),
    ("oxycodone", "oxycodone hydrochloride 10 MG Oral Tablet", "Roxicodone", "00054-0390-25", "N02AA05", 30),
    ("sertraline", "sertraline 50 MG Oral Tablet", "Zoloft 50 mg", "00049-4900-66", "N06AB06", 30),
    ("phenelzine", "phenelzine 15 MG Oral Tablet", "Nardil", "00071-0350-60", "N06AF03", 30),
    ("tizanidine", "tizanidine 4 MG Oral Tablet", "Zanaflex", "00378-0722-19", "M03BX02", 30),
    ("ciprofloxacin", "ciprofloxacin 500 MG Oral Tablet", "Cipro", "00378-7098-01", "J01MA02", 7),
    ("insulin glargine", "insulin glargine 100 UNT/ML Injectable Solution", "Lantus", "00088-2220-33", "A10AE04", 30),
    ("lisinopril", "LISINOPRIL TAB 10MG", "Zestril", "00006-0019-58", "C09AA03", 90),
    ("losartan", "losartan potassium 50 MG Oral Tablet", "Cozaar", "00006-0952-31", "C09CA01", 30),
    ("ezetimibe/simvastatin", "ezetimibe 10 MG / simvastatin 20 MG Tablet", "Vytorin", "00115-1386-08", "C10BA02", 30),
)  # fmt: skip
WAYS = {
    "ingredient": ("Drug", lambda row: row[0]),
    "label text": ("Drug Name", lambda row: row[1]),
    "brand": ("Medication", lambda row: row[2]),
    "NDC-11": ("NDC11", lambda row: row[3].replace("-", "")),
    "NDC that lost its zeros": ("PROD_SRVC_ID", lambda row: int(row[3].replace("-", ""))),
    "ATC": ("ATC Code", lambda row: row[4]),
}


def dispensed():
    """Return two hundred fills of eight patients: who, when, and which medicine."""
    chance = random.Random(200)
    lately = [("P-2", TODAY - timedelta(days=2), MEDICINES[0]), ("P-2", TODAY - timedelta(days=1), MEDICINES[2])]
    return [
        (f"P-{1 + number % 8}", TODAY - timedelta(days=chance.randrange(1, 330)), chance.choice(MEDICINES))
        for number in range(ROWS - len(lately))
    ] + lately


def panel_of(file, header, named, more=()):
    """Return the template's panel with a claims export in place of its dispensing."""
    write_panel(file, example_panel(TODAY))
    book = load_workbook(file)
    place = book.sheetnames.index("Dispensing")
    del book["Dispensing"]
    sheet = book.create_sheet("Dispensing", place)
    sheet.append(["Member ID", "Date of Service", header, "Days Supply", "Quantity Dispensed", "NPI", "Rx Number"])
    for who, day, medicine in dispensed():
        days = medicine[-1]
        sheet.append([who, day, named(medicine), days, days, 1_234_567_893, f"{who} {medicine[0]}"])
    for row in more:
        sheet.append(row)
    book.save(file)
    return read_panel(file).panel


@pytest.fixture(scope="module")
def panels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ways")
    return {way: panel_of(folder / f"{n}.xlsx", *how) for n, (way, how) in enumerate(WAYS.items())}


@pytest.mark.parametrize("way", WAYS)
def test_all_of_it_is_recognised(panels, way):
    assert looked_at(extents(panels[way], panels[way].on))[0] == ("Recognised", "200 of 200 fills of 8 patients")
    assert unread_fills(panels[way], panels[way].on) == ()


@pytest.mark.parametrize("way", WAYS)
def test_the_notices_are_the_same(panels, way):
    plain, other = panels["ingredient"], panels[way]
    assert medication_tasks(other, other.on) == medication_tasks(plain, plain.on)
    for who, found in reviewed(other, other.on).items():
        expected = reviewed(plain, plain.on)[who]
        assert (found.active, found.alerts, found.adherence) == (expected.active, expected.alerts, expected.adherence)
        assert found.unmeasured == expected.unmeasured
    assert {who: rating.scores for who, rating in other.ratings.items()} == {
        who: rating.scores for who, rating in plain.ratings.items()
    }


def test_they_are_of_every_kind_that_dispensing_can_tell(panels):
    kinds = {task.work for task in medication_tasks(panels["ingredient"], panels["ingredient"].on)}
    assert kinds >= {
        MedicationWork.INTERACTION, MedicationWork.DUPLICATION, MedicationWork.ADHERENCE, MedicationWork.HIGH_ALERT,
    }  # fmt: skip


def test_zeros_that_were_put_back_are_told(panels):
    lost = panels["NDC that lost its zeros"]
    facts = dict(looked_at(extents(lost, lost.on)))
    assert facts["Zeros"].startswith("put back before the product codes of 200 fills")
    assert "Zeros" not in dict(looked_at(extents(panels["NDC-11"], TODAY)))


@pytest.mark.parametrize(("way", "unknown"), [("brand", "Novumol"), ("NDC-11", "99999999901"), ("ATC", "C10AA99")])
def test_an_unknown_medicine_is_named_and_nobody_is_clear_who_takes_it(tmp_path, way, unknown):
    header, named = WAYS[way]
    panel = panel_of(tmp_path / "p.xlsx", header, named, [["P-1", TODAY - timedelta(days=3), unknown, 30, 30, 1, "x"]])
    (left,) = unread_fills(panel, panel.on)
    assert (left.text, left.patients, left.places) == (unknown, ("P-1",), (f"Dispensing!C{ROWS + 2}",))
    found = {each.patient: each for each in extents(panel, panel.on)}
    assert [who for who, each in found.items() if each.unread] == ["P-1"]
    assert not found["P-1"].complete
    assert looked_at([*found.values()])[0] == ("Recognised", "200 of 201 fills of 8 patients")
    assert "not looked at" in panel.ratings["P-1"].sentence
