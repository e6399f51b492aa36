"""Nothing of a schedule is worked out, or read from the store, twice while a page is drawn."""

from collections import Counter

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from optimizer.planning.score import Judge
from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small

QUICK = ("BEGIN", "SAVEPOINT", "RELEASE", "SELECT draft.kind", "SELECT draft.id", "SELECT max(")
"""What asks only whether something is there, or how new it is: each reading asks for itself, in no time."""
TWICE = {"audit": "SELECT audit.", "publish-and-history": "SELECT publication."}
"""Pages that read something for two reasons of their own."""


@pytest.fixture
def judged(monkeypatch):
    """Count the plans that are judged as a whole, by what they are."""
    found, judge = Counter(), Judge.judge

    def counted(self, plan):
        found[id(self), plan] += 1
        return judge(self, plan)

    monkeypatch.setattr(Judge, "judge", counted)
    return found


@pytest.fixture
def asked():
    """Count what is asked of the store, by its words and values."""
    found = Counter()

    def hear(connection, cursor, statement, values, context, many):
        if not statement.startswith(QUICK):
            found[" ".join(statement.split()), str(values)] += 1

    event.listen(Engine, "before_cursor_execute", hear)
    yield found
    event.remove(Engine, "before_cursor_execute", hear)


def test_a_page_works_nothing_out_twice_and_asks_the_store_once(tmp_path, judged, asked):
    open_store(tmp_path, plan=solved_small())
    app = app_as("manager")
    for address in addresses(app):
        judged.clear()
        asked.clear()
        at_page(app, address)
        assert not app.exception, address
        assert [each for each, times in judged.items() if times > 1] == [], address
        allowed = TWICE.get(address, "nothing")
        assert [each for each, times in asked.items() if times > 1 and not each[0].startswith(allowed)] == [], address
