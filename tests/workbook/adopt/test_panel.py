"""Lists of patients, medicines and claims become a panel that is read again; what is not taken up is told."""

from datetime import date
from io import BytesIO

import pytest

from optimizer.workbook.adopt.panel.panel import adopt_panel, has_patients
from optimizer.workbook.panel.read import read_panel_bytes
from optimizer.workbook.panel.write import write_panel
from tests.workbook.adopt.files import understood

PATIENTS = """Patient ID,Patient Name,DOB,Language,ZIP,Payer,Case Manager
P1,Ann Lee,1950-03-04,Spanish,78701,Medicare,Joan Adams
P2,Bob Roy,1948-05-02,,78702,Aetna,Joan Adams
P3,Cy Dan,1960-01-01,,78702,Aetna,Tia Brown
"""
CLAIMS = """Claim ID,Patient ID,Service Date,Diagnosis Code,Amount
C1,P1,2026-01-03,I50.9,120.50
C2,P1,2026-01-09,E11.9,80
C3,P2,2026-02-01,J44.9,200
C4,P4,2026-02-02,xyz,10
"""
FILLS = """Patient ID,Drug Name,Fill Date,Days Supply,Quantity,Pharmacy
P1,metformin 500 mg,2026-01-03,30,60,CVS
P1,lisinopril,2026-01-03,30,30,CVS
P2,albuterol,2026-02-03,,1,CVS
"""


@pytest.fixture(scope="module")
def adopted():
    return adopt_panel(understood(patients=PATIENTS, claims=CLAIMS, fills=FILLS))


def test_it_is_read_again_as_it_was_made(adopted):
    file = BytesIO()
    write_panel(file, adopted.contents)
    again = read_panel_bytes(file.getvalue())
    assert [each.id for each in again.panel.patients] == ["P1", "P2", "P3", "P4"]
    assert [each.name for each in again.panel.managers] == ["Joan Adams", "Tia Brown"]
    assert len(again.plan) == 3
    assert again.panel.on == date(2026, 1, 4)


def test_patients_have_what_lists_and_claims_tell(adopted):
    first, second, *_ = adopted.contents.panel.patients
    assert (first.name, first.language, first.area, first.payer) == ("Ann Lee", "Spanish", "78701", "Medicare")
    assert first.risk.age == 75
    assert len(first.risk.conditions) == 2 and len(second.risk.conditions) == 1
    assert [(fill.drug, fill.days, fill.quantity) for fill in adopted.contents.panel.fills["P1"]] == [
        ("metformin 500 mg", 30, 60_000),
        ("lisinopril", 30, 30_000),
    ]


def test_every_cell_is_taken_up_or_told(adopted):
    assert all(each.taken + each.lost == each.cells for each in adopted.accounts)
    assert sum(each.lost for each in adopted.accounts) == sum(each.number for each in adopted.not_taken)
    whys = " ".join(each.why for each in adopted.not_taken)
    assert "no days of supply" in whys and "no code of ICD-10" in whys


def test_files_of_a_panel_are_told_from_those_of_a_unit():
    assert has_patients(understood(claims=CLAIMS))
    assert not has_patients(understood(staff="Name,Role,FTE\nJoan Adams,RN,1\nTia Brown,RN,0.5\n"))


def test_without_a_case_manager_it_says_what_is_missing():
    adopted = adopt_panel(understood(fills=FILLS))
    assert not adopted.contents.panel.managers
    assert any("fill the sheet Managers" in each for each in adopted.assumed)


def test_lists_of_hospital_systems_tell_discharges_managers_languages_and_ages():
    listed = """MRN,Patient Name,DOB,Preferred Language,Admit Date,Discharge Date,Assigned CM,Last Contact Date
0001234,"Smith, John",03/04/1950,English,11/01/2026,11/20/2026,"Adams, Joan RN",11/21/2026
0001235,"Smith, John",12/25/1971,Spanish,11/02/2026,11/21/2026,"Adams, Joan RN",11/23/2026
1235,"Roe, Mary",1/2/48,,,,,
1236,"Doe, Ann",2090-01-01,,,,,
1237,"Leap, Leo",2/29/48,,,,,
"""
    adopted = adopt_panel(understood(patients=listed), on=date(2026, 11, 24))
    known = {each.id: each for each in adopted.contents.panel.patients}
    assert [*known] == ["0001234", "0001235", "1235", "1236", "1237"]
    assert [each.risk.age for each in known.values()] == [76, 54, 78, None, 78]
    one = known["0001234"]
    assert (one.discharged, one.contacted, one.language) == (date(2026, 11, 20), date(2026, 11, 21), "English")
    assert len(adopted.contents.plan) == 2
    assert any("nobody is born then" in each.why for each in adopted.not_taken)
