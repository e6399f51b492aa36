"""What people do on the page with keys and mouse, in a real browser: several things on each page that is started."""

import re

import pytest

from optimizer.store.drafts import drafts, open_draft, plan_at
from optimizer.store.kinds import DraftKind
from optimizer.workbook.read_panel import read_panel_bytes
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.story import page_over, tab

ZONE = {"timezone_id": "Australia/Brisbane"}
LINE = 35
"""How many pixels a line of a table is high."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Return a place with a store whose draft lacks every third duty, so that much is short and wrong."""
    place = tmp_path_factory.mktemp("broken")
    plan = sorted(solved_small())
    return place, open_store(place, plan=frozenset(pair for at, pair in enumerate(plan) if at % 3))[0]


def table(it):
    """Return the box of the first table that shows."""
    found = it.page.locator("[data-testid=stDataFrame]").filter(visible=True).first
    found.scroll_into_view_if_needed()
    return found.bounding_box()


def click_line(it, line, across=80):
    """Click a line of the first table that shows at once as the pointer comes from elsewhere, as a finger would."""
    it.page.get_by_role("heading").first.hover()
    box = table(it)
    it.page.mouse.click(box["x"] + across, box["y"] + LINE * (line + 1) + LINE / 2)
    it.page.wait_for_timeout(300)


def type_(it, *words):
    for word in words:
        it.page.keyboard.type(word, delay=20) if len(word) > 1 and word not in ("Enter", "Tab") else it.press(word)
        it.page.wait_for_timeout(150)


def told(it, pattern):
    it.page.get_by_text(re.compile(pattern)).filter(visible=True).first.wait_for()


def test_tables_of_facts_take_what_is_typed_where_it_is_typed(browser, broken):
    place, _ = broken
    with page_over(place / "store.db") as url, tab(browser, url) as it:
        missing = []
        it.page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
        it.page.goto(f"{url}/staff-and-credentials")
        it.page.get_by_role("tab", name="Credentials").wait_for()
        it.rest()
        assert missing == []

        # A new id in the blank line, Enter, and the next word goes to the next line, not over the first person's name.
        for title in ("Credentials", "Staff"):
            it.page.get_by_role("tab", name=title).click()
            it.rest()
        click_line(it, 12)
        type_(it, "Z98", "Enter")
        it.rest()
        type_(it, "Z99", "Tab", "Zoe", "Enter")
        it.rest()
        told(it, r"Not saved yet\. Staff: 2 rows added\.$")

        # On the tab beside it a date is typed as it is shown; a year that nobody plans in is told at its cell.
        it.page.get_by_role("tab", name="Credentials").click()
        it.rest()
        click_line(it, 0, across=350)
        type_(it, "Enter")
        field = it.page.locator(".gdg-input").first
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", field.input_value())
        it.press("Control+a")
        type_(it, "61225-12-25", "Enter")
        it.rest()
        told(it, r"Credentials: 1 row changed")
        it.page.get_by_label("Why").fill("A slip")
        it.button("Save")
        told(it, r"Nothing is saved yet")
        assert not it.page.locator("[data-testid=stException]").count()

        # On the other pages of facts the same: what is typed after Enter goes below.
        for page in ("Requests", "Rules and prices"):
            it.go(page)
            lines = it.page.locator("[data-testid=stDataFrame]").filter(visible=True).last
            lines.scroll_into_view_if_needed()
            it.rest()
            it.page.get_by_role("heading").last.hover()
            box = lines.bounding_box()
            it.page.mouse.click(box["x"] + box["width"] - 60, box["y"] + box["height"] - 1.5 * LINE)
            it.page.wait_for_timeout(300)
            type_(it, "one", "Enter")
            it.rest()
            type_(it, "two", "Enter")
            it.rest()
            told(it, r"Not saved yet\. \w+: [^;]*2 rows added|Not saved yet\. \w+: [^;]*added, |Not saved yet\. \w+: 1 row changed, 1 row added")


def test_every_problem_is_visited_and_every_click_leads_somewhere(browser, broken):
    place, _ = broken
    with page_over(place / "store.db") as url, tab(browser, url, **ZONE) as it:
        it.grid()
        page = it.page
        count = int(page.locator(".tally").inner_text())
        listed = page.locator("[data-testid=stDataFrame]").first.locator("tbody tr")
        assert count > 30
        told(it, r"Click one to go to its place")

        # F8 goes through days, names, cells and counts of the coverage, and comes round again.
        seen, places = [], set()
        detail = page.locator(".detail")
        for _ in range(count + 2):
            it.press("F8") if seen else page.locator("[data-do=problem]").click()
            page.wait_for_timeout(30)
            seen.append(detail.inner_text())
            places.add(page.evaluate(SPOTTED))
            if seen[-1] in seen[:-1]:
                break
        assert {"count", "person", "cell"} <= places
        assert any("below the minimum" in said for said in seen)

        # A click on a short count marks its column, tells what is short, and who could come.
        red = page.locator("tfoot td.below").first
        red.scroll_into_view_if_needed()
        red.click()
        it.rest()
        page.get_by_role("heading", name="This place and day").wait_for()
        assert page.locator("td.column").count() > 10
        told(it, r"0 of \d there, at least")
        give = page.get_by_role("button", name="Give", exact=True).first
        give.wait_for()
        assert give.evaluate("(at) => [...at.querySelectorAll('*')].every((part) => part.scrollWidth <= part.clientWidth + 1)")

        # A click on a problem leads to its place.
        before = detail.inner_text()
        click_line(it, 4, across=300)
        it.until(lambda: detail.inner_text() != before)

        # What was refused is no more marked once something was undone, nor on paper.
        locked = page.locator("td[data-who]:not(.past)").nth(2)
        who, day = locked.get_attribute("data-who"), locked.get_attribute("data-day")
        it.cell(who, day).click()
        it.press("l")
        it.saved()
        it.rest()
        refuse(it, who, day)
        assert "refused" in it.cell(who, day).locator(".chip").get_attribute("class")
        page.emulate_media(media="print")
        assert it.cell(who, day).locator(".chip").evaluate("(at) => getComputedStyle(at).backgroundImage") == "none"
        page.emulate_media(media="screen")
        it.press("Control+z")
        assert "refused" not in it.cell(who, day).locator(".chip").get_attribute("class")
        assert listed.count() >= 0

        # Times are those of the browser.
        it.go("Audit")
        told(it, r"AEST") if page.get_by_text("AEST").count() else None


SPOTTED = """() => { const root = document.querySelector('[data-schedule-grid]').shadowRoot;
  const spot = root.querySelector('.spotted'); return spot ? spot.dataset.spot.split(' ')[0] : 'cell' }"""


def refuse(it, who, day):
    """Paste what is no code."""
    it.page.evaluate("""([who, day]) => {
      const cell = document.querySelector('[data-schedule-grid]').shadowRoot.querySelector(`td[data-who="${who}"][data-day="${day}"]`);
      const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', 'nonsense');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
    }""", [who, day])


__all__ = ["DraftKind", "drafts", "open_draft", "plan_at", "read_panel_bytes", "SAMPLES", "MANAGER"]
