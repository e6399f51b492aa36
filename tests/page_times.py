"""Times the page Schedule with 120 people on 42 days: python -m tests.page_times."""

import statistics
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.engine.outcome import Pins
from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import formulate
from optimizer.store.drafts import open_draft
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, open_store
from tests.ui.grid.test_browser_look import WATCH
from tests.ui.story import chromium, page_over, tab

PEOPLE, EDITS, SEARCH = 120, 15, 90


def main():
    with TemporaryDirectory() as place:
        store, _ = open_store(Path(place), "small")
        content, plan = large(Path(place) / "large.xlsx")
        open_draft(store, MANAGER, "Large", "120 by 42", content, plan)
        with chromium() as browser, page_over(Path(place) / "store.db") as url:
            for visit in ("first visit, the unit is read", "second visit"):
                began = time.monotonic()
                with tab(browser, url) as it:
                    it.page.wait_for_selector("td[data-who]")
                    print(f"first grid, {visit}: {time.monotonic() - began:.1f} s")
                    if visit.startswith("second"):
                        painted, saved = edits(it)
                        print(f"a key painted: {painted:.0f} ms, judged and saved: {saved:.0f} ms (medians of {EDITS})")


def edits(it):
    it.grid()
    it.page.locator("td[data-who]:not(.past)").nth(300).click()
    it.page.wait_for_timeout(1500)
    it.page.evaluate(WATCH)
    for number in range(EDITS):
        it.press("n" if number % 2 else "d")
        it.page.wait_for_timeout(100)
        it.saved()
        it.page.wait_for_timeout(600)
    return (statistics.median(it.page.evaluate(f"window.{name}")) for name in ("painted", "saved"))


def large(path):
    """Return the workbook of a unit of 120 people, and a schedule that a search found for it."""
    contents = read(SAMPLES / "unit-icu.xlsx")
    unit = contents.unit
    more = [replace(unit.staff[n % len(unit.staff)], id=f"X{n:03}", preceptors=()) for n in range(PEOPLE)]
    needs = tuple(replace(n, minimum=2 * n.minimum, target=2 * n.target, maximum=None) for n in unit.needs)
    twice = replace(unit, staff=(*unit.staff, *more)[:PEOPLE], needs=needs, care=None)
    write_unit(path, twice, contents.policy)
    contents = read(path)
    pins = Pins(contents.unit.locked)
    found = solve(formulate(contents.unit, contents.policy), pins, run=Run(time.monotonic() + SEARCH))
    return path.read_bytes(), found.plan or frozenset()


if __name__ == "__main__":
    main()
