"""Care plans and referrals of patients who do not exist, and since when the case managers of a sample have worked."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.setting import Experience
from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.care_task_times import CareTaskTimes
from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.manager import Manager
from optimizer.caseload.months import after_months
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.tier import Tier
from optimizer.workbook.panel.read import PanelContents

GOALS = (
    ("Weighs daily and calls when weight rises", "Scales, a chart, and a weekly call"),
    ("Takes medicines as prescribed", "Pill organizer, refills on one day"),
    ("Keeps appointments with family doctor", "Transport booked ahead"),
    ("Walks to the mailbox again", "Home exercises with physical therapy"),
    ("Blood sugar below 180 before breakfast", "Meter, and teaching about meals"),
    ("Has somebody to call at night", "Names of two neighbors on the refrigerator"),
)
RESOURCES = ("Meals on wheels", "Food bank", "Medical transport", "Utility assistance", "Caregiver support group")
DAY = timedelta(days=1)


def with_care(contents: PanelContents, from_tier: Tier) -> PanelContents:
    """Return a panel with care plans of everybody in upper tiers, some referrals, and careers as days."""
    chance, panel = random.Random("care"), contents.panel
    people = tuple(_patient(chance, panel, each, from_tier) for each in panel.patients)
    staff = tuple(_since(each, panel.on, _mentor(panel, each)) for each in panel.managers)
    cared = replace(panel, patients=people, managers=staff, care=CareTaskTimes(handoff=30))
    return replace(contents, panel=assembled(cared, contents.setting))


def _patient(chance: random.Random, panel: Panel, patient: Patient, from_tier: Tier) -> Patient:
    """Return a patient with a care plan if the tier asks for one; two in three of who left hospital were handed off."""
    handed = patient.discharged + DAY if patient.discharged and chance.random() < 0.8 else None
    patient = replace(patient, handed_off=handed)
    if panel.tier(patient.id) < from_tier or patient.id not in panel.present:
        return patient
    goals = tuple(_goals(chance, panel.on))
    sent = tuple(_referrals(chance, panel.on)) if chance.random() < 0.5 else ()
    return replace(patient, goals=goals, referrals=sent)


def _goals(chance: random.Random, on: date) -> Iterator[CareGoal]:
    for goal, intervention in chance.sample(GOALS, chance.choice((1, 1, 2))):
        review = on + chance.randrange(-6, 60) * DAY
        met = on - 5 * DAY if chance.random() < 0.15 else None
        yield CareGoal(goal, review, intervention, minutes=chance.choice((10, 15, 20)), met=met)


def _referrals(chance: random.Random, on: date) -> Iterator[CommunityReferral]:
    sent = on - chance.choice((3, 5, 6, 10, 20, 30, 40, 50)) * DAY
    accepted = sent + chance.randrange(2, 9) * DAY
    closed = accepted + chance.randrange(5, 30) * DAY if chance.random() < 0.7 else None
    known = (day if day and day < on else None for day in (accepted, closed))
    yield CommunityReferral(chance.choice(RESOURCES), sent, *known, minutes=15)


def _mentor(panel: Panel, manager: Manager) -> str:
    """Return who accompanies a novice: whoever of the same area is longest in the field."""
    if manager.practice is not Experience.NOVICE:
        return ""
    near = [each for each in panel.managers if each.home == manager.home and each.id != manager.id]
    return max(near, key=lambda each: (each.experience, each.id)).id


def _since(manager: Manager, on: date, mentor: str) -> Manager:
    """Return a case manager whose months stand as the days from which they count, and the mentor."""
    clinical, managing = (after_months(on, -months) for months in (manager.clinical, manager.experience))
    return replace(manager, clinical_since=clinical, managing_since=managing, mentor=mentor)
