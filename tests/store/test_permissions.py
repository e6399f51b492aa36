"""Every public function of the store asks for its permission: all are called with every role."""

import ast
import importlib
import inspect
import pkgutil
from types import SimpleNamespace

import pytest

from optimizer import store as package
from optimizer.planning.score import Score
from optimizer.staffing.asks.ask import AskKind
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.facts.unit import Unit
from optimizer.store.answers import Answer, answers_of, keep_answer
from optimizer.store.asks.asks import answer_offer, asks_of, put_ask, take_back
from optimizer.store.asks.decisions import deny, give_back, grant, require_decidable, waitlist
from optimizer.store.asks.part_rules import open_drafts, rules_of, set_rules
from optimizer.store.attachments import attached_names, attachments_of
from optimizer.store.audit.seeing import see_patients, see_pay, take_along
from optimizer.store.audit.trail import export, head_of
from optimizer.store.audit.verify import verify
from optimizer.store.cell_notes import cell_notes_of, set_cell_note
from optimizer.store.database.backup import backup, restore
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import accept, drafts, history, open_draft, plan_at, redo, undo, version_of
from optimizer.store.errors import ForbiddenError
from optimizer.store.facts import facts_of, keep_facts
from optimizer.store.hospital.floats import send_float
from optimizer.store.hospital.hospital_plans import hospital_plan, hospital_plans, keep_hospital_plan
from optimizer.store.hospital.hospitals import hospital_files, hospitals, open_hospital
from optimizer.store.hospital.revising import revise_hospital
from optimizer.store.kinds import DraftKind
from optimizer.store.locks import lock_patient, locks_of, patient_locks_of, set_locks
from optimizer.store.publications import (
    changed_since,
    grounds_of,
    issues_before,
    ledger_at,
    own_ledger,
    posting_at,
    publications,
    publish,
    published_plan,
    published_workbook,
)
from optimizer.store.revisions import revise, revision_of, revisions
from optimizer.store.roles import Actor, Role
from optimizer.store.runs import KeptRun, keep_run, runs_of
from optimizer.store.telling.calendar_addresses import (
    calendar_address_since,
    calendar_holder,
    new_calendar_address,
    revoke_calendar_address,
)
from optimizer.store.telling.contacts import contacts_of, set_contact
from optimizer.store.telling.told import mark_mailed, mark_seen, told_of
from optimizer.store.workbooks import workbook_of
from tests.paths import PROJECT
from tests.store.full import CASELOADS, EXTRA, HAS, HOSPITAL, OFF, SCHEDULE, copies
from tests.store.test_publications import UNIT

__all__ = ["copies"]

