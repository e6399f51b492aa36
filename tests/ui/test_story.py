"""The stories of those who work with the page, in a real browser, from beginning to end."""

import re
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.staffing.facts.words import on
from optimizer.staffing.policy import default_policy
from optimizer.store.asks.asks import asks_of, put_ask
from optimizer.store.database.connection import database
from optimizer.store.roles import Actor, Role
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit
from tests.ui.story import page_over, tab

ANA, BEN, EVE = "1001", "1002", "1005"
ASKING = ("1003", "1006", "1007")
MANAGER = Actor("m1", Role.MANAGER)
MOST_CLICKS = 60
LEFT = ("Nothing waits for you.", "1 ask waits for you.", "2 asks wait for you.")
"""What the page Requests says of that many asks."""


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "unit.xlsx"
    write_unit(path, example_unit(date.today()), default_policy(), scenarios=example_scenarios())
    return path


def days():
    first = example_unit(date.today()).calendar.first
    return [(first + timedelta(days=number)).isoformat() for number in range(14)]


def import_and_open(it, workbook, name):
    it.go("Import")
    it.page.locator("input[type=file]").set_input_files(workbook)
    it.page.get_by_label("Name of the draft").fill(name)
    it.page.get_by_role("button", name="Open a draft").click()
    it.grid()


def solve(it, look=bool):
    it.button("Solve")
    it.choose("How long", "10 seconds")
    it.button("Start")
    it.page.get_by_role("button", name="Take it", exact=True).wait_for()
    it.rest()
    look()
    it.button("Take it")
    it.page.get_by_role("button", name="Take it").wait_for(state="detached")
    it.grid()


def left_as_they_are(it, name):
    """See marked in the grid what would change, and nothing of somebody while they are left as they are."""
    marks, theirs = (it.page.locator(f"td{of}[data-then]") for of in ("", f"[data-who='{EVE}']"))
    it.until(theirs.count)
    whole = marks.count()
    assert "then " in theirs.first.get_attribute("aria-label")
    it.page.get_by_text("Take a part of it").click()
    it.page.get_by_role("combobox", name="Leave as they are").click()
    it.page.get_by_role("option", name=name).click()
    it.press("Escape")
    it.until(lambda: not theirs.count())
    assert 0 < marks.count() < whole
    it.page.get_by_role("combobox", name="Leave as they are").click()
    it.press("Backspace")
    it.press("Escape")
    it.until(lambda: marks.count() == whole)


def test_a_manager_goes_from_a_workbook_to_a_published_schedule(browser, tmp_path, workbook):
    week = days()
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        import_and_open(it, workbook, "The next two weeks")
        it.page.get_by_text("The next two weeks").filter(visible=True).first.wait_for()
        solve(it, lambda: left_as_they_are(it, "Example, Eve"))
        assert it.page.locator(".strip li", has_text="Must-fix problems").locator("b").inner_text() == "0"

        # Twenty cells by keyboard: Ana's days, then some of Ben's; the letters move on by themselves.
        it.cell(ANA, week[0]).click()
        it.press(*"d.d..n.d.d...n")
        it.cell(BEN, week[0]).click()
        it.press(*"..n.d.")
        it.saved()
        assert [it.text(ANA, day) for day in week[:6]] == ["D", "", "D", "", "", "N"]
        assert [it.text(BEN, day) for day in week[:6]] == ["", "", "N", "", "D", ""]
        it.page.get_by_text(f", {on(date.fromisoformat(week[6]))}: ").wait_for()  # the panel follows the cell in hand

        # A night before a day is a breach, told at the cell; undone, it is gone.
        it.cell(ANA, week[1]).click()
        it.press("n")
        it.saved()
        it.page.wait_for_function(LABEL_TELLS, arg=[f"td[data-who='{ANA}'][data-day='{week[2]}']", "rest"])
        it.press("Control+z")
        it.page.wait_for_function(TEXT_IS, arg=[f"td[data-who='{ANA}'][data-day='{week[1]}']", ""])
        assert "rest" not in it.label(ANA, week[2])

        # What is locked stays when the rest is solved again.
        it.cell(ANA, week[0]).click()
        it.press("l")
        it.saved()
        solve(it)
        assert it.text(ANA, week[0]) == "D"
        assert "Locked" in it.label(ANA, week[0])

        decide_three(it, database(str(tmp_path / "store.db")), 2, date.fromisoformat(week[8]))
        compare_three(it)

        # One must is broken on purpose, accepted with a reason, and published.
        it.go("Schedule")
        it.grid()
        it.cell(EVE, week[2]).click()
        it.press("n", "d")
        it.saved()
        it.page.wait_for_function(LABEL_TELLS, arg=[f"td[data-who='{EVE}'][data-day='{week[3]}']", "rest"])
        it.go("Publish and history")
        it.page.get_by_label("Reason for every breach that has none of its own").fill("Eve asked for it herself")
        it.page.get_by_role("button", name="Publish this schedule").click()
        it.page.get_by_test_id("stAlertContentSuccess").first.wait_for()
        assert sheets(it, "Roster as Excel", tmp_path) == {"Schedule"}
        assert {"Schedule", "Hours", "Staff"} <= sheets(it, "Full copy with pay", tmp_path)

        # After a reload everything is there.
        it.page.reload()
        it.page.get_by_text("What was accepted, and why").first.click()
        it.page.get_by_text("Eve asked for it herself").first.wait_for(state="attached")
        it.go("Schedule")
        it.grid()
        assert (it.text(ANA, week[0]), it.text(EVE, week[2])) == ("D", "N")
        assert "Locked" in it.label(ANA, week[0])
        print_it(it)


