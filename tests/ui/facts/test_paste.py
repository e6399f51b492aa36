"""Many rows are pasted into a table of facts at once, as from a spreadsheet, and none of them is lost."""

import re

import pytest

from tests.ui.apps import open_store
from tests.ui.story import page_over, tab

ROWS = 120
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def store(tmp_path):
    open_store(tmp_path)
    return tmp_path / "store.db"


def paste(it, text):
    """Paste text where the keyboard is, by way of the clipboard."""
    it.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    it.press("Control+v")
    it.rest()


def click_blank(it):
    """Take the first blank line of the table in hand."""
    table = it.page.locator("[data-testid=stDataFrame]").filter(visible=True).first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    it.page.get_by_role("heading").first.hover()
    it.page.mouse.click(box["x"] + 80, box["y"] + box["height"] - 2.5 * 33)
    table.locator("td[aria-selected=true]").first.wait_for(state="attached")
    it.page.wait_for_timeout(300)


def test_rows_beyond_the_last_line_are_refused_until_there_is_room(browser, store):
    text = "\r\n".join(f"Z{number:03}\tNew {number}\tRN\tRN\t1" for number in range(ROWS)) + "\r\n"
    with page_over(store) as url, tab(browser, url, permissions=CLIPBOARD) as it:
        it.page.goto(f"{url}/staff-and-credentials")
        it.page.get_by_role("tab", name="Credentials").wait_for()
        it.rest()
        click_blank(it)
        paste(it, text)
        said = it.page.get_by_role("alert").filter(has_text="nothing was pasted")
        said.wait_for()
        assert re.match(rf"{ROWS} rows were copied, and this table has (49|50) lines from here on", said.inner_text())
        assert not it.page.get_by_text("Not saved yet").count()

        # What is typed up to the click that makes room stays.
        it.page.keyboard.type("Z998", delay=30)
        it.page.get_by_role("button", name="More blank lines").filter(visible=True).first.click()
        it.rest()
        it.page.get_by_text(re.compile(r"Not saved yet\.$")).wait_for()
        click_blank(it)
        paste(it, text)
        # The first of them goes over the line that was typed, which is the one in hand, all others to new ones.
        wanted = rf"Not saved yet\. Staff: ({ROWS}|1 row changed, {ROWS - 1}) rows added\.$"
        it.page.get_by_text(re.compile(wanted)).wait_for()
        assert not said.count()
