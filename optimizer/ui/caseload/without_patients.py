"""A panel for somebody who sees totals: words stand for patients, and nothing tells who they are."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import SystemRandom

from optimizer.caseload.medication.own import NO_OWN
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import NO_FACTS, Patient
from optimizer.caseload.risk.rating import Fired, Rating
from optimizer.planning.pair import Pair, Plan
from optimizer.workbook.panel.read import PanelContents

Aliases = Mapping[str, str]
"""What stands for patients, by their ids."""


def aliases_of(patients: Iterable[Patient]) -> Aliases:
    """Return words that stand for patients, in an order that tells nothing of theirs."""
    ids = [each.id for each in patients]
    SystemRandom().shuffle(ids)
    return {who: f"patient {number}" for number, who in enumerate(ids, 1)}


def without_patients(contents: PanelContents, aliases: Aliases) -> PanelContents:
    """Return what a panel's workbook holds with words for patients, and of them only what loads and rules rest on."""
    panel = _panel(contents.panel, aliases)
    study = tuple(
        replace(each, patient=None if each.patient is None else _alias(aliases, each.patient))
        for each in contents.study
    )
    return replace(contents, panel=panel, plan=renamed(contents.plan, aliases), study=study)


def renamed(plan: Plan, aliases: Aliases) -> Plan:
    """Return who has whom with words for patients; those whom the facts do not know any more have one in common."""
    return frozenset(Pair(who, Case(_alias(aliases, case.patient))) for who, case in plan)


def _alias(aliases: Aliases, patient: str) -> str:
    return aliases.get(patient, "a former patient")


def _panel(panel: Panel, aliases: Aliases) -> Panel:
    households = dict.fromkeys(each.household for each in panel.patients if each.household)
    homes = {"": "", **{household: f"household {number}" for number, household in enumerate(households, 1)}}
    return replace(
        panel,
        patients=tuple(_patient(each, aliases, homes) for each in panel.patients),
        work={aliases[who]: work for who, work in panel.work.items()},
        ratings={aliases[who]: _rating(rating) for who, rating in panel.ratings.items()},
        given=renamed(panel.given, aliases),
        locked=renamed(panel.locked, aliases),
        fills={},
        medicines=NO_OWN,
    )


def _patient(patient: Patient, aliases: Aliases, homes: Mapping[str, str]) -> Patient:
    """Return a patient without name, health and what no load or rule rests on; a time study rests on the referral."""
    return replace(
        patient, id=aliases[patient.id], name="", household=homes[patient.household], risk=NO_FACTS, override=None,
        review_due=None, discharged=None, destination="", reconciled=None, contacted=None, payer="",
        visited=None, found=None, settled=None, goals=(), referrals=(), handed_off=None,
        elsewhere=tuple(stay._replace(where="") for stay in patient.elsewhere),
    )  # fmt: skip


def _rating(rating: Rating) -> Rating:
    """Return the tier that counts, without why."""
    return Rating(rating.day, (Fired("", rating.tier, ""),), (), ())
