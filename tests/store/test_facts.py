"""Facts are kept beside their workbook, and come back as they went in."""

import json
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.store import facts as kept
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.facts import facts_of, keep_facts
from optimizer.store.facts_text import facts_text, read_facts
from optimizer.store.revisions import revise
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.unit.read import Contents
from tests.made.random_policies import policies
from tests.made.random_units import plans, units
from tests.read_samples import panel_sample, unit_sample
from tests.store.conftest import MANAGER
from tests.store.full import spoil
from tests.store.test_publications import PLAN, UNIT


@dataclass(frozen=True)
class Whole:
    """All that a search needs."""

    unit: Unit
    policy: Policy
    plan: Plan
    share: Fraction


@settings(max_examples=60)
@given(st.data())
def test_random_units_with_their_rules_come_back_equal(data):
    unit = data.draw(units())
    whole = Whole(unit, data.draw(policies()), data.draw(plans(unit)), data.draw(st.fractions()))
    text = facts_text(whole)
    again = read_facts(text, Whole)
    assert again == whole
    assert facts_text(again) == text
    assert [*again.unit.pay] == [*unit.pay]  # in their own order


@pytest.mark.parametrize("name", ["small", "medsurg", "icu", "clash", "shortage"])
def test_what_is_read_of_a_sample_comes_back_equal(name):
    contents = unit_sample(name)
    again = read_facts(facts_text(contents), Contents)
    assert (again, again.unread) == (contents, contents.unread)
    assert facts_text(again) == facts_text(contents)


def test_what_is_read_of_a_panel_comes_back_equal():
    contents = panel_sample("small")
    again = read_facts(facts_text(contents), PanelContents)
    assert (again, again.unread) == (contents, contents.unread)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"unit": 1}', '{"name": "x"}'])
def test_damaged_facts_are_a_sentence(text):
    with pytest.raises(StoreError, match="Facts in the database are damaged"):
        read_facts(text, Whole)


def test_facts_are_handed_over_with_a_draft_and_with_each_revision(store):
    draft = open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN, facts=UNIT)
    assert facts_of(store, MANAGER, draft, Unit) == UNIT
    assert revise(store, MANAGER, draft, 1, b"another", "New") == 2
    assert facts_of(store, MANAGER, draft, Unit) is None
    assert facts_of(store, MANAGER, draft, Unit, 1) == UNIT
    revise(store, MANAGER, draft, 2, b"a workbook", "Back again", UNIT)
    assert facts_of(store, MANAGER, draft, Unit) == UNIT
    with pytest.raises(MissingError, match="has no revision 9"):
        facts_of(store, MANAGER, draft, Unit, 9)
    assert verify(store, MANAGER) == ()


def test_what_is_kept_already_stays_and_facts_of_another_form_are_read_again(store, monkeypatch):
    draft = open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN, facts=UNIT)
    rows = len(export(store, MANAGER))
    keep_facts(store, MANAGER, draft, Policy(()))
    assert len(export(store, MANAGER)) == rows
    monkeypatch.setattr(kept, "FORM", kept.FORM + "1")
    assert facts_of(store, MANAGER, draft, Unit) is None
    keep_facts(store, MANAGER, draft, UNIT)
    assert facts_of(store, MANAGER, draft, Unit) == UNIT
    assert json.loads(export(store, MANAGER)[-2])["action"] == "keep facts"
    assert verify(store, MANAGER) == ()


def test_damaged_facts_in_the_database_are_a_sentence(store):
    draft = open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN, facts=UNIT)
    spoil(store, "UPDATE facts SET content = '{}'")
    with pytest.raises(StoreError, match="ask: optimizer audit verify"):
        facts_of(store, MANAGER, draft, Unit)
