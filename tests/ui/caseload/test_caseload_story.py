"""The story of a case management supervisor, in a real browser: from a panel's workbook to an accepted rebalance."""

from dataclasses import replace

from optimizer.caseload.figures import transfers
from optimizer.store.audit.verify import verify
from optimizer.store.database.connection import database
from optimizer.store.drafts import drafts, history, plan_at
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Actor, Role
from tests.ui.panels import SAMPLE, contents
from tests.ui.story import page_over, tab

READER = Actor("reader", Role.MANAGER)


def test_a_supervisor_goes_from_a_workbook_to_an_accepted_rebalance(browser, tmp_path):
    path = tmp_path / "store.db"
    with page_over(path) as url, tab(browser, url) as it:
        it.go("Import")
        it.page.locator("input[type=file]").set_input_files(SAMPLE)
        it.page.get_by_label("Name of the draft").fill("January")
        it.page.get_by_role("button", name="Open a draft").click()
        it.page.wait_for_selector("h1:has-text('Board')")
        it.rest()
        store = database(str(path))
        (draft,) = (each for each in drafts(store, READER) if each.kind is DraftKind.CASELOADS)
        assert draft.name == "January"
        assert plan_at(store, READER, draft.id) == contents().plan

        # Those without a case manager are placed by a search, and taken.
        it.button("Find case managers")
        it.page.get_by_role("button", name="Take them all").click()
        it.page.wait_for_selector("text=Take them all", state="detached")
        it.rest()
        placed = plan_at(store, READER, draft.id)
        assert contents().plan < placed
        it.until(lambda: tile(it, "Patients placed") == f"{len(placed)} of {len(contents().panel.patients)}")

        # A few transfers even the caseloads out; one is accepted, then the rest.
        it.go("Rebalance")
        it.page.get_by_label("At most, transfers").fill("4")
        it.press("Enter")
        it.rest()
        it.button("Find transfers")
        it.page.get_by_role("button", name="Accept all").wait_for()
        it.rest()
        offered = it.page.get_by_role("button", name="Accept", exact=True).count()
        assert 2 <= offered <= 4
        it.page.get_by_role("button", name="Accept", exact=True).first.click()
        it.button("Accept it" if offered == 2 else f"Accept all {offered - 1}")
        it.page.get_by_text("All of them are accepted.").wait_for()
        evened = plan_at(store, READER, draft.id)
        assert len(evened - placed) == offered
        whys = [edit.why for edit in history(store, READER, draft.id)]
        assert len(whys) == 4
        assert whys[-1] == f"Rebalanced: {offered - 1} transfer{'' if offered == 2 else 's'}"

        # The board shows it, and what was accepted last is undone.
        it.go("Board")
        it.page.wait_for_selector("h1:has-text('Board')")
        it.rest()
        it.until(lambda: tile(it, "Moved since it was opened") == str(len(transfers(as_opened(), evened))))
        it.button("Undo")
        it.until(lambda: len(plan_at(store, READER, draft.id) - placed) == 1)
        assert verify(store, READER) == ()


def as_opened():
    """Return the panel with who had whom when the draft was opened."""
    return replace(contents().panel, given=contents().plan)


def tile(it, title):
    """Return the number on a tile."""
    tile_ = it.page.get_by_test_id("stMetric").filter(has_text=title)
    return tile_.get_by_test_id("stMetricValue").inner_text()
