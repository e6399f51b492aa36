"""Nothing on any page keeps those out who cannot see it well, as far as axe can tell and it is ours."""

import pytest

from optimizer.store.kinds import DraftKind
from optimizer.ui.frame.sitemap import PAGES
from tests.ui.apps import open_store, solved_small
from tests.ui.axe import violations
from tests.ui.panels import open_panel
from tests.ui.story import page_over, tab

STREAMLITS = {"presentation-role-conflict"}
"""What axe says of Streamlit's own file uploader."""


SCHEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 23, 28)"}
"""What a reader asks for, and the colour that is behind every page then."""
BEHIND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


@pytest.mark.parametrize("kind", [*DraftKind])
def test_axe_finds_nothing_that_is_ours_on_any_page(browser, tmp_path, kind):
    open_store(tmp_path, "small", solved_small())
    if kind is DraftKind.CASELOADS:
        open_panel(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, url, color_scheme="light") as it:
        found = {}
        for page in (page for pages in PAGES.values() for page in pages if page.kind is kind):
            it.go(page.title)
            for scheme in SCHEMES:
                found[page.title, scheme] = wrong_in(it, scheme)
        assert not any(found.values()), {where: wrong for where, wrong in found.items() if wrong}


def wrong_in(it, scheme):
    """Return what is wrong with a page once it has taken on the colours of a scheme."""
    it.page.emulate_media(color_scheme=scheme)
    it.until(lambda: it.page.evaluate(BEHIND) == SCHEMES[scheme])
    it.rest()
    wrong = violations(it.page, "[data-testid=stMainBlockContainer]")
    return [each for each in wrong if each[0] not in STREAMLITS]
