"""The page Audit."""

import pytest
from sqlalchemy import text

from tests.ui.apps import addresses, app_as, at_page, open_store


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path)[0]


def page(role):
    app = at_page(app_as(role), "audit")
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        ("manager", [("x1", "keep facts"), ("x1", "read pay")]),
        ("leadership", [("the page", "keep facts"), ("the page", "read pay")]),
        ("administrator", []),
    ],
)
def test_the_chain_is_verified_and_told_with_who_read_pay(store, role, reads):
    app = page(role)
    assert f"Verified: {2 + len(reads)} rows" in app.success[0].value
    table = app.dataframe[0].value
    told = [*zip(table["Who"], table["What"], strict=True)]
    assert told == [*reads, ("m1", "open"), ("a1", "upgrade")]
    assert app.get("download_button")[0].label == "All rows as JSON lines"


def test_a_broken_row_is_named(store):
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE audit SET who = 'somebody' WHERE id = 2"))
    app = page("administrator")
    assert "The row 2 of the table audit was changed" in app.error[0].value
    assert not app.success


def test_a_head_that_was_kept_is_looked_for(store):
    app = page("administrator")
    (head,) = [text.value.removeprefix("Head now: ") for text in app.text if text.value.startswith("Head now")]
    assert app.text_input[0].set_value(head).run().success
    assert "no row 1 with the hash" in app.text_input[0].set_value(f"{head.split(':')[0]}:1").run().error[0].value
    assert "is not the head" in app.text_input[0].set_value("hello").run().error[0].value


def test_rows_are_filtered(store):
    app = page("manager")
    app.selectbox(key="audit What").select("open").run()
    assert [*app.dataframe[0].value["Row"]] == [2]


def test_staff_have_no_such_page(store):
    assert "audit" not in addresses(app_as("staff", "R001"))
