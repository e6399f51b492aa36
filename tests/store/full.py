"""A store with a row or more in every table, copied as often as somebody wants to spoil it."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import text

from optimizer.caseload.panel import Case
from optimizer.planning.pair import Pair
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.store.answers import Answer, keep_answer
from optimizer.store.asks.asks import put_ask
from optimizer.store.asks.decisions import deny
from optimizer.store.asks.part_rules import set_rules
from optimizer.store.attachments import Attachment
from optimizer.store.cell_notes import set_cell_note
from optimizer.store.database.connection import database, url_of
from optimizer.store.drafts import accept, open_draft, undo
from optimizer.store.hospital.hospital_plans import keep_hospital_plan
from optimizer.store.hospital.hospitals import HospitalFile, open_hospital
from optimizer.store.kinds import DraftKind
from optimizer.store.locks import lock_patient, set_locks
from optimizer.store.revisions import revise
from optimizer.store.roles import Actor, Role
from optimizer.store.runs import KeptRun, keep_run
from optimizer.store.telling.calendar_addresses import new_calendar_address
from optimizer.store.telling.contacts import set_contact
from optimizer.store.telling.told import mark_seen, of_ask
from tests.store.conftest import MANAGER
from tests.store.made import files, leave, of_cluster, with_tables
from tests.store.test_publications import EXTRA, PLAN, UNIT, act

HAS, GETS = Pair("2001", Case("P-1")), Pair("2002", Case("P-1"))
SCHEDULE, CASELOADS = 1, 2
HOSPITAL = 1
ANN, BEN = Actor("a", Role.STAFF, "ann"), Actor("b", Role.STAFF, "ben")
OFF = Wanted(date(2026, 6, 3), date(2026, 6, 4))


def fill(store):
    """Write something to every table."""
    made_from = [Attachment("may.xls", b"her own roster")]
    open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN, facts=UNIT, made_from=made_from)
    act(store, 1)
    accept(store, MANAGER, SCHEDULE, 1, [], [EXTRA], "One more at night")
    undo(store, MANAGER, SCHEDULE, 2)
    keep_run(store, MANAGER, KeptRun(SCHEDULE, 1, 7, "rosters", "optimal", 5, 5, 90))
    revise(store, MANAGER, SCHEDULE, 1, b"a second workbook", "Cleo was hired")
    days = [("ann", date(2026, 6, 1)), ("ben", date(2026, 6, 2))]
    set_locks(store, MANAGER, SCHEDULE, days, True)
    set_locks(store, MANAGER, SCHEDULE, days[1:], False)
    set_cell_note(store, MANAGER, SCHEDULE, days[0], "Her mother is ill")
    keep_answer(store, MANAGER, SCHEDULE, "ann", EXTRA.what, Answer.NO)
    open_draft(store, MANAGER, "A panel", "June", b"a panel", frozenset({HAS}), DraftKind.CASELOADS)
    accept(store, MANAGER, CASELOADS, 1, [HAS], [GETS], "Closer to home")
    lock_patient(store, MANAGER, CASELOADS, "P-1", True)
    lock_patient(store, MANAGER, CASELOADS, "P-2", False)
    take_part(store)
    plan_house(store)


def take_part(store):
    """Have staff ask for something, and be told."""
    set_rules(store, MANAGER, SCHEDULE, PartRules(most_off=1))
    put_ask(store, ANN, SCHEDULE, AskKind.TIME_OFF, OFF, "My mother is ill")
    deny(store, MANAGER, 1, "Too few nurses are left")
    put_ask(store, BEN, SCHEDULE, AskKind.TIME_OFF, OFF, "A private matter")
    mark_seen(store, ANN, SCHEDULE, of_ask(1))
    set_contact(store, ANN, "ann", "ann@home.example")
    new_calendar_address(store, ANN)


def plan_house(store):
    """Open a hospital of one workbook, and keep a plan of it."""
    files = [HospitalFile("4west.xlsx", b"pay of a unit")]
    open_hospital(store, MANAGER, "General", files, [("Units", "4 West")], "Opened")
    keep_hospital_plan(store, MANAGER, HOSPITAL, 5_000_00, PLAN, "sums")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def copies(request, tmp_path_factory):
    """Return what makes the address of a new store, full as ``fill`` leaves it."""
    if request.param == "sqlite":
        yield _copies(files(tmp_path_factory.mktemp("full")))
        return
    with of_cluster(url_of(request.getfixturevalue("postgres"))) as make:
        yield _copies(make)


def _copies(make):
    first = with_tables(make())
    fill(database(first))
    leave(first)
    return lambda: make(first)


def spoil(store, *statements):
    """Write to a store behind its back, heeding no key that points to another table."""
    if not store.is_sqlite:
        with store.engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.exec_driver_sql(statement)
        return
    with closing(sqlite3.connect(store.engine.url.database)) as raw, raw:
        for statement in statements:
            raw.execute(statement)