def decide_three(it, store, draft, day):
    """Have three of the staff ask for a day off, and approve two of them; the third is told why not.

    Each is decided with a reason: who has a duty on that day, as a search may have it, leaves a must-fix problem.
    """
    for who in ASKING:
        put_ask(store, Actor(who, Role.STAFF, who), draft, AskKind.TIME_OFF, Wanted(day, day))
    it.go("Requests")
    for left, answer in ((2, "Approve"), (1, "Deny"), (0, "Approve")):
        it.page.get_by_label("Reason", exact=True).first.fill("Two are off then")
        it.page.get_by_role("button", name=answer, exact=True).first.click()
        it.page.get_by_text(LEFT[left]).wait_for()
        it.rest()
    states = [ask.state for ask in asks_of(store, MANAGER, draft)]
    assert states == [AskState.APPROVED, AskState.DENIED, AskState.APPROVED]


def print_it(it):
    """Have the schedule printed, as far as the window that asks for a printer; and tell what the whole day took."""
    it.go("Schedule")
    it.grid()
    it.page.evaluate("window.print = () => { window.printed = true }")
    it.page.get_by_role("button", name="Print", exact=True).click()
    assert it.page.evaluate("window.printed")
    print(f"A manager's Monday: {it.effort}")
    assert it.clicks <= MOST_CLICKS


def sheets(it, download, folder):
    with it.page.expect_download() as expected:
        it.page.get_by_role("button", name=download).click()
    expected.value.save_as(folder / "download.xlsx")
    return set(load_workbook(folder / "download.xlsx").sheetnames)


def compare_three(it):
    it.go("Scenarios")
    it.choose("Seconds for each", "10")
    it.page.get_by_role("button", name="Compare", exact=True).click()
    it.page.get_by_role("button", name="Download as Excel").wait_for(timeout=180_000)
    it.page.get_by_text("Side by side").filter(visible=True).first.wait_for()


def test_two_managers_on_one_draft_do_not_overwrite_each_other(browser, tmp_path, workbook):
    week = days()
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as one, tab(browser, url) as other:
        import_and_open(one, workbook, "Together")
        other.page.goto(f"{url}/?draft=2")
        other.grid()
        one.cell(ANA, week[0]).click()
        one.press("d")
        one.saved()
        # The other has not seen it: the same cell is refused with who was faster, another cell is kept.
        other.cell(ANA, week[0]).click()
        other.press("n")
        other.saved()
        other.cell(BEN, week[1]).click()
        other.press("n")
        other.saved()
        assert (other.text(ANA, week[0]), other.text(BEN, week[1])) == ("D", "N")
        one.cell(BEN, week[3]).click()
        one.press("d")
        one.saved()
        assert (one.text(ANA, week[0]), one.text(BEN, week[1]), one.text(BEN, week[3])) == ("D", "N", "D")


def test_a_leader_compares_scenarios_and_sees_nobodys_pay(browser, tmp_path, workbook):
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as manager:
        import_and_open(manager, workbook, "For leadership")
    with page_over(tmp_path / "store.db", "leadership:l1") as url, tab(browser, url) as leader:
        links = leader.page.get_by_test_id("stSidebarNav").get_by_role("link").all_inner_texts()
        titles = [link.split("\n")[-1] for link in links]
        assert "Import" not in titles
        compare_three(leader)
        for title in titles:
            leader.go(title)
            seen = leader.page.get_by_test_id("stMainBlockContainer").inner_text()
            wrong = leader.page.locator("[data-testid=stException], [data-testid=stAlertContentError]")
            assert wrong.all_inner_texts() == [], title
            assert not RATE.search(seen), title
        print(f"Leadership's question: {leader.effort}")


RATE = re.compile(r"\$45(\.00)?(?![\d,])")
"""What the nurses of the example earn an hour."""
LABEL_TELLS = """([where, word]) => [...document.querySelectorAll('*')].some((element) =>
  (element.shadowRoot?.querySelector(where)?.getAttribute('aria-label') || '').toLowerCase().includes(word))"""
TEXT_IS = """([where, text]) => [...document.querySelectorAll('*')].some((element) => {
  const cell = element.shadowRoot?.querySelector(where); return cell && cell.textContent.trim() === text })"""
