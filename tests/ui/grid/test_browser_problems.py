"""Problems in the grid: going from one to the next, and how each is told, by word, colour and to screen readers."""


def test_going_from_problem_to_problem(grid):
    grid.take("s00", 19)
    places = []
    for key in ("F8", "]", "]", "[", "["):
        grid.press(key)
        active = grid.page.locator("td.active")
        assert active.locator(".chip.finding, .chip.must").count() == 1
        places.append(active.get_attribute("data-who") + active.get_attribute("data-day"))
    assert places[0] == places[4] and places[1] == places[3] and len(set(places)) == 3


def test_a_finding_is_told_on_hover_below_and_to_screen_readers(grid):
    sentence = "Farrow, Femi works more nights than a fair share"
    grid.at("s05", 26).hover()
    assert sentence in grid.page.locator(".tip").inner_text()
    grid.take("s05", 26)
    assert sentence in grid.page.locator(".detail").inner_text()
    assert grid.label("s05", 26).startswith("Farrow, Femi, Thursday 26 November, Thanksgiving: Night.")
    assert sentence in grid.label("s05", 26)


def test_a_broken_must_appears_when_an_edit_breaks_it(grid):
    grid.take("s05", 21)
    grid.press("n", "d")
    grid.saved()
    grid.page.wait_for_selector("td[data-who=s05][data-day='2026-11-21'] .chip.must")
    assert "too little rest" in grid.label("s05", 21)
    assert grid.at("s05", 21).locator(".chip").get_attribute("data-signs") == "!"


def test_rules_that_bend_are_told_apart_from_must_fix_problems_by_word_and_colour(grid):
    button = grid.page.locator("[data-do=problem]")
    bent = int(button.locator(".tally").inner_text())
    assert button.locator(".word").text_content() == "Next bent rule"
    assert button.get_attribute("data-tip").startswith(f"To the next: 0 must-fix, {bent} where a rule bends")
    amber = colour(button.locator(".tally"))
    grid.take("s01", 25)
    grid.press("n", "d")
    grid.saved()
    grid.page.wait_for_selector("[data-do=problem].musts")
    assert button.locator(".word").text_content() == "Next problem"
    assert button.get_attribute("data-tip").startswith("To the next: 1 must-fix, ")
    assert colour(button.locator(".tally")) != amber


def colour(element):
    return element.evaluate("(at) => getComputedStyle(at).color")
