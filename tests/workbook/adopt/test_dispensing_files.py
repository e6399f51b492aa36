"""Dispensing files as claims and pharmacy systems export them: read as meant, or told; never a false all-clear."""

from datetime import date

import pytest

from optimizer.caseload.assemble import extents, medication_tasks
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.workbook.adopt.panel.panel import adopt_panel
from tests.workbook.adopt.files import understood

ON = date(2026, 1, 26)


def adopted(text):
    """Return the panel that a file of fills makes on a day in January."""
    return adopt_panel(understood(fills="\n".join(line.strip() for line in text.strip().splitlines())), on=ON)


def seen(text):
    """Return of every patient whether all was looked at, and how many interactions there are."""
    panel = adopted(text).contents.panel
    clashing = [t.patient for t in medication_tasks(panel, ON) if t.work is MedicationWork.INTERACTION]
    return {each.patient: (each.complete, clashing.count(each.patient)) for each in extents(panel, ON)}


@pytest.mark.parametrize(
    "text",
    [
        """MEMBER_ID,DATE_OF_SERVICE,NDC11,DRUG_LABEL_NAME,QTY_DISPENSED,DAYS_SUPPLY,RX_NUMBER,PRESCRIBER_NPI
        000123,01/05/2026,00093715398,SIMVASTATIN 20 MG TABLET,30,30,1001,1234567893
        000123,01/20/2026,,CLARITHROMYCIN 500 MG TAB,20,10,1002,1234567893""",
        """PAT_MRN_ID,ORDERING_DATE,DISPENSED_DATE,MEDICATION_NAME,DAYS_SUPPLY,DISPENSE_QTY
        000123,2026-01-04,2026-01-05,simvastatin (ZOCOR) 20 MG tablet,30,30
        000123,2026-01-04,2026-01-20,clarithromycin (BIAXIN) 500 MG tablet,10,20""",
        """NHS Number,Drug,Date Dispensed,Days Supply
        000123,Simvastatin 20mg tablets,05/01/2026,28
        000123,Clarithromycin 500mg tablets,20/01/2026,10""",
        """START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,DISPENSES
        2026-01-05,2026-02-05,000123,e1,312961,Simvastatin 20 MG Oral Tablet,1
        2026-01-05,2026-02-05,000123,e1,197516,Clarithromycin 500 MG Oral Tablet,1""",
        """MbrID;SvcDt;ProdNm;NDC_11;DaysSup;Qty;RxNbr
        000123;2026-01-05;SIMVASTATIN TAB 20MG;00093715398;30;30;1
        000123;2026-01-20;CLARITHROMYCIN TAB 500MG;;14;28;2""",
        """MRN,Drug Name,Generic Name,Brand Name,Dispense Date/Time,Days Supply
        000123,,simvastatin,Zocor,2026-01-05 08:33,30
        000123,,,Biaxin,01/20/2026 9:15 AM,30""",
        """Happy Pharmacy - dispensing report,,,,
        Pt ID,Dispensed On,Item,Day's Supply,Qty Disp
        000123,5-Jan-2026,SIMVASTATIN 20 MG TABS,30,30
        000123,2026-01-20T10:33:00,Biaxin® 500 mg,10,20
        Total,,,,50""",
    ],
)
def test_exports_of_many_makes_tell_the_same_interaction(text):
    assert seen(text) == {"000123": (True, 1)}


@pytest.mark.parametrize(
    "lines",
    [
        "78,60,30,paid\nP1,2026-01-10,Clarithromycin 500 mg,78,-60,-30,paid",
        "78,60,30,P\nP1,2026-01-10,Clarithromycin 500 mg,78,-60,30,P",
        "78,60,30,B1\nP1,2026-01-10,Clarithromycin 500 mg,78,60,30,B2",
        "78,60,30,Original\nP1,2026-01-10,Clarithromycin 500 mg,78,60,30,Void",
        "78,60,30,Denied",
        "78,60,30,Returned to Stock",
        "78,60,30,R",
    ],
)
def test_what_was_taken_back_or_never_given_interacts_with_nothing(lines):
    text = f"""Patient ID,Fill Date,Drug Name,Rx #,Qty,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,30,paid
    P1,2026-01-10,Clarithromycin 500 mg,{lines}"""
    assert seen(text) == {"P1": (True, 0)}


