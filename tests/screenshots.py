"""Takes a picture of every page, light and dark, of the medical-surgical sample: python -m tests.screenshots FOLDER."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import formulate
from optimizer.scenarios.plan_unit import pins_of
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Permission
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES
from tests.ui.apps import open_store
from tests.ui.panels import open_panel
from tests.ui.story import chromium, page_over, tab

SECONDS = 120
"""A search ends as soon as it has proved its schedule the best, which takes a fourth of this on two idle cores."""
SIZE = {"width": 1440, "height": 900}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        open_store(Path(place), "medsurg", solved("medsurg"))
        with chromium() as browser, page_over(Path(place) / "store.db") as url:
            with tab(browser, url, viewport=SIZE) as it:
                compare(it)
            take(browser, url, DraftKind.SCHEDULE, folder)
            open_panel(Path(place))
            take(browser, url, DraftKind.CASELOADS, folder)


def take(browser, url, kind, folder):
    """Take a picture of every page that a draft of a kind has."""
    for scheme in ("light", "dark"):
        with tab(browser, url, color_scheme=scheme, viewport=SIZE) as it:
            for title in titles(kind):
                it.go(title)
                time.sleep(3)
                if title == "Scenarios":
                    it.page.get_by_role("heading", name="Side by side").evaluate("element => element.scrollIntoView()")
                    time.sleep(1)
                it.page.screenshot(path=folder / f"{title.casefold().replace(' ', '-')}-{scheme}.png")


def titles(kind):
    from optimizer.ui.frame.sitemap import PAGES

    pages_of = (page for pages in PAGES.values() for page in pages if page.kind in (None, kind))
    return [page.title for page in pages_of if Permission.READ_PUBLISHED not in page.needs]


def compare(it):
    """Have something to show on the page Scenarios."""
    it.go("Scenarios")
    it.page.get_by_role("button", name="Compare", exact=True).click()
    it.page.get_by_role("button", name="Download as Excel").wait_for(timeout=300_000)


def solved(sample):
    contents = read(SAMPLES / f"unit-{sample}.xlsx")
    formulation = formulate(contents.unit, contents.policy)
    pins = pins_of(contents.unit, contents.plan, frozenset(), formulation)
    found = solve(formulation, pins, run=Run(time.monotonic() + SECONDS))
    if found.plan is None:
        raise RuntimeError(f"No schedule was found in {SECONDS} seconds; pictures of an empty one tell nothing.")
    return found.plan


if __name__ == "__main__":
    main(Path(sys.argv[1]))