MANAGER, OFFICE, LEADER, STAFF, KEEPER = Role
BOSSES, READERS, EVERYBODY, UNIT_ITSELF = {MANAGER, LEADER}, {MANAGER, OFFICE, LEADER}, {*Role}, {MANAGER, STAFF}
ASK, OTHERS = 1, 2
"""The ask of whoever asks here, ann, and one of somebody else's."""
FOR_ALL = {
    "drafts": (drafts, READERS),
    "publications": (publications, EVERYBODY),
    "export": (export, {*BOSSES, KEEPER}),
    "head_of": (head_of, {*BOSSES, KEEPER}),
    "verify": (verify, {*BOSSES, KEEPER}),
    "open_drafts": (open_drafts, UNIT_ITSELF),
    "take_back": (lambda store, actor: take_back(store, actor, ASK), UNIT_ITSELF),
    "answer_offer": (lambda store, actor: answer_offer(store, actor, ASK, True), UNIT_ITSELF),
    "grant": (lambda store, actor: grant(store, actor, OTHERS, 3, [], [], []), {MANAGER}),
    "require_decidable": (lambda store, actor: require_decidable(store, actor, OTHERS), {MANAGER}),
    "give_back": (lambda store, actor: give_back(store, actor, OTHERS, 3, []), {MANAGER}),
    "deny": (lambda store, actor: deny(store, actor, OTHERS, "No"), {MANAGER}),
    "waitlist": (lambda store, actor: waitlist(store, actor, OTHERS), {MANAGER}),
    "contacts_of": (contacts_of, UNIT_ITSELF),
    "set_contact": (lambda store, actor: set_contact(store, actor, "ben", "x@y.example"), {MANAGER}),
    "new_calendar_address": (new_calendar_address, UNIT_ITSELF),
    "revoke_calendar_address": (revoke_calendar_address, UNIT_ITSELF),
    "calendar_address_since": (calendar_address_since, UNIT_ITSELF),
    "calendar_holder": (lambda store, actor: calendar_holder(store, actor, "x"), EVERYBODY),
    "hospitals": (hospitals, READERS),
    "open_hospital": (lambda store, actor: open_hospital(store, actor, "x", [], [], "x"), READERS),
    "hospital_files": (lambda store, actor: hospital_files(store, actor, HOSPITAL), {MANAGER}),
    "hospital_plans": (lambda store, actor: hospital_plans(store, actor, HOSPITAL), READERS),
    "hospital_plan": (lambda store, actor: hospital_plan(store, actor, HOSPITAL, 1), READERS),
    "keep_hospital_plan": (
        lambda store, actor: keep_hospital_plan(store, actor, HOSPITAL, None, frozenset(), "x"),
        READERS,
    ),
    "revise_hospital": (lambda store, actor: revise_hospital(store, actor, HOSPITAL, "x", {}, [], "$", None), READERS),
    "send_float": (lambda store, actor: send_float(store, actor, [], "x"), {MANAGER, OFFICE}),
    "upgrade": (upgrade, {MANAGER, KEEPER}),
    "backup": (lambda store, actor: backup(store, actor, PROJECT / "README.md"), {MANAGER, KEEPER}),
    "restore": (lambda store, actor: restore(store, actor, PROJECT / "README.md"), {MANAGER, KEEPER}),
}
OF_A_DRAFT = {
    "history": (history, READERS, {MANAGER}),
    "plan_at": (plan_at, READERS, {MANAGER}),
    "version_of": (version_of, READERS, BOSSES),
    "revision_of": (revision_of, READERS, BOSSES),
    "revisions": (revisions, READERS, {MANAGER}),
    "runs_of": (runs_of, READERS, BOSSES),
    "facts_of": (lambda store, actor, draft: facts_of(store, actor, draft, Unit), {MANAGER}, {MANAGER}),
    "keep_facts": (lambda store, actor, draft: keep_facts(store, actor, draft, UNIT), {MANAGER}, {MANAGER}),
    "workbook_of": (workbook_of, {MANAGER}, {MANAGER}),
    "see_pay": (see_pay, {MANAGER}, {MANAGER}),
    "see_patients": (see_patients, {MANAGER}, {MANAGER}),
    "patient_locks_of": (patient_locks_of, READERS, {MANAGER}),
    "locks_of": (locks_of, READERS, BOSSES),
    "cell_notes_of": (cell_notes_of, READERS, BOSSES),
    "answers_of": (answers_of, READERS, BOSSES),
    "changed_since": (
        lambda store, actor, draft: changed_since(store, actor, draft, frozenset(), ""),
        READERS,
        READERS,
    ),
    "grounds_of": (grounds_of, READERS, READERS),
    "published_plan": (published_plan, EVERYBODY, EVERYBODY),
    "posting_at": (posting_at, EVERYBODY, EVERYBODY),
    "attached_names": (attached_names, READERS, {MANAGER}),
    "attachments_of": (attachments_of, {MANAGER}, {MANAGER}),
    "issues_before": (
        lambda store, actor, draft: issues_before(store, actor, SimpleNamespace(draft=draft, number=2)),
        EVERYBODY,
        EVERYBODY,
    ),
    "published_workbook": (published_workbook, {MANAGER}, {MANAGER}),
    "ledger_at": (ledger_at, READERS, READERS),
    "own_ledger": (own_ledger, {*READERS, STAFF}, {*READERS, STAFF}),
    "put_ask": (
        lambda store, actor, draft: put_ask(store, actor, draft, AskKind.TIME_OFF, OFF),
        UNIT_ITSELF,
        UNIT_ITSELF,
    ),
    "asks_of": (asks_of, UNIT_ITSELF, UNIT_ITSELF),
    "rules_of": (rules_of, EVERYBODY, EVERYBODY),
    "set_rules": (lambda store, actor, draft: set_rules(store, actor, draft, PartRules()), {MANAGER}, {MANAGER}),
    "mark_seen": (lambda store, actor, draft: mark_seen(store, actor, draft, "ask 1"), UNIT_ITSELF, UNIT_ITSELF),
    "mark_mailed": (
        lambda store, actor, draft: mark_mailed(store, actor, draft, "ann", "ask 1"),
        {MANAGER},
        {MANAGER},
    ),
    "told_of": (told_of, UNIT_ITSELF, UNIT_ITSELF),
    "take_along": (lambda store, actor, draft: take_along(store, actor, draft, "x"), EVERYBODY, EVERYBODY),
    "open_draft": (
        lambda store, actor, draft: open_draft(
            store, actor, "x", "x", b"", frozenset(), DraftKind.CASELOADS if draft == CASELOADS else DraftKind.SCHEDULE
        ),
        {MANAGER},
        {MANAGER},
    ),
    "accept": (lambda store, actor, draft: accept(store, actor, draft, 2, [], [EXTRA, HAS], "x"), {MANAGER}, {MANAGER}),
    "undo": (lambda store, actor, draft: undo(store, actor, draft, 2), {MANAGER}, {MANAGER}),
    "redo": (lambda store, actor, draft: redo(store, actor, draft, 3), {MANAGER}, {MANAGER}),
    "set_locks": (lambda store, actor, draft: set_locks(store, actor, draft, [], True), {MANAGER}, {MANAGER}),
    "set_cell_note": (
        lambda store, actor, draft: set_cell_note(store, actor, draft, ("ann", OFF.first), "x"),
        {MANAGER},
        {MANAGER},
    ),
    "keep_answer": (
        lambda store, actor, draft: keep_answer(store, actor, draft, "ann", EXTRA.what, Answer.YES),
        {MANAGER},
        {MANAGER},
    ),
    "lock_patient": (lambda store, actor, draft: lock_patient(store, actor, draft, "P-9", True), {MANAGER}, {MANAGER}),
    "keep_run": (
        lambda store, actor, draft: keep_run(store, actor, KeptRun(draft, 1, 0, "x", "x", 0, 0, 0)),
        {MANAGER},
        {MANAGER},
    ),
    "revise": (lambda store, actor, draft: revise(store, actor, draft, 1, b"new", "x"), {MANAGER}, {MANAGER}),
    "publish": (
        lambda store, actor, draft: publish(
            store, actor, draft, 2, revision=1, unit=None, policy="[]", score=Score(0, 0)
        ),
        {MANAGER},
        {MANAGER},
    ),
}
ONLY_TELL = {"note", "note_patients", "note_pay", "note_refusal"}
"""What only adds to the audit what somebody did."""


