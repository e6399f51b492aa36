"""Offers in a browser: a click takes one, a double click no more."""

from optimizer.store.drafts import history, plan_at
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.story import page_over, tab

UNIT = unit_sample("small").unit


def double_click(it, button):
    """Click as a hand does that is used to icons: twice within a fifth of a second, at the same place."""
    box = button.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for delay in (0, 200):
        it.page.wait_for_timeout(delay)
        it.page.mouse.click(x, y)
    it.page.get_by_role("button", name="Given", exact=True).wait_for()
    it.page.mouse.click(x, y)  # and once more, when the answer is there
    it.rest()


def test_a_double_click_gives_a_duty_once(browser, tmp_path):
    store, draft = open_store(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.go("Coverage")
        give = it.page.get_by_role("button", name="Give", exact=True)
        give.first.wait_for()
        give.first.scroll_into_view_if_needed()
        it.rest()
        shown = give.count()
        double_click(it, give.first)
        assert len(plan_at(store, MANAGER, draft)) == 1
        assert len(history(store, MANAGER, draft)) == 2  # opened, and one edit
        assert give.count() == shown - 1
        assert all(button.is_disabled() for button in give.all())
        it.button("Undo")
        assert plan_at(store, MANAGER, draft) == frozenset()


def test_a_double_click_beside_the_grid_swaps_once(browser, tmp_path):
    plan = solved_small()
    store, draft = open_store(tmp_path, plan=plan)
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.grid()
        give, someone = it.page.get_by_role("button", name="Give", exact=True), None
        for someone in sorted(pair for pair in plan if pair.what.role == "RN"):
            it.cell(someone.who, someone.what.day.isoformat()).click()
            it.page.wait_for_timeout(400)
            it.rest()
            if give.count():
                break
        give.first.scroll_into_view_if_needed()
        double_click(it, give.first)
        assert len(history(store, MANAGER, draft)) == 2  # opened, and one edit
        after = plan_at(store, MANAGER, draft)
        ((taker, gets),) = ((pair.who, pair.what) for pair in after - plan)
        assert gets == someone.what
        assert someone in plan - after
        assert {pair.who for pair in plan - after - {someone}} <= {taker}  # who may have to leave another duty for it


def test_two_people_swap_beside_the_grid_as_one_edit_and_undo_turns_both_round(browser, tmp_path):
    plan = solved_small()
    store, draft = open_store(tmp_path, plan=plan)
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.grid()
        swap = it.page.get_by_role("button", name="Swap", exact=True)
        for someone in sorted(pair for pair in plan if pair.what.role == "RN"):
            it.cell(someone.who, someone.what.day.isoformat()).click()
            it.page.wait_for_timeout(400)
            it.rest()
            it.page.get_by_text("Swap with…", exact=True).click()
            it.rest()
            if swap.count():
                break
        swap.first.scroll_into_view_if_needed()
        swap.first.click()
        it.page.get_by_role("button", name="Swapped", exact=True).wait_for()
        it.rest()
        _, edit = history(store, MANAGER, draft)
        assert edit.why.startswith("Swap: ")
        assert len({pair.who for pair in edit.minus | edit.plus}) == 2
        assert {pair.what for pair in edit.minus} == {pair.what for pair in edit.plus}
        assert someone in edit.minus
        it.page.get_by_test_id("stBaseButton-secondary").filter(has_text="Undo").click()
        it.rest()
        assert plan_at(store, MANAGER, draft) == plan


def test_a_sick_call_is_covered_in_three_clicks_with_a_text_to_send(browser, tmp_path):
    plan = solved_small()
    store, draft = open_store(tmp_path, plan=plan)
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.grid()
        it.page.evaluate("window.clicks = 0; addEventListener('pointerdown', () => window.clicks++, true)")
        sick = sorted(pair for pair in plan if pair.what.role == "RN")[-1]
        it.cell(sick.who, sick.what.day.isoformat()).click()
        it.page.wait_for_timeout(400)
        it.rest()
        it.page.get_by_text("Out sick", exact=True).click()
        it.rest()
        assert "Ask " in it.page.get_by_test_id("stAlert").filter(has_text=" next").inner_text()
        give = it.page.get_by_role("button", name="Give", exact=True)
        give.first.scroll_into_view_if_needed()
        give.first.click()
        it.page.get_by_role("button", name="Given", exact=True).wait_for()
        it.rest()
        assert it.page.evaluate("window.clicks") <= 3
        _, edit = history(store, MANAGER, draft)
        assert "called in for" in edit.why
        assert sick in edit.minus
        assert sick.what in {pair.what for pair in edit.plus}
        it.page.get_by_text("Texts to send").click()
        assert "could you work" in it.page.get_by_text("could you work").first.inner_text()