@pytest.mark.parametrize(
    "lines",
    [
        "60,30-\nP1,2026-01-10,Clarithromycin 500 mg,78,60,30", '60,30\nP1,2026-01-10,Clarithromycin 500 mg,78,(60),30',
        "60,30\nP1,2026-01-10,Clarithromycin 500 mg,78,60-,30",
    ],
)  # fmt: skip
def test_a_minus_as_accounts_write_it_takes_a_fill_back(lines):
    text = f"""Patient ID,Fill Date,Drug Name,Rx #,Qty,Days Supply
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,30
    P1,2026-01-10,Clarithromycin 500 mg,78,{lines}"""
    assert seen(text) == {"P1": (True, 0)}


@pytest.mark.parametrize("status", ["D", "O", "V", "X", "stopped", "transferred out", "in progress"])
def test_a_status_that_may_mean_two_things_is_told(status):
    text = f"""Patient ID,Fill Date,Drug Name,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,30,paid
    P1,2026-01-10,Clarithromycin 500 mg,30,{status}"""
    assert seen(text) == {"P1": (False, 0)}


def test_billed_reversed_and_billed_again_in_the_same_words_was_given():
    claim = "P1,2026-01-10,Clarithromycin 500 mg,78,60,30"
    text = f"""Patient ID,Fill Date,Drug Name,Rx #,Qty,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,30,P
    {claim},P\n{claim},B2\n{claim},P"""
    assert seen(text) == {"P1": (True, 1)}


def test_a_medicine_that_ends_before_it_begins_takes_nothing_back():
    text = """PATIENT,START,STOP,DESCRIPTION
    P1,2026-01-05,2026-02-05,Simvastatin 20 MG Oral Tablet
    P1,2026-01-20,2026-01-10,Clarithromycin 500 MG Oral Tablet"""
    (found,) = extents(adopted(text).contents.panel, ON)
    assert [each.why for each in found.unread] == ["has no days of supply"]


@pytest.mark.parametrize(
    ("brand", "generic", "clear"),
    [
        ("Zocor", "simvastatin", True), ("Tylenol", "acetaminophen-codeine", False), ("Zocor", "", True),
        ("Zocor", "Zocor", True), ("Zocor", "unknownol", False),
    ],
)  # fmt: skip
def test_a_brand_and_a_generic_name_must_name_the_same(brand, generic, clear):
    text = f"Patient ID,Fill Date,Brand Name,Generic Name,Days Supply\nP1,2026-01-05,{brand},{generic},30"
    assert seen(text) == {"P1": (clear, 0)}


def test_a_column_that_stands_for_a_field_again_is_told():
    text = "Patient ID,Fill Date,Drug,Medicine,Days Supply\nP1,2026-01-05,Zocor,simvastatin,30"
    assert any(each.why.startswith("drug: medicine") for each in adopted(text).not_taken)


def test_numbers_of_rows_are_no_numbers_of_patients():
    text = """ID,Patient Name,Medication,Filled,Days Supply
    1,Ann Lee,Simvastatin 20 mg,2026-01-05,30
    2,Ann Lee,Clarithromycin 500 mg,2026-01-06,30"""
    assert seen(text) == {"Ann Lee": (True, 1)}
    own = text.replace("\n    2,Ann Lee", "\n    1,Ann Lee")
    assert seen(own) == {"1": (True, 1)}
    drugs = "ID,Name,NDC,Filled,Days Supply\n1,Zocor,00093715398,2026-01-05,30\n2,Zocor,00093715398,2026-01-05,30"
    assert [*seen(drugs)] == ["1", "2"]


