"""No page keeps anybody out: who cannot see it well, as far as axe can tell and it is ours, or who has but a phone."""

import pytest

from optimizer.store.kinds import DraftKind
from optimizer.ui.frame.sitemap import PAGES
from optimizer.ui.frame.style import DARK, LIGHT
from tests.ui.apps import open_store, solved_small
from tests.ui.axe import violations
from tests.ui.panels import open_panel
from tests.ui.phone import PHONE, out_of_reach
from tests.ui.story import page_over, tab

STREAMLITS = {"presentation-role-conflict"}
"""What axe says of Streamlit's own file uploader."""


DESK = {"width": 1500, "height": 1100}
SCHEMES = {"light": ("rgb(255, 255, 255)", LIGHT), "dark": ("rgb(15, 23, 28)", DARK)}
"""What a reader asks for: the colour that the browser puts behind a page then, and those that the server chooses."""
WEARS = """([behind, chosen]) => {
  const texts = [...document.querySelectorAll('style')].map(style => style.textContent);
  return getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === behind
    && chosen.every(colour => texts.some(text => text.includes(colour)));
}"""


@pytest.mark.parametrize("kind", [*DraftKind])
def test_axe_finds_nothing_that_is_ours_on_any_page_and_all_of_it_is_in_reach_on_a_phone(browser, tmp_path, kind):
    open_store(tmp_path, "small", solved_small())
    kinds = [kind, None]
    if kind is DraftKind.CASELOADS:
        open_panel(tmp_path)
        kinds = [kind]  # what is about no draft is the same beside a schedule
    with page_over(tmp_path / "store.db") as url, tab(browser, url, color_scheme="light") as it:
        found = {}
        for page in (page for pages in PAGES.values() for page in pages if page.kind in kinds):
            for scheme in SCHEMES:
                found[page.title, scheme] = wrong_on(it, page.title, scheme)
            found[page.title, "phone"] = wrong_on_a_phone(it)
        assert not any(found.values()), {where: wrong for where, wrong in found.items() if wrong}


def wrong_on_a_phone(it):
    """Return what of the page that is there is out of reach on a phone."""
    it.page.set_viewport_size(PHONE)
    it.rest()
    found = out_of_reach(it.page)
    it.page.set_viewport_size(DESK)
    return found


def wrong_on(it, title, scheme):
    """Return what is wrong with a page which the browser and the server have given the colours of a scheme."""
    it.page.emulate_media(color_scheme=scheme)
    it.go(title)
    behind, chosen = SCHEMES[scheme]
    it.until(lambda: it.page.evaluate(WEARS, [behind, [*chosen.values()]]))
    wrong = violations(it.page, "[data-testid=stMainBlockContainer]")
    return [each for each in wrong if each[0] not in STREAMLITS]
