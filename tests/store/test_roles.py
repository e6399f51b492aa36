"""What a role may not do is refused in the store itself."""

import json

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import accept, drafts, history, open_draft, plan_at, redo, undo, version_of
from optimizer.store.errors import ForbiddenError
from optimizer.store.locks import locks_of, set_locks
from optimizer.store.revisions import revise, revision_of, revisions
from optimizer.store.roles import Actor, Permission, Role, check
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.test_drafts import ANN, BEN, FIRST

READS = {
    "drafts": drafts,
    "history": lambda store, actor: history(store, actor, 1),
    "plan": lambda store, actor: plan_at(store, actor, 1),
    "version": lambda store, actor: version_of(store, actor, 1),
    "locks": lambda store, actor: locks_of(store, actor, 1),
    "revision": lambda store, actor: revision_of(store, actor, 1),
    "revisions": lambda store, actor: revisions(store, actor, 1),
}
WRITES = {
    "open": lambda store, actor: open_draft(store, actor, "4 West", "January", b"", frozenset()),
    "accept": lambda store, actor: accept(store, actor, 1, 1, [], [BEN], "why"),
    "undo": lambda store, actor: undo(store, actor, 1, 1),
    "redo": lambda store, actor: redo(store, actor, 1, 1),
    "lock": lambda store, actor: set_locks(store, actor, 1, [("ben", FIRST)], True),
    "revise": lambda store, actor: revise(store, actor, 1, 1, b"another workbook", "why"),
}
PAY = {"workbook": lambda store, actor: workbook_of(store, actor, 1)}
AUDITS = {"verify": verify, "export": export}
UPKEEP = {"upgrade": upgrade}
REFUSED = {
    Role.STAFF: READS | WRITES | PAY | AUDITS | UPKEEP,
    Role.STAFFING_OFFICE: WRITES | PAY | AUDITS | UPKEEP,
    Role.LEADERSHIP: WRITES | PAY | UPKEEP,
    Role.ADMINISTRATOR: READS | WRITES | PAY,
}
SEE_ALL_UNITS = {Role.MANAGER, Role.STAFFING_OFFICE, Role.LEADERSHIP}
"""Who is told sums of every unit, what schedules cost in all among them."""
GRANTED = {
    Role.STAFFING_OFFICE: READS,
    Role.LEADERSHIP: READS | AUDITS,
    Role.ADMINISTRATOR: AUDITS | UPKEEP,
    Role.MANAGER: READS | PAY | AUDITS | UPKEEP,
}


@pytest.fixture
def kept(store):
    open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset({ANN}))
    return store


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in REFUSED.items() for name in names])
def test_what_a_role_may_not_do_is_refused_with_a_sentence_and_changes_nothing(kept, role, name):
    before = export(kept, MANAGER)
    with pytest.raises(ForbiddenError, match=f"^x has the role {role}, which may not [a-z ]+[.]$"):
        REFUSED[role][name](kept, Actor("x", role))
    *same, refusal = export(kept, MANAGER)
    assert same == before
    assert json.loads(refusal)["action"] == "refuse"


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in GRANTED.items() for name in names])
def test_what_a_role_may_do_is_done(kept, role, name):
    assert GRANTED[role][name](kept, Actor("x", role)) is not None


def test_only_a_manager_publishes_and_sees_pay_and_who_plans_the_hospital_sees_costs_in_all():
    def permitted(permission):
        return {role for role in Role if not _refuses(role, permission)}

    def _refuses(role, permission):
        try:
            check(Actor("x", role), permission)
        except ForbiddenError:
            return True
        return False

    assert permitted(Permission.PUBLISH) == {Role.MANAGER}
    assert permitted(Permission.READ_PAY) == {Role.MANAGER}
    assert permitted(Permission.READ_COSTS) == permitted(Permission.PLAN_HOSPITAL) == SEE_ALL_UNITS
    assert permitted(Permission.READ_LEDGERS) == SEE_ALL_UNITS
    assert Role.STAFF in permitted(Permission.READ_OWN_LEDGER)
