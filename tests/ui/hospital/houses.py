"""A store with a hospital of two units whose schedules are published, and one page of it without a draft open."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit.testing.v1 import AppTest

from optimizer.planning.pair import Pair
from optimizer.planning.score import Score
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.guests import with_guests
from optimizer.staffing.hospital.hospital import POOL
from optimizer.staffing.hospital.names import throughout
from optimizer.store.drafts import open_draft
from optimizer.store.hospital.hospitals import HospitalFile, open_hospital
from optimizer.store.publications import publish
from optimizer.workbook.hospital.write import write_hospital
from tests.samples.hospitals import FIRST, tiny
from tests.ui.apps import MANAGER


def workbooks(facts):
    """Return the workbooks of a hospital by their names."""
    with TemporaryDirectory() as folder:
        write_hospital(Path(folder), facts)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def publish_house(store):
    """Keep a hospital, and publish the schedules of its units: 3E has one of the pool, ICU nobody at all."""
    facts = tiny(1, days=3, people=3, floating=3)
    files = [HospitalFile(*each) for each in workbooks(facts).items()]
    open_hospital(store, MANAGER, facts.name, files, [], "Opened")
    who = next(each.who for each in facts.orientations if each.unit == "3E")
    floating = {Pair(throughout(POOL, who), Duty(FIRST, "D", "RN"))}
    for member, plan in zip(facts.members, (floating, set()), strict=True):
        unit = with_guests(facts, member)
        draft = open_draft(store, MANAGER, unit.name, "November", member.code.encode(), frozenset(plan))
        publish(store, MANAGER, draft, 1, revision=1, unit=unit, policy="[]", score=Score(0, 0))
    return facts


def house_page(page, role="leadership"):
    """Return a page about the hospital, without any draft open, drawn once."""
    os.environ["OPTIMIZER_ACTOR"] = f"{role}:x1"
    return AppTest.from_function(_draw, default_timeout=120, args=(page,)).run()


def _draw(page):
    import os
    from importlib import import_module

    from optimizer.store.database.connection import database
    from optimizer.store.roles import named
    from optimizer.ui.frame.desk import Desk

    import_module(f"optimizer.ui.hospital.{page}_page").show(Desk(named(os.environ["OPTIMIZER_ACTOR"]), database()))
