"""How much of a schedule is in sight at once: the whole period at a desk, one day on a phone."""

import pytest

from tests.ui.apps import open_store, solved_small
from tests.ui.axe import violations
from tests.ui.story import page_over, tab

SIGHT = """() => {
  const root = document.querySelector('[data-schedule-grid]').shadowRoot, box = (at) => at.getBoundingClientRect();
  const frame = box(root.querySelector('.frame')), head = box(root.querySelector('thead'));
  const foot = box(root.querySelector('tfoot'));
  const bare = root.querySelector('.schedule').classList.contains('no-sums');
  const right = bare ? frame.right : box(root.querySelector('.days th.sum')).left;
  const rows = [...root.querySelectorAll('tr.person')].map(box);
  const days = [...root.querySelectorAll('.days th.day')].map(box).filter(({ width }) => width > 0);
  const schedule = box(root.querySelector('.schedule'));
  return {
    people: rows.filter(({ top, bottom }) => top >= head.bottom - 1 && bottom <= foot.top + 1).length,
    days: days.filter(({ left, right: end }) => left >= frame.left && end <= right + 1).length,
    foot: innerHeight - schedule.bottom, top: schedule.top,
  };
}"""
"""People and days that are whole in sight, and how far below and above the grid the window goes on."""
TOUCHED = """() => {
  const root = document.querySelector('[data-schedule-grid]').shadowRoot;
  const all = [...root.querySelectorAll('.one-day :is(button, summary), .bar button')];
  const seen = all.filter((at) => at.offsetParent && at.checkVisibility());
  return [seen.length, Math.min(...seen.map((at) => at.getBoundingClientRect().height))];
}"""
CUT = """() => {
  const root = document.querySelector('[data-schedule-grid]').shadowRoot;
  const strip = document.querySelectorAll('.strip, .strip li > b, .strip h1');
  const all = [...strip, ...root.querySelectorAll('.one-day *, .bar button')];
  const outside = ({ left, right }) => left < -0.5 || right > innerWidth + 0.5;
  const cut = all.filter((at) => at.checkVisibility() && outside(at.getBoundingClientRect()));
  return cut.map((at) => at.className || at.textContent);
}"""


@pytest.mark.parametrize(("width", "height", "people"), [(1366, 768, 16), (1920, 1080, 22)])
def test_four_weeks_and_many_people_are_in_sight_at_once(browser, tmp_path, width, height, people):
    open_store(tmp_path, "medsurg")
    with (
        page_over(tmp_path / "store.db") as url,
        tab(browser, url, viewport={"width": width, "height": height}) as it,
    ):
        it.grid()
        seen = it.page.evaluate(SIGHT)
        assert seen["days"] == 28
        assert seen["people"] >= people
        assert 0 <= seen["foot"] <= 40
        assert it.page.locator(".strip").bounding_box()["height"] <= 48
        # The week before comes with one touch, and goes with another.
        shown = it.page.locator(".days th.day:visible")
        it.page.locator("[data-toggle=lastWeek]").click()
        assert shown.count() == 35
        it.page.locator("[data-toggle=lastWeek]").click()
        it.page.locator("[data-toggle=totals]").click()
        assert shown.count() == 28
        assert not it.page.locator(".days th.sum").first.is_visible()


def test_people_are_grouped_by_skill_and_groups_fold(browser, tmp_path):
    open_store(tmp_path, "medsurg")
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.grid()
        groups, people = it.page.locator("tr.group:visible"), it.page.locator("tr.person")
        jobs, everybody = groups.count(), people.count()
        groups.first.get_by_role("button").click()
        assert people.count() < everybody
        groups.first.get_by_role("button").click()
        assert people.count() == everybody
        it.page.locator(".more summary").click()
        it.page.get_by_label("Group").select_option("skill")
        assert groups.count() > jobs
        assert people.count() == everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_a_day_tells_who_is_on_and_who_is_short(browser, tmp_path, scheme):
    open_store(tmp_path, "small", solved_small())
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme, "has_touch": True}
    with page_over(tmp_path / "store.db") as url, tab(browser, url, **phone) as it:
        it.page.locator(".one-day h2").filter(has_text="20 December").wait_for()
        assert it.page.locator(".one-day .need").count() == 4
        number, least = it.page.evaluate(TOUCHED)
        assert number > 8
        assert least >= 44
        assert it.page.evaluate(CUT) == []
        assert not violations(it.page, "[data-schedule-grid]")
        it.page.get_by_role("button", name="The day after").click()
        it.page.locator(".one-day h2").filter(has_text="21 December").wait_for()
        # A touch on somebody chooses a code, which is saved.
        off = it.page.locator(".one-day details").last
        off.locator("summary").click()
        line = off.locator(".person-line").first
        who = line.get_attribute("data-person")
        line.click()
        it.page.locator(".picker [role=option]").filter(has_text="Night").first.click()
        it.saved()
        assert it.text(who, "2026-12-21").startswith("N")
        it.page.locator("[data-toggle=oneDay]").click()
        it.page.wait_for_selector("td[data-who]:not(.past)")
        # Who is on today, and what is open, is as narrow as the phone.
        it.page.goto(f"{url}/today")
        it.page.get_by_role("heading", name="Next 72 hours").wait_for()
        it.rest()
        assert it.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
