"""What people answered who were asked: kept as it was said, sealed, and no name of it in the audit."""

import json
from datetime import date

import pytest

from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import Answer, answers_of, keep_answer
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import MissingError
from tests.store.conftest import MANAGER

NIGHT = Duty(date(2026, 12, 6), "N", "RN")


def test_answers_are_kept_in_their_order_with_when_and_by_whom(store):
    draft = open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())
    keep_answer(store, MANAGER, draft, "ann", NIGHT, Answer.SILENT)
    keep_answer(store, MANAGER, draft, "ann", NIGHT, Answer.YES)
    first, second = answers_of(store, MANAGER, draft)
    assert (first.staff, first.duty, first.answer, first.asker) == ("ann", NIGHT, Answer.SILENT, MANAGER.id)
    assert second.answer is Answer.YES
    assert first.at <= second.at
    assert verify(store, MANAGER) == ()


def test_the_audit_tells_that_there_was_an_answer_and_not_whose(store):
    draft = open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())
    keep_answer(store, MANAGER, draft, "ann", NIGHT, Answer.NO)
    row = json.loads(export(store, MANAGER)[-1])
    assert (row["action"], row["subject"], json.loads(row["details"])["number"]) == ("answer", f"draft {draft}", 1)
    assert "ann" not in row["details"]


def test_a_draft_that_is_not_there_has_no_answers(store):
    with pytest.raises(MissingError):
        keep_answer(store, MANAGER, 9, "ann", NIGHT, Answer.NO)
