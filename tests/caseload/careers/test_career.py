"""Who may be certified when."""

from dataclasses import replace
from datetime import date

import pytest

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.months import after_months, months_between
from optimizer.caseload.panel import Panel
from optimizer.summary.caseload.careers import career_rows, cohorts, fees_text, renewals_due
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel

ON = date(2026, 12, 7)


def step(name, day=None, **facts):
    panel = Panel("Panel", ON, (Manager("1", "Ann", **facts),), (), {}, {})
    return next(each for each in career_steps(panel, day) if each.certificate.name == name)


def stands(found):
    """Return how a certificate of somebody stands, in words."""
    panel = Panel("Panel", ON, (Manager("1", "Ann"),), (), {}, {})
    ((_, _, said, _),) = career_rows(panel, [found])
    return said


@pytest.mark.parametrize(
    ("managing", "from_", "supervised"),
    [(24, ON, ON), (23, date(2027, 1, 7), ON), (12, date(2027, 12, 7), ON), (11, date(2028, 1, 7), date(2027, 1, 7))],
)
def test_a_ccm_takes_24_months_or_12_under_a_holder(managing, from_, supervised):
    """ccmcertification.org, eligibility at a glance, read on 28 November 2026."""
    found = step("CCM", experience=managing)
    assert (found.from_, found.if_supervised, found.missing) == (from_, supervised, 24 - managing)


def test_what_is_held_falls_due_and_opens_nobody():
    held = Valid(date(2028, 1, 11))
    assert (step("CCM", certifications={"CCM": held}).held, step("ACM").held) == (held, None)


def test_what_has_lapsed_is_held_no_more():
    lapsed = step("CCM", certifications={"CCM": Valid(date(2026, 12, 6))}, experience=30)
    last_day = step("CCM", certifications={"CCM": Valid(ON)})
    assert (lapsed.held, lapsed.lapsed, last_day.held, last_day.lapsed) == (None, date(2026, 12, 6), Valid(ON), None)
    assert stands(lapsed) == "lapsed on 2026-12-06; may apply"
    assert stands(last_day) == "held, renewal due by 2026-12-07"


def test_renewals_and_fees_are_as_the_certifiers_say():
    """ACM: acmaweb.org, four years; CCM: five years, $225 and $195."""
    known = {each.name: each for each in career_certificates()}
    assert (known["ACM"].valid, known["CCM"].valid, known["CCM"].cents) == (48, 60, 225_00 + 195_00)
    assert [each.name for each in known.values() if not each.was_read] == ["CMGT-BC", "OCN"]
    assert all(each.source and each.unchecked for each in known.values())


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [(date(2026, 1, 31), date(2026, 2, 28), 1), (date(2026, 1, 15), date(2026, 2, 14), 0), (ON, date(2026, 1, 1), 0)],
)
def test_months_are_whole_ones(first, last, months):
    assert months_between(first, last) == months
    assert after_months(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_experience_grows_by_itself_from_a_day_on():
    manager = Manager("1", "Ann", experience=3, managing_since=date(2025, 6, 1))
    assert manager.grown(ON).experience == 18
    assert manager.grown(date(2027, 6, 1)).experience == 24
    assert Manager("1", "Ann", experience=3).grown(ON).experience == 3


def test_who_lacks_months_today_may_apply_on_a_later_day():
    assert [step("CCM", day, experience=21).missing for day in (ON, date(2027, 3, 6), date(2027, 3, 7))] == [3, 1, 0]
    assert step("CCM", date(2027, 3, 7), experience=21).eligible


@pytest.mark.parametrize(
    ("name", "clinical", "valid"), [("CCRN", 11, 36), ("CMSRN", 24, 60), ("CEN", 0, 48), ("OCN", 24, 48)]
)
def test_a_specialty_takes_clinical_work_and_no_case_management(name, clinical, valid):
    """aacn.org (1,750 hours in 2 years), msncb.org, bcen.org, voice.ons.org and oncc.org, read on 28 November 2026."""
    found = step(name, experience=0, clinical=clinical)
    assert found.eligible
    assert found.certificate.valid == valid
    assert step(name, experience=99, clinical=max(0, clinical - 1)).eligible is (clinical == 0)


def test_a_cohort_costs_the_fees_of_all_who_may_apply():
    people = (Manager("1", "Ann", experience=24), Manager("2", "Ben", experience=30), Manager("3", "Cy", experience=3))
    panel = Panel("Panel", ON, people, (), {}, {})
    found = {each.certificate.name: each for each in cohorts(tuple(career_steps(panel)), career_certificates())}
    assert (found["CCM"].managers, found["CCM"].cents, found["ACM"].cents) == (("1", "2"), 2 * 420_00, None)
    assert [each.manager for each in renewals_due(career_steps(panel), ON)] == []


def test_fees_that_were_not_read_say_so_and_those_of_the_sheet_come_first():
    """BCEN's own page says $380; others tell $395 of CMGT-BC, $330 of CCRN, $394 of CMSRN; of two nothing is known."""
    known = {each.name: each for each in career_certificates()}
    fees = {name: (each.cents, each.fee_grade) for name, each in known.items()}
    assert fees == {
        "CCM": (420_00, "P"), "ACM": (None, ""), "CMGT-BC": (395_00, "S"), "CCRN": (330_00, "S"),
        "CMSRN": (394_00, "S"), "CEN": (380_00, "P"), "OCN": (None, ""),
    }  # fmt: skip
    assert all(bool(each.fee_source) is (each.cents is not None) for each in known.values())
    panel = Panel("Panel", ON, (Manager("1", "Ann", experience=24),), (), {}, {}, fees={"ACM": 399_00}, currency="CA$")
    assert {e.certificate.name for e in cohorts((), known.values()) if not e.known} == {"ACM", "OCN"}
    told = {e.certificate.name: fees_text(e) for e in cohorts(career_steps(panel), known.values(), panel)}
    assert told["ACM"] == "399 CA$ (the sheet Fees)"
    halves = replace(panel, fees={"ACM": 399_50})
    told_of_halves = {e.certificate.name: fees_text(e) for e in cohorts(career_steps(halves), known.values(), halves)}
    assert told_of_halves["ACM"] == "399.50 CA$ (the sheet Fees)"
    assert "not read in the certifier's own text" in told["CCRN"]
    assert told["OCN"] == "not known: write them on the sheet Fees"


def test_renewals_are_told_the_soonest_first():
    held = {"CCM": Valid(date(2027, 6, 1)), "ACM": Valid(date(2027, 2, 1)), "CEN": Valid(), "OCN": Valid(ON)}
    panel = Panel("Panel", ON, (Manager("1", "Ann", certifications=held),), (), {}, {})
    found = renewals_due(career_steps(panel), date(2027, 5, 31))
    assert [each.certificate.name for each in found] == ["OCN", "ACM"]


def test_fees_of_the_sheet_are_read_as_they_were_written(tmp_path):
    file, contents = tmp_path / "panel.xlsx", example_panel(ON)
    write_panel(file, replace(contents, panel=replace(contents.panel, fees={"ACM": 399_50})))
    assert read_panel(file).panel.fees == {"ACM": 399_50}
