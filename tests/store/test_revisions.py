"""New versions of a draft's facts."""

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft, version_of
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.revisions import RevisionConflictError, revise, revision_of, revisions
from optimizer.store.roles import Actor, Role
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER

OTHER = Actor("m2", Role.MANAGER)


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "4 West", "December", b"first", frozenset())


def test_a_draft_begins_with_the_facts_it_was_opened_with(store, draft):
    assert revision_of(store, MANAGER, draft) == 1
    (opened,) = revisions(store, MANAGER, draft)
    assert (opened.number, opened.who, opened.why) == (1, "m1", "Opened from a workbook")


def test_every_revision_can_be_had_and_the_newest_is_what_counts(store, draft):
    assert revise(store, MANAGER, draft, 1, b"second", "Cleo was hired") == 2
    assert revise(store, OTHER, draft, 2, b"third", " Ben went ") == 3
    assert revision_of(store, MANAGER, draft) == 3
    assert workbook_of(store, MANAGER, draft) == b"third"
    assert [workbook_of(store, MANAGER, draft, number) for number in (1, 2, 3)] == [b"first", b"second", b"third"]
    assert [(each.number, each.who, each.why) for each in revisions(store, MANAGER, draft)[1:]] == [
        (2, "m1", "Cleo was hired"),
        (3, "m2", "Ben went"),
    ]
    assert version_of(store, MANAGER, draft) == 1
    assert verify(store, MANAGER) == ()


def test_facts_may_become_again_what_they_were(store, draft):
    revise(store, MANAGER, draft, 1, b"second", "Cleo was hired")
    assert revise(store, MANAGER, draft, 2, b"first", "She does not come after all") == 3
    assert workbook_of(store, MANAGER, draft) == b"first"


def test_the_same_facts_are_no_new_revision(store, draft):
    before = export(store, MANAGER)
    assert revise(store, MANAGER, draft, 1, b"first", "why") == 1
    assert export(store, MANAGER) == before


def test_a_change_of_old_facts_is_told_who_changed_them_and_changes_nothing(store, draft):
    revise(store, OTHER, draft, 1, b"second", "Cleo was hired")
    with pytest.raises(RevisionConflictError, match=r"revision 2 by m2: Cleo was hired") as conflict:
        revise(store, MANAGER, draft, 1, b"third", "Ben went")
    assert [each.who for each in conflict.value.theirs] == ["m2"]
    assert workbook_of(store, MANAGER, draft) == b"second"


def test_drafts_have_facts_of_their_own(store, draft):
    other = open_draft(store, MANAGER, "4 West", "January", b"first", frozenset())
    revise(store, MANAGER, other, 1, b"second", "why")
    assert (workbook_of(store, MANAGER, draft), workbook_of(store, MANAGER, other)) == (b"first", b"second")


def test_what_makes_no_sense_is_refused(store, draft):
    with pytest.raises(StoreError, match="needs a reason"):
        revise(store, MANAGER, draft, 1, b"second", " ")
    with pytest.raises(MissingError, match="no revision 4 of its facts; the newest is 1"):
        revise(store, MANAGER, draft, 4, b"second", "why")
    with pytest.raises(MissingError, match="no revision 2 of its facts; it has 1 to 1"):
        workbook_of(store, MANAGER, draft, 2)
    for look in (revision_of, revisions, lambda *asked: revise(*asked, 1, b"second", "why")):
        with pytest.raises(MissingError, match="no draft 9"):
            look(store, MANAGER, 9)
    assert revision_of(store, MANAGER, draft) == 1
