"""Searches are kept beside the version that they began with."""

import pytest

from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import ForbiddenError, MissingError
from optimizer.store.roles import Actor, Role
from optimizer.store.runs import KeptRun, keep_run, runs_of
from tests.store.conftest import MANAGER

RUN = KeptRun(1, 1, 7, "rosters", "feasible", 11_999_00, 12_000_00, 4_000)


def test_runs_are_kept_and_told(store):
    draft = open_draft(store, MANAGER, "4 West", "December", b"", frozenset())
    failed = KeptRun(draft, 1, 8, "cpsat", "infeasible", 0, None, 10)
    assert (keep_run(store, MANAGER, RUN), keep_run(store, MANAGER, failed)) == (1, 2)
    assert runs_of(store, Actor("l", Role.LEADERSHIP), draft) == (RUN, failed)
    assert verify(store, MANAGER) == ()


def test_a_run_needs_its_version_and_a_manager(store):
    with pytest.raises(MissingError, match="no version 1 of a draft 1"):
        keep_run(store, MANAGER, RUN)
    with pytest.raises(ForbiddenError):
        keep_run(store, Actor("l", Role.LEADERSHIP), RUN)
    with pytest.raises(ForbiddenError):
        runs_of(store, Actor("s", Role.STAFF), 1)
