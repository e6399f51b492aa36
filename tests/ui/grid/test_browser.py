"""The grid at work: keys, mouse, clipboard, and what a reader is told."""

import pytest

from tests.ui.grid.conftest import opened


def test_letters_type_shifts_and_move_on(grid):
    before, wanted = grid.texts("s01", 23, 28), ["N", "D", "E", "", "PTO", ""]
    grid.take("s01", 23)
    grid.press("n", "d", "e", ".", "p", "o")
    assert grid.texts("s01", 23, 28) == wanted
    grid.saved()
    assert grid.texts("s01", 23, 28) == wanted
    changed = sum(one != other for one, other in zip(before, wanted, strict=True))
    grid.wait_version(1 + changed)


def test_shift_takes_the_next_code_with_a_letter_and_stays(grid):
    grid.take("s00", 23)
    seen = []
    for _ in range(3):
        grid.press("Shift+D")
        seen.append(grid.text("s00", 23))
    assert seen == ["D", "D/C", "D"]


def test_a_repeated_letter_cycles_in_place_without_moving_on(grid):
    grid.choose("Move on")
    grid.take("s00", 23)
    seen = []
    for _ in range(3):
        grid.press("n")
        seen.append(grid.text("s00", 23))
    assert seen == ["N", "N/C", "N"]


def test_nobody_is_given_a_role_they_do_not_have_by_a_letter(grid):
    grid.choose("Move on")
    grid.take("s01", 25)
    grid.press("n", "n")
    assert grid.text("s01", 25) == "N"


