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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*DraftKind])
def test_axe_finds_nothing_that_is_ours_on_any_page(browser, tmp_path, scheme, kind):
    open_store(tmp_path, "small", solved_small())
    if kind is DraftKind.CASELOADS:
        open_panel(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, url, color_scheme=scheme) as it:
        found = {}
        for page in (page for pages in PAGES.values() for page in pages if page.kind is kind):
            it.go(page.title)
            wrong = violations(it.page, "[data-testid=stMainBlockContainer]")
            found[page.title] = [each for each in wrong if each[0] not in STREAMLITS]
        assert not any(found.values()), {title: wrong for title, wrong in found.items() if wrong}
