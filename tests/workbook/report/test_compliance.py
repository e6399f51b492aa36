"""What is written of a judgement by law: every breach, date, orientee and law, and no formula."""

from dataclasses import replace

from openpyxl import load_workbook

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.law.compliance.comply import comply
from optimizer.workbook.report.compliance import write_compliance
from tests.draw import day, draw

PEOPLE = {
    "ann": {"credentials": {"BLS": day(-1), "=ACLS": day(5)}},
    "cal": {"preceptors": ("ann",)},
}


def written(tmp_path):
    """Return the sheets of a judgement as rows below the header, with the unit and what was found."""
    needs = (Need(When(), "D", "RN", 1, 1),)
    unit, plan = draw("ann  D E \n cal  D D", PEOPLE, needs=needs, jurisdictions=("us-california", "uk-nice"))
    ann, cal = unit.staff
    unit = replace(unit, name="=2+3", staff=(ann, replace(cal, name="=1+1")))
    found = comply(unit, plan, lambda _day, _label: {"med_surg": 6})
    write_compliance(tmp_path / "law.xlsx", unit, found, [("Unit", unit.name)])
    book = load_workbook(tmp_path / "law.xlsx")
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    rows = {sheet.title: [[c.value for c in row] for row in sheet.iter_rows(min_row=2)] for sheet in book}
    return unit, found, rows


def test_every_breach_has_its_day_shift_law_and_exposure(tmp_path):
    _, found, rows = written(tmp_path)
    assert [(row[0], row[4], row[5]) for row in rows["Breaches"]] == [
        (breach.severity, breach.sentence, breach.law.law) for breach in found.breaches
    ]
    assert [row[6] for row in rows["Breaches"] if row[6]] == [15_000, 30_000]
    assert found.exposure == 45_000_00


def test_what_is_due_and_what_is_past(tmp_path):
    _, _, rows = written(tmp_path)
    assert [row[1:] for row in rows["Due"]] == [["Ann", "BLS", "past"], ["Ann", "=ACLS", None]]


def test_an_orientee_beside_a_preceptor(tmp_path):
    _, _, rows = written(tmp_path)
    assert rows["Mentoring"] == [["=1+1", "Ann", 16, 8, 8, 0.5]]


def test_the_laws_in_force_with_citation_dates_and_source(tmp_path):
    _, _, rows = written(tmp_path)
    by_law = {(row[2], row[1]): row for row in rows["Laws in force"]}
    row = by_law["22 CCR 70217(a)(11)", "med_surg: at most 5 patients for each RN, LPN or LVN"]
    assert (row[0], row[3], row[4], str(row[5].date()), row[6], row[7]) == (
        "us-california", "law", "all hours", "2005-01-01", None, "P",
    )  # fmt: skip
    assert ("22 CCR 70217(a)(11)", "med_surg: at most 6 patients for each RN, LPN or LVN") not in by_law
    assert all(row[8] and row[9] for row in rows["Laws in force"])
