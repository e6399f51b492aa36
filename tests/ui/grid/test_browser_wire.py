"""Nothing that is typed gets lost: refusals, dropped messages, no network, reloads and servers that start again."""

from contextlib import ExitStack

from tests.ui.browser import free_port, serve
from tests.ui.grid.conftest import DEMO, opened
from tests.ui.grid.test_browser_look import WATCH

PATIENCE = 2900
"""Milliseconds for which the grid waits for an answer before it sends again; it says that all is saved no sooner."""


def test_a_refused_change_goes_back_and_says_why(grid):
    before = grid.text("s03", 25)
    grid.button("Slow")
    grid.take("s03", 25)
    grid.press("n")
    assert grid.text("s03", 25) == "N"
    grid.wait_text("s03", 25, before)
    assert "may not work nights" in grid.alarm()
    assert "refused" in grid.looks("s03", 25)
    assert "Not changed: Dimas, Dario may not work nights" in grid.label("s03", 25)
    grid.at("s03", 25).hover()
    assert "may not work nights" in grid.page.locator(".tip").inner_text()
    grid.take("s03", 25)
    grid.press("e")
    assert "refused" not in grid.looks("s03", 25)


def test_what_another_tab_changed_meanwhile_is_not_overwritten(browser, url, grid):
    there = browser.new_context().new_page()
    there.goto(grid.page.url)
    there.get_by_role("button", name="Other tab", exact=True).click()
    there.wait_for_selector("#probe[data-version='2']", state="attached")
    there.context.close()
    grid.take("s00", 19)
    grid.press("d")
    grid.wait_text("s00", 19, "E")
    assert "Somebody else changed this cell" in grid.alarm()
    grid.take("s00", 19)
    grid.press("d")
    grid.saved()
    assert grid.text("s00", 19) == "D"


def test_a_dropped_message_is_sent_again(grid):
    grid.button("Drop the next")
    grid.take("s05", 23)
    grid.page.evaluate(WATCH)
    grid.press("e")
    grid.saved()
    assert grid.page.evaluate("window.saved")[-1] > PATIENCE
    assert grid.text("s05", 23) == "E"
    grid.wait_version(2)


def test_many_letters_at_a_slow_server_are_all_kept_and_applied_once(grid):
    before, wanted = grid.texts("s05", 19, 30), ["E", "N"] * 6
    grid.button("Slow")
    grid.take("s05", 19)
    grid.keyboard.type("enenenenenen", delay=80)
    grid.saved()
    assert grid.texts("s05", 19, 30) == wanted
    grid.wait_version(1 + sum(one != other for one, other in zip(before, wanted, strict=True)))
    assert int(grid.probe("requests")) < 12


def test_four_seconds_without_a_network(grid):
    grid.page.context.set_offline(True)
    grid.take("s05", 23)
    grid.press("e", "e")
    grid.page.wait_for_selector(".saved[data-state=offline]")
    assert "2 changes are kept here" in grid.page.locator(".saved").inner_text()
    grid.page.wait_for_timeout(4000)
    grid.page.context.set_offline(False)
    grid.saved()
    assert grid.texts("s05", 23, 24) == ["E", "E"]
    grid.page.reload()
    grid.page.wait_for_selector("td[data-who]:not(.past)")
    assert grid.texts("s05", 23, 24) == ["E", "E"]


def test_a_reload_sends_what_was_not_acknowledged(grid):
    grid.button("Drop the next")
    grid.take("s05", 23)
    grid.press("e")
    grid.wait_requests(1)
    grid.page.reload()
    grid.page.wait_for_selector("td[data-who]:not(.past)")
    assert grid.text("s05", 23) == "E"
    grid.saved()
    grid.page.reload()
    grid.page.wait_for_selector("td[data-who]:not(.past)")
    assert grid.text("s05", 23) == "E"
    grid.wait_version(2)


def test_a_server_that_has_forgotten_judges_again_without_harm(grid):
    grid.take("s05", 23)
    grid.press("e")
    grid.saved()
    grid.button("Forget sessions")
    grid.button("Drop the next")
    grid.take("s05", 24)
    grid.press("e")
    grid.saved()
    assert grid.texts("s05", 23, 24) == ["E", "E"]
    grid.wait_version(3)


def test_undo_asked_for_twice_is_done_once(grid):
    before = grid.text("s05", 23)
    grid.take("s05", 23)
    grid.press("e", "e")
    grid.saved()
    grid.button("Drop the next")
    grid.take("s05", 23)
    grid.page.evaluate(WATCH)
    grid.press("Control+z")
    grid.saved()
    assert grid.page.evaluate("window.saved")[-1] > PATIENCE
    assert grid.texts("s05", 23, 24)[0] == "E"
    grid.press("Control+z")
    grid.saved()
    assert grid.text("s05", 23) == before


def test_what_is_typed_after_an_undo_waits_for_it(grid):
    grid.take("s05", 23)
    grid.press("e")
    grid.saved()
    grid.take("s05", 23)
    grid.press("Control+z", "n", "d")
    grid.saved()
    assert grid.texts("s05", 23, 24) == ["N", "D"]
    grid.wait_version(5)


def test_changes_outlive_a_server(browser):
    port = free_port()
    with ExitStack() as first, ExitStack() as last:
        url = first.enter_context(serve(DEMO, port=port))
        grid = last.enter_context(opened(browser, url))
        first.close()
        grid.take("s05", 23)
        grid.press("e", "e")
        grid.page.wait_for_timeout(1000)
        last.enter_context(serve(DEMO, port=port))
        grid.saved()
        assert grid.texts("s05", 23, 24) == ["E", "E"]
        grid.wait_version(3)
