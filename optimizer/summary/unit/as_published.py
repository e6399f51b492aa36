"""A published schedule judged by law as it was published: its own plan, on the facts that it was frozen with."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.compliance.comply import Compliance, comply
from optimizer.staffing.law.compliance.numbers import no_patients
from optimizer.staffing.law.lawful_need import patients_by_kind
from optimizer.store.database.connection import Database
from optimizer.store.publications import published_plan, published_workbook
from optimizer.store.roles import Actor
from optimizer.workbook.unit.read import read_bytes

WITHIN = 60


@dataclass(frozen=True, slots=True)
class PublishedCompliance:
    """The facts that a schedule was published with, and how it stands by the law of its days."""

    unit: Unit
    found: Compliance


def comply_as_published(
    database: Database, actor: Actor, draft: int, number: int | None = None, *, today: date | None = None
) -> PublishedCompliance:
    """Return the judgement of a publication of a draft, of the last one when no number is given.

    What was edited since, in the schedule or in its facts, changes nothing of it.
    """
    unit = read_bytes(published_workbook(database, actor, draft, number)).unit
    census = partial(patients_by_kind, unit) if unit.care else no_patients
    return PublishedCompliance(
        unit, comply(unit, published_plan(database, actor, draft, number), census, today, within=WITHIN)
    )