def test_names_and_births_of_who_is_on_no_other_list_are_taken_up():
    text = """MRN,Patient Name,DOB,Medication,Filled,Days Supply
    7,"Smith, John",1950-01-01,Simvastatin 20 mg,2026-01-05,30"""
    (patient,) = adopted(text).contents.panel.patients
    assert (patient.id, patient.name, patient.risk.age) == ("7", "Smith, John", 76)


def test_names_that_become_ids_are_told():
    text = """Patient Name,DOB,Medication,Filled,Days Supply
    "Smith, John",1950-01-01,Simvastatin 20 mg,2026-01-05,30
    "Smith, John",1971-05-05,Clarithromycin 500 mg,2026-01-06,30"""
    assert any(each.startswith("2 patients without a number: their names") for each in adopted(text).assumed)
    assert not any("without a number" in each for each in adopted(text.replace("Patient Name", "MRN")).assumed)


def test_a_reversal_by_its_prescription_need_tell_no_days():
    text = """Patient ID,Fill Date,Drug Name,Rx #,Qty,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,30,B1
    P1,2026-01-10,Clarithromycin 500 mg,{},60,30,B1
    P1,{},Clarithromycin 500 mg,{},,,B2"""
    assert seen(text.format(78, "2026-01-10", 78)) == {"P1": (True, 0)}
    for told in ((78, "2026-01-10", 79), (78, "", 78), ("", "2026-01-10", "")):
        assert seen(text.format(*told)) == {"P1": (False, 1)}


def test_a_voided_claim_that_was_billed_again_was_given():
    text = """Patient ID,Fill Date,Drug Name,Rx #,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,paid
    P1,2026-01-10,Clarithromycin 500 mg,78,30,voided
    P1,2026-01-10,Clarithromycin 500 mg,78,30,paid"""
    assert seen(text) == {"P1": (True, 1)}


def test_reversed_and_billed_again_on_one_day_was_given():
    text = """Patient ID,Fill Date,Drug Name,Rx #,Days Supply,Status
    P1,2026-01-05,Simvastatin 20 mg tab,77,30,paid
    P1,2026-01-10,Clarithromycin 500 mg,78,30,reversed
    P1,2026-01-10,Clarithromycin 500 mg,78,30,paid"""
    assert seen(text) == {"P1": (True, 1)}


