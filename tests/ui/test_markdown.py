"""Text from files is shown as it is: no picture is fetched, no link made, and no table writes formulas."""

import re
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import default_policy
from optimizer.staffing.schedule.accepted import accepted
from optimizer.store.drafts import accept, open_draft, version_of
from optimizer.store.frozen import policy_text
from optimizer.store.kinds import DraftKind
from optimizer.store.publications import publish
from optimizer.store.revisions import revision_of
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit
from tests.ui.apps import MANAGER, open_store
from tests.ui.story import page_over, tab

PICTURE = "![x](http://127.0.0.2:9/x.png)"
LINK = "[a](http://127.0.0.2:9/a)"
WHERE = "all => all.map(each => each.closest('[data-testid]').textContent.slice(0, 200))"
PAGES = ("Schedule", "Today", "Coverage", "Requests", "Publish and history", "My schedule", "Staff and credentials",
         "Need and acuity", "Rules and prices", "Overtime and budget", "Scenarios", "Compliance and reviews due",
         "Audit")  # fmt: skip


@pytest.fixture
def marked(tmp_path):
    """Return a store with a published draft of a unit in which every text is a picture or a link in Markdown."""
    unit = example_unit(date.today())
    ids = {staff.id: f"{PICTURE}{staff.id}" for staff in unit.staff}
    staff = tuple(
        replace(
            each, id=ids[each.id], name=f"{PICTURE}{LINK}{each.id}", preceptors=tuple(map(ids.get, each.preceptors))
        )
        for each in unit.staff
    )
    marked = replace(
        unit, name=f"{PICTURE}{LINK}", staff=staff,
        shifts=tuple(replace(each, name=f"{LINK}{PICTURE}{each.code}") for each in unit.shifts),
        requests=tuple(replace(each, who=ids[each.who]) for each in unit.requests),
        ties=tuple(replace(each, who=ids[each.who], other=ids[each.other]) for each in unit.ties),
        history=frozenset(Pair(ids[pair.who], pair.what) for pair in unit.history),
        locked=frozenset(Pair(ids[pair.who], pair.what) for pair in unit.locked), given=frozenset(),
    )  # fmt: skip
    scenarios = tuple(replace(each, name=f"{PICTURE}{at}") for at, each in enumerate(example_scenarios()))
    path = tmp_path / "marked.xlsx"
    write_unit(path, marked, default_policy(), scenarios=scenarios)
    contents = read(path)
    store, _ = open_store(tmp_path)
    plan = frozenset(Pair(each.id, Duty(marked.days[0], "D", each.roles[0])) for each in staff[:4])
    draft = open_draft(store, MANAGER, marked.name, f"{PICTURE}{LINK}", path.read_bytes(), plan)
    judge = Judge(formulate(contents.unit, contents.policy))
    verdict = judge.judge(plan)
    answers = [accepted(contents.unit, each, f"{PICTURE}{LINK}") for each in judge.findings(verdict) if each.must]
    publish(
        store, MANAGER, draft, version_of(store, MANAGER, draft), revision=revision_of(store, MANAGER, draft),
        unit=contents.unit, policy=policy_text(contents.policy), score=verdict.score, accepted=answers,
    )  # fmt: skip
    accept(store, MANAGER, draft, version_of(store, MANAGER, draft), [min(plan)], [], f"{PICTURE}{LINK}")
    return staff, marked.days[0]


REACHES = "img[src*='127.0.0.2'], a[href*='127.0.0.2']:not([href^='mailto:?'])"
"""What goes to another place; the link that opens a letter to nobody yet has the text in it, and fetches nothing."""


def test_no_page_fetches_a_picture_or_makes_a_link_of_a_text_from_a_file(browser, tmp_path, marked):
    staff, day = marked
    with page_over(tmp_path / "store.db", f"manager:{PICTURE}") as url, tab(browser, url) as it:
        found = {}
        for title in PAGES:
            it.go(title)
            if title == "Schedule":
                it.grid()
                it.cell(staff[1].id, day.isoformat()).click()
                it.rest()
            it.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
            it.rest()
            found[title] = it.page.locator(REACHES).evaluate_all(WHERE)
        assert not {title: where for title, where in found.items() if where}
        assert it.hosts - {""} == {url.split("/")[2]}


@pytest.fixture
def marked_panel(tmp_path):
    """Return a store with a draft of caseloads in which every id, name and area is a picture and a link in Markdown."""
    path = tmp_path / "panel.xlsx"
    write_panel(path, example_panel(date.today()))
    book = load_workbook(path)
    told = {str(row[0].value) for title in ("Managers", "Patients") for row in book[title].iter_rows(min_row=2)} - {
        "None"
    }
    for cell in (cell for sheet in book.worksheets for row in sheet.iter_rows(min_row=2) for cell in row):
        if isinstance(cell.value, str):
            words = [f"{PICTURE}{LINK}{word}" if word in told else word for word in cell.value.split(", ")]
            cell.value = ", ".join(words)
    for row in book["Managers"].iter_rows(min_row=2, min_col=2, max_col=2):
        row[0].value = f"{PICTURE}{LINK}{row[0].value}"
    book.save(path)
    store, _ = open_store(tmp_path)
    contents = read_panel(path)
    open_draft(
        store, MANAGER, f"{PICTURE}{LINK}", f"{PICTURE}{LINK}", path.read_bytes(), contents.plan, DraftKind.CASELOADS
    )


def test_no_page_about_caseloads_does_either(browser, tmp_path, marked_panel):
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        found = {}
        for title in ("Board", "Rebalance", "Who next", "Worklist", "Cover", "Staffing", "Hours"):
            it.go(title)
            it.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
            it.rest()
            found[title] = it.page.locator(REACHES).evaluate_all(WHERE)
        assert not {title: where for title, where in found.items() if where}
        assert it.hosts - {""} == {url.split("/")[2]}


def test_what_staff_are_shown_of_themselves_is_no_markdown(browser, tmp_path, marked):
    staff, _ = marked
    with page_over(tmp_path / "store.db", f"staff:{staff[1].id}") as url, tab(browser, url) as it:
        it.page.get_by_test_id("stTable").first.wait_for()
        assert not it.page.locator("img[src*='127.0.0.2'], a[href*='127.0.0.2']").evaluate_all(WHERE)


def test_no_table_offers_a_download_of_its_own(browser, tmp_path):
    open_store(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.go("Audit")
        it.page.get_by_test_id("stDataFrame").first.hover()
        it.page.get_by_role("button", name="Fullscreen").first.wait_for()
        assert not it.page.get_by_role("button", name=re.compile("Download as CSV")).count()


def test_an_address_that_names_a_very_long_draft_opens_the_newest(browser, tmp_path):
    open_store(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, f"{url}/?draft={'9' * 5000}") as it:
        assert not it.page.get_by_test_id("stException").count()
        assert it.page.get_by_role("heading").count()
