"""The facts of a panel make tiers, work and time: the worked examples of work and capacity, from end to end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.caseload.assemble import (
    assembled,
    extents,
    medication_tasks,
    reviewed,
    unread_fills,
    work_shares,
)
from optimizer.caseload.capacity.setting import Contact, Experience, Phase
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.panel import Panel, Work
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.facts import Override, RiskFacts
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.tier import Tier
from tests.caseload.draw import DAY

COMMUNITY, HOSPITAL = setting("community"), setting("hospital")
LEFT = DAY - timedelta(days=5)


def made(patient=None, manager=None, numbers=COMMUNITY, **facts):
    people, staff = Patient("p", **(patient or {})), Manager("ann", "Ann", **(manager or {}))
    return assembled(Panel("Made", DAY, (staff,), (people,), {}, {}, **facts), numbers)


def by_hand(tier):
    return Override(Tier(tier), "drawn", DAY)


@pytest.mark.parametrize(
    ("manager", "hours"),
    [
        ({}, 116.87),
        ({"practice": Experience.NOVICE}, 99.34),
        ({"practice": Experience.ORIENTATION}, 58.43),
        ({"practice": Experience.EXPERT}, 128.55),
        ({"fte": 80}, 93.49),
        ({"fixed": 60}, 115.87),
    ],
)
def test_capacity(manager, hours):
    assert made(manager=manager).capacity["ann"] == pytest.approx(hours * 60, abs=0.7)


@pytest.mark.parametrize(
    ("patient", "minutes"),
    [
        ({"override": by_hand(3), "phase": Phase.INTAKE, "contact": Contact.MIXED, "discharged": LEFT}, 6.15 * 60),
        ({"override": by_hand(3), "phase": Phase.INTAKE, "contact": Contact.MIXED}, 5.4 * 60),
        ({"override": by_hand(4), "contact": Contact.FIELD}, 7.5 * 60),
        ({"override": by_hand(2), "phase": Phase.MAINTENANCE, "contact": Contact.TELEPHONIC}, 68),
    ],
)
def test_work(patient, minutes):
    assert made(patient).work["p"].minutes == minutes


def test_interpreting_is_on_top_for_whoever_does_not_speak_the_language():
    patient = {"override": by_hand(4), "contact": Contact.FIELD, "language": "Hmong", "interpreter": True}
    assert made(patient).work["p"] == Work(450, 68)


def test_a_reconciliation_that_was_done_is_no_work():
    assert made({"discharged": LEFT, "reconciled": LEFT}).work["p"] == made().work["p"]


def test_work_and_time_of_a_setting_by_the_day_are_turned_into_months_alike():
    panel = made({"override": by_hand(4), "contact": Contact.TELEPHONIC}, numbers=HOSPITAL)
    assert panel.capacity["ann"] == 390 * 260 // 12
    assert panel.capacity["ann"] / panel.work["p"].minutes == pytest.approx(15, abs=0.03)
    assert panel.month == 10_400


def test_the_shares_of_a_patients_work_are_whole_minutes_that_add_up():
    patient = {"override": by_hand(1), "phase": Phase.MAINTENANCE, "contact": Contact.FIELD, "discharged": LEFT}
    panel = made(patient)
    shares = work_shares(panel, COMMUNITY, panel.patients[0], reviewed(panel, DAY)["p"])
    assert all(share.minutes.denominator == 1 for share in shares)
    assert sum(share.minutes for share in shares) == panel.work["p"].minutes


def test_the_tier_comes_from_the_facts_until_it_is_set_by_hand():
    risk = RiskFacts(Stay(LEFT, 14, True), emergency_visits=6)
    assert made({"risk": risk}).tier("p") is Tier.COMPLEX
    assert made({"risk": risk, "override": by_hand(2)}).tier("p") is Tier.MODERATE
    assert made().tier("p") is Tier.LOW


def test_dispensing_makes_tasks_and_their_minutes_are_work():
    fills = tuple(
        Fill("p", DAY - timedelta(days=back), drug, "", 30, prescription=drug)
        for back, drug in ((10, "simvastatin"), (5, "clarithromycin"))
    )
    panel = made({"override": by_hand(2)}, fills={"p": fills})
    (task,) = medication_tasks(panel, DAY)
    assert task.patient == "p"
    assert panel.work["p"].minutes - made({"override": by_hand(2)}).work["p"].minutes == task.minutes
    assert medication_tasks(panel, DAY + timedelta(days=40)) == ()
    assert "dispensing data" in made().ratings["p"].missing
    assert "dispensing data" not in panel.ratings["p"].missing


def test_a_panel_keeps_everything_else():
    panel = made()
    assert replace(panel, work={}, capacity={}, ratings={}, setting="") == Panel(
        "Made", DAY, panel.managers, panel.patients, {}, {}
    )


def test_what_is_not_looked_at_is_told_of_the_day_that_is_asked_for():
    later = made(fills={"p": (Fill("p", DAY, "metformin", "", 30),)})
    for day, missed in ((DAY, 0), (DAY - timedelta(days=1), 1)):
        (found,) = extents(later, day)
        assert found.missed == sum(each.fills for each in unread_fills(later, day)) == missed
