"""How fast the grid is on 120 people and 42 days, how it prints, and whether everybody can use it."""

import os
import re
import shutil
import statistics
import subprocess

import pytest

from tests.times import soon
from tests.ui.axe import violations
from tests.ui.grid.conftest import opened

LARGE = "&people=120&days=42"
WATCH = """() => {
    window.painted = []; window.saved = [];
    const root = document.querySelector('[data-schedule-grid]').shadowRoot, line = root.querySelector('.saved');
    let asked = 0, saving = false;
    root.addEventListener('keydown', () => {
        const from = performance.now();
        asked = from;
        requestAnimationFrame(() => setTimeout(() => window.painted.push(performance.now() - from)));
    }, true);
    new MutationObserver(() => {
        // A key that changes nothing has nothing to save, and says nothing of the time that takes.
        if (line.dataset.state === 'saving') saving = true;
        else if (saving && asked) { window.saved.push(performance.now() - asked); asked = 0; saving = false }
    }).observe(line, { attributes: true, attributeFilter: ['data-state'] });
}"""


@pytest.mark.alone
def test_a_large_grid_paints_a_key_at_once_and_saves_soon(browser, url):
    with opened(browser, url, LARGE) as grid:
        assert grid.page.locator("td[data-who]").count() == 120 * 42
        grid.take("s05", 23)
        grid.page.wait_for_timeout(1500)
        fast = soon(lambda: slowness(grid), 1)
    if not fast and os.getloadavg()[0] > (os.cpu_count() or 1):
        pytest.skip("other work keeps this machine busy, so that times say nothing of the grid")
    assert fast


def slowness(grid):
    """Return by what factor keys take longer to be painted, or saved, than they may; the aims are 50 and 400 ms."""
    grid.page.evaluate(WATCH)
    for key in "enenenen":
        grid.press(key)
        grid.page.wait_for_timeout(100)
        grid.saved()
        grid.page.wait_for_timeout(500)
    painted, saved = (grid.page.evaluate(f"window.{name}") for name in ("painted", "saved"))
    assert len(painted) >= 8 and len(saved) >= 6
    print(f"painted after {statistics.median(painted):.0f} ms, saved after {statistics.median(saved):.0f} ms (medians)")
    return max(statistics.median(painted) / 100, statistics.median(saved) / 1500)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_paper_has_everybody_and_what_is_pinned_on_every_page(browser, url, tmp_path):
    with opened(browser, url, LARGE) as grid:
        names = grid.names()
        grid.at("s05", 23).evaluate(
            "(at) => { at.dataset.then = 'QQQ' }"
        )  # what a search would put there, not taken yet
        grid.page.pdf(path=tmp_path / "grid.pdf", prefer_css_page_size=True, print_background=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "grid.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(names) == 120 and not [name for name in names if name not in text]
    assert len(pages) > 1
    for page in pages:
        for pinned in ("4 West: Mon 16 Nov to Sun 13 Dec 2026", "Day, charge", "Night, RN", "December 2026"):
            assert pinned in page
        assert re.search(r"version 7, not published; printed \d+ \w+ 20\d\d, \d\d:\d\d", page)
    assert "D Day, 07:00 to 19:30 empty: off or away" in text
    assert not re.search("breaks|PTO|FTE|Before|Hours|QQQ", text)
    assert "Drop the next" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_is_ours(browser, url, scheme):
    with opened(browser, url, color_scheme=scheme) as grid:
        grid.take("s03", 25)
        grid.press("n")
        grid.saved()
        grid.take("s05", 21)
        grid.press("n", "d")
        grid.saved()
        assert not violations(grid.page, "[data-schedule-grid]")
        grid.press("Enter")
        assert not violations(grid.page, "[data-schedule-grid]")
        grid.press("Escape")
        grid.choose("Keys")
        assert not violations(grid.page, "[data-schedule-grid]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out_on_every_colour(browser, url, scheme):
    with opened(browser, url, color_scheme=scheme) as grid:
        colours = grid.page.locator(".palette .chip.filled").evaluate_all(
            "chips => chips.map(chip => getComputedStyle(chip)).map(style => [style.color, style.backgroundColor])"
        )
    assert len(colours) == 7
    for ink, fill in colours:
        assert contrast(numbers(ink), numbers(fill)) >= 4.5


def numbers(text):
    return [float(part) for part in text[text.index("(") + 1 : -1].replace(",", " ").split()[:3]]


def contrast(one, other):
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    shares = [part / 255 for part in colour]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
