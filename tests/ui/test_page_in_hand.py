"""What people do on the page with keys and mouse, in a real browser: several things on each page that is started."""

import re

import pytest

from optimizer.planning.score import Score
from optimizer.store.database.connection import database
from optimizer.store.drafts import drafts
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.store.workbooks import workbook_of
from optimizer.summary.explain.why import why
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.study import facts_of
from optimizer.workbook.unit.read import read_bytes
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.axe import violations
from tests.ui.story import page_over, tab

LINE = 33
"""How many pixels a line of a table is high."""
FROM = 900
"""How far to the right the dates on the sheet Credentials are."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Return a store whose draft is published and lacks every third duty, so that much is short and wrong."""
    place = tmp_path_factory.mktemp("broken")
    plan = frozenset(pair for at, pair in enumerate(sorted(solved_small())) if at % 3)
    store, draft = open_store(place, plan=plan)
    facts = facts_of(read_bytes(workbook_of(store, MANAGER, draft)), 1)
    publish(
        store, MANAGER, draft, 1, revision=1, unit=facts.unit, policy=policy_text(facts.contents.policy),
        score=Score(0, 0),
    )  # fmt: skip
    return place / "store.db"


@pytest.fixture(scope="module")
def url(broken):
    """Return the address of the page over that store, which one server answers for all of these tests."""
    with page_over(broken) as found:
        yield found


def click_line(it, line, across=80):
    """Click a line of the first table that shows, at once as the pointer comes from elsewhere, as a finger would."""
    it.page.get_by_role("heading").first.hover()
    table = it.page.locator("[data-testid=stDataFrame]").filter(visible=True).first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    it.page.mouse.click(box["x"] + across, box["y"] + LINE * (line + 1.5))
    it.page.wait_for_timeout(300)


def type_(it, *words):
    """Type words, and press keys that have names, as fast as people do."""
    for word in words:
        if word in ("Enter", "Tab", "ArrowRight", "Control+a"):
            it.press(word)
        else:
            it.page.keyboard.type(word, delay=30)
        it.page.wait_for_timeout(150)
    it.rest()


def told(it, pattern):
    it.page.get_by_text(re.compile(pattern)).filter(visible=True).first.wait_for()


def test_tables_of_facts_take_what_is_typed_where_it_is_typed(browser, url):
    with tab(browser, url) as it:
        missing = []
        it.page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
        it.page.goto(f"{url}/staff-and-credentials")
        it.page.get_by_role("tab", name="Credentials").wait_for()
        it.rest()
        assert missing == []  # a deep link asks for nothing that is not there
        with it.page.context.new_page() as other:  # nor does one to the page that is at the address of the whole
            other.goto(f"{url}/schedule")
            other.wait_for_selector("h1")
            assert not other.get_by_role("dialog").count()

        # A new id in the blank line, Enter, and the next word goes to the next line, not over the first person's name.
        for title in ("Credentials", "Staff"):
            it.page.get_by_role("tab", name=title).click()
            it.rest()
        click_line(it, 12)
        type_(it, "Z98", "Enter")
        type_(it, "Z99", "Tab", "Zoe", "Enter")
        told(it, r"Not saved yet\. Staff: 2 rows added\.$")

        # On the tab beside it a date is typed as it is shown; a year that nobody plans in is told at its cell.
        it.page.get_by_role("tab", name="Credentials").click()
        it.rest()
        click_line(it, 0, FROM)
        type_(it, "Enter")
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", it.page.locator(".gdg-input").first.input_value())
        type_(it, "Control+a", "61225-12-25", "Enter")
        told(it, r"Staff: 2 rows added; Credentials: 1 row changed")
        it.page.get_by_label("Why").fill("A slip")
        it.button("Save")
        told(it, r"Nothing is saved yet")
        told(it, r"Credentials \(1 to mend\)")
        assert not it.page.locator("[data-testid=stException]").count()

        # On another page of facts the same: what is typed after Enter goes below.
        it.go("Requests")
        it.page.locator("[data-testid=stDataFrame]").filter(visible=True).last.scroll_into_view_if_needed()
        box = it.page.locator("[data-testid=stDataFrame]").filter(visible=True).last.bounding_box()
        it.page.mouse.click(box["x"] + 80, box["y"] + box["height"] - 2.5 * LINE)
        it.page.wait_for_timeout(300)
        type_(it, "ArrowRight", "ArrowRight", "2026-12-24", "Enter")
        type_(it, "2026-12-25", "Enter")
        told(it, r"Not saved yet\. Requests: 2 rows added\.$")


