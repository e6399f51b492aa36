"""The sheets on which a panel says of medicines what our lists do not."""

from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from optimizer.caseload.assemble import extents, medication_tasks
from optimizer.caseload.medication.own import OwnName
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.table.faults import FaultyWorkbookError

TODAY = date(2026, 11, 24)
MRCI, DBI = "how the medicines are taken (MRCI)", "daily doses of sedatives and anticholinergics (DBI)"


@pytest.fixture
def with_rows(tmp_path):
    """Return a panel's contents with rows added to its sheets."""

    def read(**rows):
        file = tmp_path / "panel.xlsx"
        write_panel(file, example_panel(TODAY))
        book = load_workbook(file)
        for title, more in rows.items():
            for row in more:
                book[title.replace("_", " ")].append(row)
        book.save(file)
        return read_panel(file).panel

    return read


def fill(who, drug, ndc=None):
    return [who, TODAY - timedelta(days=5), drug, None, 30, *[None] * 6, ndc]


def work(panel, kind):
    return [(task.patient, task.why) for task in medication_tasks(panel, panel.on) if task.work is kind]


def test_a_name_of_ones_own_is_recognised_by_text_and_by_code(with_rows):
    rows = [fill("P-1", "Klacid 500"), fill("P-1", None, "55555-4444-01"), fill("P-1", None, 5555444401)]
    plain = with_rows(Dispensing=rows)
    assert {each.patient: each.missed for each in extents(plain, plain.on)}["P-1"] == 3
    names = [["Klacid 500", "clarithromycin"], ["55555-4444-22", "simvastatin / ezetimibe"]]
    own = with_rows(Dispensing=rows[:2], Drug_names=names)
    assert own.medicines.names[0] == OwnName("Klacid 500", ("clarithromycin",))
    assert {each.patient: each.complete for each in extents(own, own.on)}["P-1"]
    ((who, why),) = work(own, MedicationWork.INTERACTION)
    assert (who, "clarithromycin and simvastatin" in why) == ("P-1", True)


def test_pairs_of_ones_own_with_a_medicine_and_with_a_condition(with_rows):
    panel = with_rows(
        Dispensing=[fill("P-2", "furosemide"), fill("P-2", "warfarin")],
        Drug_pairs=[
            ["loop diuretic", "warfarin", "our policy 7"],
            ["warfarin", "congestive heart failure", "our policy 8"],
        ],
    )
    assert any("our policy 7" in why for _, why in work(panel, MedicationWork.INTERACTION))
    assert any("our policy 8" in why for _, why in work(panel, MedicationWork.CONDITION))


def test_a_qt_list_of_ones_own_makes_its_pairs_interactions(with_rows):
    rows = [fill("P-1", "citalopram"), fill("P-1", "methadone")]
    assert work(with_rows(Dispensing=rows), MedicationWork.INTERACTION) == []
    panel = with_rows(Dispensing=rows, QT_list=[["citalopram"], ["Methadone"]])
    assert ["prolong QT" in why for _, why in work(panel, MedicationWork.INTERACTION)] == [True]


def test_regimens_and_doses_feed_the_score_and_nobody_is_asked_for_them_without(with_rows):
    rows = [fill(who, "warfarin") for who in ("P-1", "P-3")]
    without = with_rows(Dispensing=rows)
    assert not {MRCI, DBI} & {*without.ratings["P-1"].missing}
    panel = with_rows(
        Dispensing=rows, Regimens=[["P-1", "warfarin", "tablet", "once daily", None, "specific time"]],
        Sedating_doses=[["P-1", "oxybutynin", 10, 5], ["P-1", "amitriptyline", 50, 10], ["P-3", "none"]],
    )  # fmt: skip
    assert not {MRCI, DBI} & {*panel.ratings["P-1"].missing}
    assert MRCI in panel.ratings["P-3"].missing
    assert DBI not in panel.ratings["P-3"].missing
    (score,) = [each for each in panel.ratings["P-1"].scores if each.name == "Medication"]
    assert "DBI 1.50: 1" in score.sentence


@pytest.mark.parametrize(
    ("days", "quantity", "status"), [(-30, -60, None), (30, -60, "P"), (30, 60, "B2"), (30, 60, "Void")]
)
def test_fills_are_taken_back_as_claims_write_it(with_rows, days, quantity, status):
    rows = [fill("P-1", "simvastatin"), fill("P-1", "Biaxin® 500 mg")]
    assert len(work(with_rows(Dispensing=rows), MedicationWork.INTERACTION)) == 1
    back = [*rows[1]]
    back[4], back[5], back[10] = days, quantity, status
    panel = with_rows(Dispensing=[*rows, back])
    assert work(panel, MedicationWork.INTERACTION) == []
    assert {each.patient: each.complete for each in extents(panel, panel.on)}["P-1"]


def test_a_cream_by_its_route_is_told_and_interacts_with_nothing(with_rows):
    rows = [fill("P-1", "simvastatin"), [*fill("P-1", "ketoconazole"), None, "TOPICAL"]]
    panel = with_rows(Dispensing=rows)
    assert work(panel, MedicationWork.INTERACTION) == []
    assert not {each.patient: each.complete for each in extents(panel, panel.on)}["P-1"]


def test_words_that_are_not_known_are_faults_with_their_cells(with_rows):
    with pytest.raises(FaultyWorkbookError) as found:
        with_rows(
            Drug_names=[["Klacid", "clarithromycine"]], QT_list=[["citaloprame"]],
            Drug_pairs=[["warfarin", "gout", "x"]], Regimens=[["P-1", "warfarin", "pill", None]],
            Sedating_doses=[["P-1", "x", 1]], Dispensing=[fill("P-1", None)],
        )  # fmt: skip
    cells = {(each.sheet, each.cell) for each in found.value.faults}
    assert {sheet for sheet, _ in cells} == {
        "Drug names", "QT list", "Drug pairs", "Regimens", "Sedating doses", "Dispensing",
    }  # fmt: skip
    assert {
        ("Drug names", "B2"),
        ("QT list", "A2"),
        ("Drug pairs", "B2"),
        ("Regimens", "C2"),
        ("Sedating doses", "D2"),
    } <= cells
