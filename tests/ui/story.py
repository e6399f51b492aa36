"""The words in which the stories speak of the page."""

import time
from collections import Counter
from contextlib import contextmanager, suppress

import pytest

from tests.ui.browser import ROOT, chromium, serve

WAIT = 60_000
"""Milliseconds; the machine may be busy."""
TRIES = 6
QUIET, LOOK = 400, 50
"""Milliseconds, by the page's own clock, in which a page that rests draws nothing, and how often it is looked at:
at every frame, as is usual, it would paint for that alone."""
RESTS = """quiet => {
  const state = document.querySelector('[data-testid=stApp]')?.dataset.testScriptState, now = performance.now();
  if (state !== 'notRunning' || document.querySelector('[data-testid=stSkeleton]')) window.stirred = now;
  return now - (window.stirred ??= now) >= quiet;
}"""


@contextmanager
def page_over(store, actor=""):
    """Give the address of the page over a store; ``actor`` is who sits there, as OPTIMIZER_ACTOR says it."""
    with serve(ROOT / "app.py", {"OPTIMIZER_DB": str(store), "OPTIMIZER_ACTOR": actor}) as url:
        yield url


COUNT = """['pointerdown', 'keydown'].forEach((what) =>
  addEventListener(what, (event) => { if (event.isTrusted) window.counted(what) }, true))"""


class Tab:
    """One tab of a browser, and what somebody does in it, with how many clicks, keys and seconds that takes."""

    def __init__(self, page):
        self.page, self.hosts, self.done, self.begun = page, set(), Counter(), time.monotonic()
        page.set_default_timeout(WAIT)
        page.expose_function("counted", lambda what: self.done.update([what]))
        page.add_init_script(COUNT)
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    @property
    def clicks(self):
        """Return how often somebody clicked or touched so far."""
        return self.done["pointerdown"]

    @property
    def effort(self):
        """Return what it took so far."""
        return f"{self.clicks} clicks, {self.done['keydown']} keys, {time.monotonic() - self.begun:.0f} s"

    def go(self, title):
        """Follow the navigation to a page, and wait until the server has turned to it."""
        link = self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True)
        link.click()
        link.and_(self.page.locator("[aria-current=page]")).wait_for()
        self.rest()

    def rest(self):
        """Wait until the page has drawn all that it was asked for, and asks for nothing more."""
        self.page.evaluate("window.stirred = performance.now()")
        self.page.wait_for_function(RESTS, arg=QUIET, polling=LOOK)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()
        self.rest()

    def choose(self, label, option):
        """Choose from a list; one that did not open, or shut as something moved, is opened again, as anybody would.

        It counts as two clicks all the same: how often a list shuts hangs on what else the machine does.
        """
        api, before = pytest.importorskip("playwright.sync_api"), self.clicks
        field = self.page.get_by_role("combobox", name=label, exact=True).first
        for _ in range(TRIES):
            field.click()
            with suppress(api.TimeoutError):
                self.page.get_by_role("option", name=option, exact=True).click(timeout=WAIT / TRIES)
                break
        api.expect(field).to_have_value(option, timeout=WAIT)
        self.rest()
        self.done["pointerdown"] = min(self.clicks, before + 2)

    def until(self, true):
        """Wait until something is so, which the page or the server may take some time for."""
        end = time.monotonic() + WAIT / 1000
        while not true():
            assert time.monotonic() < end
            self.page.wait_for_timeout(50)

    def cell(self, who, iso):
        return self.page.locator(f"td[data-who='{who}'][data-day='{iso}']")

    def text(self, who, iso):
        return self.cell(who, iso).text_content().strip()

    def label(self, who, iso):
        return self.cell(who, iso).get_attribute("aria-label")

    def saved(self):
        self.page.wait_for_selector(".saved[data-state=saved]")

    def grid(self):
        self.page.wait_for_selector("td[data-who]:not(.past)")
        self.rest()


@contextmanager
def tab(browser, url, **context):
    """Open the page in a tab of a browser of its own; no request may go to another host."""
    context = {"viewport": {"width": 1500, "height": 1100}, "accept_downloads": True, **context}
    with browser.new_context(**context) as opened:
        it = Tab(opened.new_page())
        it.page.goto(url)
        it.page.wait_for_selector("h1")
        it.rest()
        yield it
        assert it.hosts - {""} == {url.split("/")[2]}


__all__ = ["Tab", "chromium", "page_over", "tab"]