def test_every_problem_is_visited_and_every_click_leads_somewhere(browser, url):
    with tab(browser, url, timezone_id="Australia/Brisbane") as it:
        it.grid()
        page, detail = it.page, it.page.locator(".detail")
        count = int(page.locator(".tally").inner_text())
        assert count > 30

        # F8 goes through days, names, cells and counts of the coverage, and comes round again.
        seen, places = [], set()
        page.locator("[data-do=problem]").click()
        while detail.inner_text() not in seen:
            seen.append(detail.inner_text())
            places.add(page.evaluate(SPOTTED))
            it.press("F8")
            page.wait_for_timeout(30)
            if len(seen) == 1:
                page.locator("td.active").focus()
        assert {"count", "person", "cell"} <= places
        assert len(seen) <= count
        assert any("below the minimum" in said for said in seen)

        # A click on a short count marks its column, tells what is short, and who could come; nothing of it is cut.
        page.locator("tfoot td.below").first.click()
        it.rest()
        page.get_by_role("heading", name="This place and day").wait_for()
        assert page.locator("td.column").count() > 10
        told(it, r"0 of \d there, at least")
        give = page.get_by_role("button", name="Give", exact=True).first
        give.wait_for()
        assert give.evaluate(
            "(at) => [...at.querySelectorAll('*')].every((one) => one.scrollWidth <= one.clientWidth + 1)"
        )

        # A click on a problem leads to its place.
        before = detail.inner_text()
        click_line(it, 4, across=300)
        it.until(lambda: detail.inner_text() != before)

        # What was refused is not marked on paper, nor any more once something was undone; and undo says what it did.
        cell = page.locator("td[data-who]:not(.past)").nth(2)
        cell.click()
        it.press("n")
        it.saved()
        cell.click()
        page.evaluate(PASTE, "nonsense")
        assert "refused" in cell.locator(".chip").get_attribute("class")
        page.emulate_media(media="print")
        looks = cell.locator(".chip").evaluate(
            "(at) => { const it = getComputedStyle(at); return it.backgroundImage + it.outlineStyle }"
        )
        assert "repeating" not in looks
        assert "double" not in looks
        page.emulate_media(media="screen")
        it.press("Control+z")
        it.saved()
        assert "refused" not in cell.locator(".chip").get_attribute("class")
        it.until(lambda: page.locator(".said").inner_text().startswith("Undone: Typed in the grid (1 cell)."))

        # Nothing changed since it was published, and the time of that is the reader's own.
        it.go("Publish and history")
        told(it, r"nothing to amend")
        told(it, r"AEST")


def test_why_is_asked_by_a_key_tried_by_a_click_and_read_by_everybody(browser, broken, url):
    who, iso = could_be_granted(broken)
    with tab(browser, url, color_scheme="light") as it:
        it.grid()
        before = it.text(who, iso)
        it.cell(who, iso).click()
        it.press("?")
        told(it, r"^Asked for .*refused")
        told(it, r"^To grant it: ")
        panel = it.page.locator(".st-key-panel-beside")
        panel.get_by_role("button", name="Try", exact=True).first.click()
        it.until(lambda: it.text(who, iso) != before)
        panel.get_by_role("button", name="Undo", exact=True).click()
        it.until(lambda: it.text(who, iso) == before)

        # Whatever the panel is asked for, light or dark, it keeps nobody out; a right click opens it as well.
        it.button("Close")
        it.cell(who, iso).click(button="right")
        panel.wait_for()
        for choice in ("Who could take it", "Out sick", "Swap with…", "What else", "Why"):
            panel.get_by_text(choice, exact=True).click()
            it.rest()
            for scheme in ("dark", "light"):
                it.page.emulate_media(color_scheme=scheme)
                it.rest()
                assert violations(it.page, ".st-key-panel-beside") == [], (choice, scheme)


def could_be_granted(broken):
    """Return a cell whose request was refused and could be granted."""
    store = database(str(broken))
    desk = Desk(MANAGER, store, drafts(store, MANAGER)[-1])
    for request, day, granted in desk.figures.wishes:
        found = () if granted else why(desk.unit, desk.judge, desk.verdict, request.who, day).asked
        if any(asked.grant for asked in found):
            return request.who, day.isoformat()
    raise AssertionError("Every request that was refused is refused for good.")


SPOTTED = """() => { const root = document.querySelector('[data-schedule-grid]').shadowRoot;
  return root.querySelector('.spotted')?.dataset.spot.split(' ')[0] ?? 'cell' }"""
PASTE = """(text) => { const root = document.querySelector('[data-schedule-grid]').shadowRoot;
  const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', text);
  root.querySelector('td.active').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })) }"""
