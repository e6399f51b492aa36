"""Leadership and the whole hospital, in a real browser: three budgets, where the pool goes, both reports, no pay."""

import re

import pytest
from openpyxl import load_workbook

from optimizer.planning.currency import money
from optimizer.ui.hospital.opening import sample
from optimizer.workbook.hospital.upload import read_folder
from tests.stores import begin
from tests.ui.axe import violations
from tests.ui.story import page_over, tab
from tests.ui.test_axe import STREAMLITS

LONG = 240_000
"""Milliseconds in which three short searches are over, however busy the machine is."""


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """Give the address of one page for all stories here, as leadership sees it."""
    folder = tmp_path_factory.mktemp("hospital")
    begin(folder)
    with page_over(folder / "store.db", "leadership:l1") as found:
        yield found


def rates():
    """Return what somebody of the sample is paid an hour, as an amount that stands alone."""
    facts = read_folder(dict(sample()))
    cents = {paid.rate for member in (*facts.members, facts.pool) for paid in member.unit.pay.values() if paid.rate}
    return re.compile("|".join(rf"{re.escape(money(each))}(?![\d,.])" for each in sorted(cents)))


def names():
    facts = read_folder(dict(sample()))
    return {staff.name for member in (*facts.members, facts.pool) for staff in member.unit.staff}


def seen(it):
    return it.page.get_by_test_id("stMainBlockContainer").inner_text()


def saved(it, label, place):
    with it.page.expect_download() as expected:
        it.page.get_by_role("button", name=label).click()
    expected.value.save_as(place)
    return place


def test_leadership_compares_three_budgets_sees_where_the_pool_goes_and_nobodys_pay(browser, url, tmp_path):
    with tab(browser, url) as it:
        it.go("Hospital")
        it.button("Open the sample hospital")
        it.page.get_by_text("4 of the pool may come").first.wait_for()
        it.page.get_by_role("tab", name="Compare budgets").click()
        it.choose("Seconds for each", "5")
        it.button("Compare budgets")
        it.page.get_by_role("heading", name="Budgets side by side").wait_for(timeout=LONG)
        it.page.get_by_role("button", name="Stop and keep the best").wait_for(state="detached", timeout=LONG)
        it.rest()
        for title in ("Units side by side", "Where the float pool goes", "What one more float nurse would save"):
            assert it.page.get_by_role("heading", name=title).is_visible(), title
        said = ("every $1,000 covers", "more money covers no more", "holds nobody back")
        assert sum(seen(it).count(each) for each in said) == 2
        report = load_workbook(saved(it, "Report as Excel", tmp_path / "report.xlsx"))
        assert report.sheetnames == ["Units", "Float pool by day"]
        assert saved(it, "Report to print", tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
        cells = {str(cell) for sheet in report for row in sheet.iter_rows(values_only=True) for cell in row}
        assert not cells & names()
        assert not rates().search("\n".join((seen(it), *cells)))
        wrong = violations(it.page, "[data-testid=stMainBlockContainer]")
        assert [each for each in wrong if each[0] not in STREAMLITS] == []
