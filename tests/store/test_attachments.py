"""The files that a draft was made from are kept with it as they were."""

import pytest

from optimizer.store.attachments import Attachment, attached_names, attachments_of
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import ForbiddenError
from optimizer.store.roles import Actor, Role
from tests.store.conftest import MANAGER
from tests.store.test_publications import PLAN

FILES = (Attachment("march.xls", b"\x00as it was"), Attachment("answers.toml", b"[said]"))


def test_files_come_back_byte_for_byte_in_their_order(store):
    draft = open_draft(store, MANAGER, "4 West", "April", b"a workbook", PLAN, made_from=FILES)
    assert attachments_of(store, MANAGER, draft) == FILES
    assert attached_names(store, MANAGER, draft) == ("march.xls", "answers.toml")
    assert not verify(store, MANAGER)


def test_a_draft_of_our_own_workbook_has_none(store):
    draft = open_draft(store, MANAGER, "4 West", "April", b"a workbook", PLAN)
    assert attachments_of(store, MANAGER, draft) == ()


def test_who_may_not_see_pay_may_not_see_the_files(store):
    draft = open_draft(store, MANAGER, "4 West", "April", b"a workbook", PLAN, made_from=FILES)
    with pytest.raises(ForbiddenError):
        attachments_of(store, Actor("l1", Role.LEADERSHIP), draft)
