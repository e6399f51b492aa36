"""Who may be certified when."""

from datetime import date

import pytest

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.months import after_months, months_between
from optimizer.caseload.panel import Panel
from optimizer.summary.caseload.careers import career_rows

ON = date(2026, 12, 7)


def step(name, **facts):
    panel = Panel("Panel", ON, (Manager("1", "Ann", **facts),), (), {}, {})
    return next(each for each in career_steps(panel) if each.certificate.name == name)


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
    assert [each.name for each in known.values() if not each.was_read] == ["CMGT-BC"]
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
