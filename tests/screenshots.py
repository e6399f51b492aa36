"""Takes pictures of all pages, light and dark, at three widths, of a ward: python -m tests.screenshots PLACE."""

import sys
import time
from itertools import product
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
SIZES = tuple({"width": width, "height": height} for width, height in ((390, 844), (1366, 768), (1920, 1080)))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        open_store(Path(place), "medsurg", solved("medsurg"))
        with chromium() as browser, page_over(Path(place) / "store.db") as url:
            with tab(browser, url, viewport=SIZES[-1]) as it:
                compare(it)
            take(browser, url, DraftKind.SCHEDULE, folder)
            open_panel(Path(place))
            take(browser, url, DraftKind.CASELOADS, folder)


def take(browser, url, kind, folder):
    """Take a picture of every page that a draft of a kind has."""
    for scheme, size in product(("light", "dark"), SIZES):
        with tab(browser, url, color_scheme=scheme, viewport=size) as it:
            for address in addresses(kind):
                it.page.goto(f"{url}/{address}")
                it.page.wait_for_selector("h1")
                it.rest()
                if address == "scenarios":
                    it.page.get_by_role("heading", name="Side by side").evaluate("element => element.scrollIntoView()")
                time.sleep(1)
                it.page.screenshot(path=folder / f"{address}-{size['width']}-{scheme}.png")


def addresses(kind):
    from optimizer.ui.frame.sitemap import PAGES

    pages_of = (page for pages in PAGES.values() for page in pages if page.kind in (None, kind))
    return [page.address for page in pages_of if Permission.READ_PUBLISHED not in page.needs]


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
