"""The story of a manager who has no workbook of ours: her own roster in, the next month in its own layout out."""

import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.paths import PROJECT
from tests.ui.axe import violations
from tests.ui.confirm.own_roster import HEAD, NAMES, SCRIPT, TOP, own_roster
from tests.ui.story import page_over, tab

REAL = PROJECT.parent / "shared" / "rosters" / "glider-pl" / "marzec_2021_wersja_bazowa.xlsx"
PATIENT = 240_000
"""Milliseconds; a month of a real ward is planned for a while, and the machine may be busy."""
SHORT = 5_000
KEEPS_EVERY_MUST = re.compile(r"No schedule can be (more than [\d.]+ % )?better[.]")
"""What is told of a search once it has a schedule that keeps every must."""
STREAMLITS = {"presentation-role-conflict"}
"""What axe says of Streamlit's own file uploader."""
CODES = {"E", "L", "N", "AL"}


def drop(it, *files):
    it.go("Import")
    it.page.locator("input[type=file]").set_input_files(files)
    it.page.locator("td[data-cell]").first.wait_for()
    it.rest()


def plan_next(it):
    it.page.get_by_role("button", name="Plan the next month").click()
    it.grid()


def solve(it):
    it.button("Solve")
    it.choose("How long", "1 minute")
    it.button("Start")
    take = it.page.get_by_role("button", name="Take it", exact=True)
    it.page.get_by_text(KEEPS_EVERY_MUST).or_(take).first.wait_for(timeout=PATIENT)
    stop_if_it_goes_on(it)
    take.click(timeout=PATIENT)
    it.page.get_by_role("button", name="Take it").wait_for(state="detached")
    it.grid()


def stop_if_it_goes_on(it):
    """Be content with what was found, unless the search ends by itself just then."""
    api = pytest.importorskip("playwright.sync_api")
    with suppress(api.TimeoutError):
        it.page.get_by_role("button", name="Stop and keep the best").click(timeout=SHORT)


def in_own_layout(it):
    it.go("Publish and history")
    it.button("Write it into my roster")
    with it.page.expect_download() as expected:
        it.page.get_by_role("button", name="My roster with this schedule").click()
    return load_workbook(BytesIO(Path(expected.value.path()).read_bytes()))


def test_her_roster_goes_in_and_the_next_month_comes_out_in_its_layout(browser, tmp_path):
    march = tmp_path / "march.xlsx"
    march.write_bytes(own_roster())
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.page.on("dialog", lambda dialog: pytest.fail(f"a file's text was run: {dialog.message}"))
        drop(it, march)

        # Her sheet is there as it is, nothing in it is taken for markup, and every cell tells what it was taken for.
        assert cell(it, "A2").text_content() == SCRIPT
        assert cell(it, f"A{TOP}").get_attribute("class") == "marked person"
        cell(it, f"D{TOP}").click()
        reason = it.page.locator(".reason").text_content()
        assert reason.startswith(f"D{TOP}, duty: L Adams Ruth · Tuesday 3 March 2026 · L: work 14:00-22:00.")
        it.press("ArrowRight")
        assert "Wednesday 4 March 2026" in it.page.locator(".reason").text_content()

        # It is judged as it stands, on this page.
        it.button("Judge this roster")
        it.page.get_by_text("Must-fix problems").first.wait_for()
        assert "h were worked" in it.page.get_by_test_id("stMainBlockContainer").inner_text()

        # The next month is planned, and comes back in her own layout: another title and other dates, her own codes.
        plan_next(it)
        solve(it)
        sheet = in_own_layout(it)["Off duty"]
        assert sheet["A1"].value == "St Luke's, Ward 4: April 2026"
        assert (sheet.cell(HEAD - 1, 2).value, sheet.cell(HEAD, 2).value) == ("Wed", 1)
        assert [sheet.cell(TOP + place, 1).value for place in range(len(NAMES))] == [*NAMES]
        duties = [sheet.cell(TOP + place, 2 + day).value for place in range(len(NAMES)) for day in range(30)]
        assert {code for code in duties if code} <= CODES
        assert len([code for code in duties if code]) > 100
        assert sheet.cell(TOP, 33).value == f'=COUNTIF(B{TOP}:AF{TOP},"N")'


@pytest.mark.skipif(not REAL.exists(), reason="there are no rosters that somebody else made")
def test_a_real_ward_s_roster_goes_in_and_comes_out(browser, tmp_path):
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        drop(it, REAL)
        plan_next(it)
        it.cell("Pracownik 14", "2021-04-01").click()
        it.press("n", "n", "d")
        it.saved()
        back, before = in_own_layout(it), load_workbook(REAL)
        assert back.sheetnames == before.sheetnames
        assert "KWIECIEŃ" in back["grafik"]["A1"].value
        people = [row[0].value for row in before["grafik"]["A6:A29"]]
        assert [row[0].value for row in back["grafik"]["A6:A29"]] == people
        (row,) = (row for row in back["grafik"]["A6:AE29"] if (row[0].value or "").strip() == "Pracownik 14")
        assert [cell.value for cell in row[1:6]] == ["N", "N", "D", None, None]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_a_roster_that_is_confirmed(browser, tmp_path, scheme):
    march = tmp_path / "march.xlsx"
    march.write_bytes(own_roster())
    with page_over(tmp_path / "store.db") as url, tab(browser, url, color_scheme=scheme) as it:
        drop(it, march)
        found = violations(it.page, "[data-testid=stMainBlockContainer]")
        assert [each for each in found if each[0] not in STREAMLITS] == []


def test_a_thousand_rows_are_drawn_before_anybody_waits(browser, tmp_path):
    long = tmp_path / "long.csv"
    lines = [
        f"Nurse {number:04d}," + ",".join("DENX"[(number + day) % 4] for day in range(28)) for number in range(990)
    ]
    long.write_text("\n".join(["March 2026", "Name," + ",".join(str(day) for day in range(1, 29)), *lines]))
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        drop(it, Path(long))
        assert it.page.locator("tbody tr:has(td[data-cell])").count() < 200
        it.page.locator(".frame").evaluate("async frame => { for (let at = 0; at < 60; at += 1) {"
            " frame.scrollTop = frame.scrollHeight; await new Promise(requestAnimationFrame); } }")  # fmt: skip
        it.until(lambda: cell(it, "A990").count() == 1)


def cell(it, place):
    return it.page.locator(f"td[data-cell='{place}']")
