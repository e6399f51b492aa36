"""Patients of a draft who stay where they are."""

import json

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.kinds import DraftKind
from optimizer.store.locks import lock_patient, patient_locks_of
from optimizer.store.roles import Actor, Role
from tests.store.conftest import MANAGER


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "A panel", "December", b"a workbook", frozenset(), DraftKind.CASELOADS)


def test_patients_are_locked_and_opened_and_others_are_left_to_the_workbook(store, draft):
    assert patient_locks_of(store, MANAGER, draft) == {}
    lock_patient(store, MANAGER, draft, "P-1", True)
    lock_patient(store, MANAGER, draft, "P-1", True)
    lock_patient(store, MANAGER, draft, "P-2", False)
    assert patient_locks_of(store, MANAGER, draft) == {"P-1": True, "P-2": False}
    lock_patient(store, MANAGER, draft, "P-1", False)
    assert patient_locks_of(store, MANAGER, draft) == {"P-1": False, "P-2": False}
    told = [json.loads(line)["action"] for line in export(store, MANAGER)]
    assert told[2:] == ["read patients", "lock", "unlock", "unlock"]
    assert verify(store, MANAGER) == ()


def test_drafts_have_locks_of_their_own(store, draft):
    other = open_draft(store, MANAGER, "A panel", "January", b"a workbook", frozenset(), DraftKind.CASELOADS)
    lock_patient(store, MANAGER, draft, "P-1", True)
    assert patient_locks_of(store, MANAGER, other) == {}


def test_a_schedule_has_no_patients_and_a_missing_draft_is_said_to_be_missing(store):
    schedule = open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())
    with pytest.raises(StoreError, match="is a schedule"):
        lock_patient(store, MANAGER, schedule, "P-1", True)
    with pytest.raises(MissingError, match="no draft 9"):
        lock_patient(store, MANAGER, 9, "P-1", True)
    with pytest.raises(MissingError, match="no draft 9"):
        patient_locks_of(store, MANAGER, 9)


def test_only_who_may_change_caseloads_locks(store, draft):
    with pytest.raises(ForbiddenError, match="may not change caseloads"):
        lock_patient(store, Actor("l", Role.LEADERSHIP), draft, "P-1", True)
    with pytest.raises(ForbiddenError):
        patient_locks_of(store, Actor("s", Role.STAFF), draft)
    with pytest.raises(ForbiddenError, match="may not see single patients"):
        patient_locks_of(store, Actor("l", Role.LEADERSHIP), draft)