def public_functions():
    """Return every public function of the store that takes a database and who asks, by name."""
    found = {}
    for module in pkgutil.walk_packages(package.__path__, "optimizer.store."):
        if module.ispkg or ".migrations." in module.name:
            continue
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and "database" in inspect.signature(function).parameters:
                found[name] = [*inspect.signature(function).parameters]
    return found


def test_every_function_that_takes_a_database_is_told_who_asks_and_stands_here():
    found = public_functions()
    nobody_asks = {name for name, parameters in found.items() if parameters[:2] != ["database", "actor"]}
    assert nobody_asks == {"require_newest", "was_told"}  # neither reads what anybody wrote
    assert found.keys() - nobody_asks - ONLY_TELL == FOR_ALL.keys() | OF_A_DRAFT.keys()


def test_nobody_outside_the_store_reads_it_past_its_functions():
    outside = [path for path in (PROJECT / "optimizer").rglob("*.py") if "store" not in path.parts]
    past = [
        f"{path}:{node.lineno}"
        for path in outside
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("reading", "writing")
    ]
    assert len(outside) > 300
    assert past == []


def may(call, *arguments):
    """Tell whether a call is not refused, whatever else becomes of it, and what it returned."""
    try:
        return True, call(*arguments)
    except ForbiddenError as error:
        assert " has the role " in str(error)
        return False, None
    except Exception as error:
        return True, error


@pytest.mark.parametrize("draft", [SCHEDULE, CASELOADS])
def test_every_role_gets_what_it_may_and_nothing_else(copies, draft):
    from optimizer.store.database.connection import database

    store, kind = database(copies()), 1 if draft == SCHEDULE else 2
    wanted = {name: entry[1] for name, entry in FOR_ALL.items()}
    wanted |= {name: entry[kind] for name, entry in OF_A_DRAFT.items()}
    calls = {name: (entry[0], ()) for name, entry in FOR_ALL.items()}
    calls |= {name: (entry[0], (draft,)) for name, entry in OF_A_DRAFT.items()}
    granted = {name: set() for name in wanted}
    for role in reversed(Role):
        for name, (call, arguments) in calls.items():
            done, value = may(call, store, Actor("x", role, "ann"), *arguments)
            granted[name] |= {role} if done else set()
            for private in ("pay of a unit", "P-1", "A private matter", "ann@home.example"):
                own = (role, private) == (STAFF, "ann@home.example")  # whoever asks here is ann
                assert role is MANAGER or own or private not in repr(value), name
    assert granted == wanted
    assert verify(store, Actor("x", MANAGER)) == ()
