"""Patients who are elsewhere for some weeks: no contacts and no hours meanwhile, and the same case manager after."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from optimizer.caseload.assemble import assembled
from optimizer.caseload.days.contacts import contacts_due
from optimizer.caseload.days.elsewhere import Elsewhere, back, part_there
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.facts import Override
from optimizer.caseload.rules.capacity import Capacity
from optimizer.caseload.span import PanelSpan
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair

COMMUNITY = setting("community")
ON = date(2026, 12, 7)
"""A Monday."""
WEEK = timedelta(days=7)
COMPLEX = Override(Tier.COMPLEX, "By hand", date(2027, 12, 31))
ANN = Manager("ann", "Ann", home="North")


def panel(*stays, **facts):
    patient = Patient("P1", area="South", override=COMPLEX, elsewhere=stays, **facts)
    return assembled(Panel("Panel", ON, (ANN,), (patient,), {}, {}, travel={("North", "South"): 40}), COMMUNITY)


def minutes(*stays):
    return panel(*stays).minutes(Pair("ann", Case("P1")))


def days(first, last=None):
    return Elsewhere(ON + timedelta(days=first), None if last is None else ON + timedelta(days=last))


def due(*stays, met=-2, day=None):
    found = contacts_due(panel(*stays, contacted=ON + timedelta(days=met)), COMMUNITY, ON + 8 * WEEK, day)
    return [(each.by - ON).days for each in found]


def test_the_days_elsewhere_take_no_hours_travel_included():
    whole = minutes()
    assert minutes(days(0, 27)) == minutes(days(-30)) == 0
    assert minutes(days(0, 13)) == minutes(days(14)) == pytest.approx(whole / 2, abs=1)
    assert minutes(days(5, 6)) == minutes(days(-9, -1)) == minutes(days(28, 50)) == whole
    assert minutes(days(0, 6), days(21, 27)) == minutes(days(0, 13))
    assert minutes(days(0, 13), days(3, 10)) == minutes(days(0, 13))


def test_a_contact_that_falls_due_elsewhere_is_due_when_the_patient_is_back():
    assert due() == [5]
    assert due(days(6, 20)) == due(days(-9, 0)) == [5]
    assert due(days(5, 20)) == due(days(0, 20)) == [21]
    assert due(days(0, 20), days(21, 30)) == [31]
    assert due(days(3)) == []


def test_an_overdue_contact_waits_too_and_is_as_overdue_as_it_is_where_the_patient_is_there():
    assert due(met=-20) == [-13]
    assert due(days(-15, 4), met=-20) == [5]
    assert due(days(-15, 4), met=-20, day=ON + timedelta(days=6)) == [-13]


def test_the_parts_of_the_work_still_add_up():
    half = panel(days(0, 13))
    assert half.there == {"P1": Fraction(1, 2)}
    assert half.work["P1"].minutes + half.travel_minutes(Pair("ann", Case("P1"))) == minutes(days(0, 13))


def test_nobody_knows_when_somebody_is_back_without_a_last_day():
    assert back((days(0),), ON) is None
    assert back((days(1),), ON) == ON
    assert part_there((days(2),), PanelSpan(ON, ON + timedelta(days=6))) == Fraction(2, 5)


def test_a_manager_is_no_fuller_for_patients_elsewhere():
    full = panel(days(-3))
    (law,) = (law for law in Capacity().laws(replace(full, capacity={"ann": 0})) if law.place.who == "ann")
    assert [minutes for minutes, _ in law.terms] in ([], [0])