@pytest.mark.parametrize(
    "row",
    [
        "2026-01-10,Clarithromycin 500 mg,,paid", "2026-01-10,Clarithromycin 500 mg,N/A,paid",
        "01/02/2026,Clarithromycin 500 mg,30,paid", ",Clarithromycin 500 mg,30,paid", "2026-01-10,,30,paid",
        "2026-01-10,Clarithromycin 500 mg,30,in dispute", "2026-09-10,Clarithromycin 500 mg,30,paid",
        "2026-01-10,Clarithromycin 500 mg,9999,paid",
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_kept_and_its_patient_is_not_clear(row):
    text = f"""MRN,Fill Date,Drug Name,Days Supply,Status
    00012,2026-01-05,Simvastatin 20 mg,30,paid
    00012,{row}"""
    assert seen(text) == {"00012": (False, 0)}


@pytest.mark.parametrize(("filled", "known"), [("01/02/2026", False), ("N/A", True), ("", True)])
def test_a_fill_date_that_may_be_two_days_is_not_made_up_for_by_another_date(filled, known):
    text = f"""MRN,Fill Date,Start,Drug Name,Days Supply
    00012,{filled},2026-01-20,Simvastatin 20 mg,30"""
    assert seen(text) == {"00012": (known, 0)}


def test_two_patients_of_one_name_stay_two():
    text = """Patient Name,{},Medication,Filled,Days Supply
    "Smith, John",{},Simvastatin 20 mg,2026-01-05,30
    "Smith, John",{},Clarithromycin 500 mg,2026-01-06,30"""
    assert seen(text.format("MRN", "00012", "00013")) == {"00012": (True, 0), "00013": (True, 0)}
    born = seen(text.format("DOB", "1950-01-01", "1971-05-05"))
    assert [*born.values()] == [(True, 0), (True, 0)]


def test_one_patient_stays_one_where_only_some_lists_tell_the_birth_or_in_another_way():
    listed = "Patient Name,DOB,Payer\nAnn Lee,1950-03-14,Aetna\n"
    fills = "Patient Name,Medication,Filled,Days Supply\nAnn Lee,Simvastatin 20 mg,2026-01-05,30\n"
    born = "Patient Name,DOB,Medication,Filled,Days Supply\nAnn Lee,3/14/50,Simvastatin 20 mg,2026-01-05,30\n"
    for text in (fills, born):
        panel = adopt_panel(understood(patients=listed, fills=text), on=ON).contents.panel
        assert [each.id for each in panel.patients] == ["Ann Lee"]
        assert len(panel.fills["Ann Lee"]) == 1


def test_namesakes_whose_births_may_be_two_days_each_are_not_made_one():
    text = """Patient Name,DOB,Medication,Filled,Days Supply
    "Smith, John",03/04/1950,Simvastatin 20 mg,2026-01-05,30
    "Smith, John",05/06/1971,Clarithromycin 500 mg,2026-01-06,30"""
    assert [*seen(text).values()] == [(True, 0), (True, 0)]


def test_a_fill_of_one_of_two_namesakes_is_told_where_nothing_says_whose_it_is():
    listed = "Patient Name,DOB,Payer\nAnn Lee,1950-03-14,Aetna\nAnn Lee,1971-05-05,Aetna\n"
    fills = "Patient Name,Medication,Filled,Days Supply\nAnn Lee,Simvastatin 20 mg,2026-01-05,30\n"
    found = adopt_panel(understood(patients=listed, fills=fills), on=ON)
    panel = found.contents.panel
    assert [each.id for each in panel.patients] == ["Ann Lee 1950-03-14", "Ann Lee 1971-05-05", "Ann Lee"]
    assert [each.complete for each in extents(panel, ON)] == [False, False, True]
    assert any(each.why.startswith("several patients have this name") for each in found.not_taken)


def test_a_row_of_totals_under_the_names_is_no_patient():
    text = """Patient Name,Medication,Filled,Days Supply
    "Smith, John",Simvastatin 20 mg,2026-01-05,30
    Total,,,30"""
    assert [*seen(text)] == ["Smith John"]


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("0093-7153-98", True), ("00093-7153-98", True), ("93715398", True), ("00093 7153 98", True),
        ("0093-7153", True), ("00093715398.0", True), ("0093715398", False), ("9.3715398E7", False),
        ("9371539801", False),
    ],
)  # fmt: skip
def test_product_codes_of_every_form_are_read_or_told(code, known):
    assert seen(f"Member ID,Service Date,NDC,Days Supply\n0001,2026-01-05,{code},30") == {"0001": (known, 0)}


def test_a_cream_interacts_with_nothing_and_is_told():
    text = """patient_id,fill_date,days_supply,drug_name,strength,dose_form,route,rx_number,status
    P01,2026-01-05,30,Ketoconazole,2%,Cream,TOPICAL,1,paid
    P01,2026-01-05,30,Simvastatin,20 mg,Tablet,ORAL,2,paid"""
    assert seen(text) == {"P01": (False, 0)}


def test_the_same_row_twice_is_one_fill():
    text = """Patient ID,Fill Date,Drug Name,Days Supply,Rx #
    P1,2026-01-05,Simvastatin 20 mg tab,30,77
    P1,2026-01-05,Simvastatin 20 mg tab,30,77"""
    found = adopted(text)
    assert len(found.contents.panel.fills["P1"]) == 1
    assert any("the same row stands above" in each.why for each in found.not_taken)