def test_arrows_and_shift_take_a_range(grid):
    grid.take("s01", 23)
    grid.press("ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "e")
    for who in ("s02", "s03"):
        assert grid.texts(who, 24, 25) == ["E", "E"]
    assert grid.page.locator("td[aria-selected=true]").count() == 4
    grid.press("Delete")
    assert grid.texts("s02", 24, 25) == ["", ""]
    grid.press("Escape")
    assert grid.page.locator("td[aria-selected=true]").count() == 1


@pytest.mark.parametrize(
    "key, who, day",
    [("Home", "s01", "2026-11-16"), ("End", "s01", "2026-12-13"), ("PageDown", "s11", "2026-11-23"),
     ("Control+Home", "s00", "2026-11-16"), ("Control+End", "s11", "2026-12-13")],
)  # fmt: skip
def test_keys_that_go_far(grid, key, who, day):
    grid.take("s01", 23)
    grid.press(key)
    active = grid.page.locator("td[tabindex='0']")
    assert (active.get_attribute("data-who"), active.get_attribute("data-day")) == (who, day)
    assert active.evaluate("cell => cell.getRootNode().activeElement === cell")


def test_a_cell_gone_to_is_clear_of_what_is_pinned(grid):
    grid.page.set_viewport_size({"width": 1000, "height": 700})
    grid.take("s01", 20)
    for key in ("End", "Control+Home", "Control+End", "ArrowUp", "Home"):
        grid.press(key)
        assert grid.page.locator("td[tabindex='0']").evaluate(
            "cell => { const {left, top, width, height} = cell.getBoundingClientRect();"
            " return [[2, 2], [width - 3, height - 3]].every(([x, y]) =>"
            " cell.contains(cell.getRootNode().elementFromPoint(left + x, top + y))) }"
        ), key


def test_the_list_of_codes_is_narrowed_by_typing(grid):
    grid.take("s01", 23)
    grid.press("Enter")
    options = grid.page.locator(".picker [role=option]")
    assert options.count() == 8
    grid.keyboard.type("even")
    assert options.all_inner_texts() == ["E\nEvening"]
    grid.press("Enter")
    assert grid.text("s01", 23) == "E"
    grid.press("F2", "Escape")
    assert grid.page.locator(".picker").is_hidden()
    grid.at("s01", 24).dblclick()
    grid.keyboard.type("off")
    grid.press("Enter")
    assert grid.text("s01", 24) == ""


def test_copying_gives_what_a_spreadsheet_reads(grid):
    grid.take("s00", 26, "s01", 28)
    grid.press("Control+c")
    copied = grid.page.evaluate("navigator.clipboard.readText()")
    assert copied == "\n".join("\t".join(grid.texts(who, 26, 28)) for who in ("s00", "s01"))


def test_a_block_is_pasted_where_the_range_begins(grid):
    grid.take("s05", 23)
    grid.paste("D\tn\toff\r\nE\t\tD+E\r\n")
    assert [grid.texts(who, 23, 25) for who in ("s05", "s06")] == [["D", "N", ""], ["E", "", "D+E"]]
    grid.saved()
    assert grid.texts("s06", 23, 25) == ["E", "", "D+E"]


def test_one_value_is_pasted_into_the_whole_range(grid):
    grid.take("s05", 23, "s06", 24)
    grid.paste("E")
    assert [grid.texts(who, 23, 24) for who in ("s05", "s06")] == [["E", "E"], ["E", "E"]]


def test_an_unknown_code_is_refused_with_a_sentence_and_nothing_is_lost(grid):
    before = grid.text("s05", 24)
    grid.take("s05", 23)
    grid.paste("E\tQ7\tE")
    assert grid.texts("s05", 23, 25) == ["E", before, "E"]
    assert "“Q7” is no code of this schedule" in grid.alarm()
    assert "refused" in grid.looks("s05", 24)
    grid.saved()
    assert grid.texts("s05", 23, 25) == ["E", before, "E"]


def test_cutting_copies_and_clears(grid):
    grid.take("s00", 26)
    grid.press("Control+x")
    assert (grid.text("s00", 26), grid.page.evaluate("navigator.clipboard.readText()")) == ("", "D/C")


def test_filling_down_and_to_the_right(grid):
    grid.take("s05", 23)
    grid.press("e")
    grid.take("s05", 23, "s06", 24)
    grid.press("Control+r", "Control+d")
    assert [grid.texts(who, 23, 24) for who in ("s05", "s06")] == [["E", "E"], ["E", "E"]]


def test_undo_and_redo_are_the_servers(grid):
    before = grid.texts("s05", 23, 24)
    grid.take("s05", 23)
    grid.press("e", "e")
    grid.saved()
    grid.press("Control+z", "Control+z")
    grid.saved()
    assert grid.texts("s05", 23, 24) == before
    grid.press("Control+y", "Control+Shift+Z")
    grid.saved()
    assert grid.texts("s05", 23, 24) == ["E", "E"]


def test_a_locked_cell_is_left_alone_until_it_is_unlocked(grid):
    grid.take("s05", 23)
    before = grid.text("s05", 23)
    grid.press("l")
    assert "locked" in grid.looks("s05", 23)
    grid.press("e")
    assert grid.text("s05", 23) == before
    assert "locked" in grid.alarm()
    grid.saved()
    assert "locked" in grid.looks("s05", 23)
    grid.take("s05", 23)
    grid.press("l")
    assert "locked" not in grid.looks("s05", 23)
    grid.press("e")
    grid.saved()
    assert grid.text("s05", 23) == "E"


def test_days_before_the_period_are_only_read(grid):
    before = grid.text("s00", 17)
    grid.take("s00", 17)
    grid.press("e")
    assert grid.text("s00", 17) == before
    assert "before the period" in grid.alarm()


def test_painting_over_cells(grid):
    grid.choose("Evening")
    grid.at("s05", 23).hover()
    grid.page.mouse.down()
    for day in (24, 25):
        grid.at("s05", day).hover()
    grid.page.mouse.up()
    assert grid.texts("s05", 23, 25) == ["E", "E", "E"]
    grid.saved()
    assert grid.texts("s05", 23, 25) == ["E", "E", "E"]
    grid.press("Escape")
    grid.take("s06", 23, "s06", 24)
    assert grid.page.locator("td[aria-selected=true]").count() == 2


def test_a_cell_that_is_half_in_sight_is_taken_alone_where_totals_are_folded(browser, url):
    with opened(browser, url, "&days=42") as grid:
        grid.page.set_viewport_size({"width": 1000, "height": 900})
        grid.page.wait_for_selector(".schedule.no-sums", state="attached")
        frame, cell = grid.page.locator(".frame"), grid.page.locator("td[data-who=s05]")
        left, top = cell.evaluate_all(CUT)
        before = frame.evaluate("(at) => at.scrollLeft")
        grid.page.mouse.move(left + 2, top + 9)
        grid.page.mouse.down()
        grid.page.wait_for_timeout(300)  # the browser tells after a while what has come below the pointer
        grid.page.mouse.up()
        assert 0 < frame.evaluate("(at) => at.scrollLeft") - before < 40
        assert grid.page.locator("td[aria-selected=true]").count() == 1
        assert "in hand" not in grid.page.locator(".detail").inner_text()


CUT = """(cells) => {
  const frame = cells[0].closest('.frame'), edge = frame.getBoundingClientRect().right - 1;
  const cut = cells.find((cell) => cell.getBoundingClientRect().left + 13 > edge);
  frame.scrollLeft += cut.getBoundingClientRect().left + 13 - edge;
  const { left, top } = cut.getBoundingClientRect();
  return [left, top];
}"""
"""Has the edge of the grid cut a cell of a row in two, and tells where that begins."""


def test_marks_of_requests_locks_and_changes_are_read_out(grid):
    assert "Wants off: birthday" in grid.label("s00", 21)
    assert "Wants to work" in grid.label("s01", 25)
    assert "Leave: PTO" in grid.label("s04", 24)
    assert "Locked" in grid.label("s01", 20)
    grid.take("s05", 23)
    grid.press("e")
    grid.saved()
    grid.page.wait_for_selector("td[data-who=s05][data-day='2026-11-23'] .chip.changed")
    assert "Changed" in grid.label("s05", 23)


def test_showing_finding_and_sorting_people(grid):
    everybody = grid.names()
    grid.page.get_by_label("Show").select_option("Charge")
    assert grid.names() == ["Abara, Ana", "Eklund, Esme"]
    grid.take("s00", 23)
    grid.press("ArrowDown", "e")
    assert grid.text("s04", 23) == "E"
    grid.page.get_by_label("Show").select_option("")
    grid.page.get_by_label("Find a person").fill("kemper")
    assert grid.names() == ["Kemper, Cleo"]
    grid.page.get_by_label("Find a person").fill("nobody of this name")
    grid.page.get_by_role("button", name="Show everybody").click()
    assert grid.names() == everybody
    grid.page.locator(".more summary").click()
    grid.page.get_by_label("Sort").select_option("fewest")
    hours = [int(text) for text in grid.page.locator("tr.person td.sum:nth-of-type(29)").all_text_contents()]
    assert sorted(grid.names()) == sorted(everybody)
    assert hours[:7] == sorted(hours[:7])


def test_the_server_hears_which_cell_is_looked_at(grid):
    grid.take("s04", 25)
    grid.page.wait_for_selector("#probe[data-selected='s04 2026-11-25']", state="attached")


def test_streamlits_own_keys_do_not_fire_in_the_grid(grid):
    grid.take("s04", 25)
    grid.page.wait_for_selector("#probe[data-selected='s04 2026-11-25']", state="attached")
    runs = grid.probe("runs")
    grid.press("r", "x", "q")
    grid.page.wait_for_timeout(1000)
    assert grid.probe("runs") == runs


def test_the_grid_is_a_grid_for_screen_readers(grid):
    table = grid.page.get_by_role("grid")
    assert table.get_attribute("aria-label") == "4 West: Mon 16 Nov to Sun 13 Dec 2026"
    assert table.get_attribute("aria-colcount") == str(1 + 28 + 6)
    assert table.get_attribute("aria-rowcount") == str(1 + 12 + 3 + 3)  # days, people, jobs, coverage
    assert grid.page.locator("td[tabindex='0']").count() == 1
    assert grid.page.locator(".coverage [role=gridcell][aria-label^='Night, RN, Thursday 19 November']").count() == 1


def test_a_schedule_that_is_only_read_takes_no_edit(grid):
    grid.page.goto(grid.page.url + "&read=1")
    grid.page.wait_for_selector("td[data-who]:not(.past)")
    before = grid.text("s05", 23)
    grid.take("s05", 23)
    grid.press("e")
    assert grid.text("s05", 23) == before
    assert "can be read, not changed" in grid.alarm()
    assert not grid.page.locator(".palette").is_visible()
