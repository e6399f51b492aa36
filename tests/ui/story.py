"""The words in which the stories speak of the page."""

from contextlib import contextmanager

from tests.ui.browser import ROOT, chromium, serve

WAIT = 60_000
"""Milliseconds; the machine may be busy."""


@contextmanager
def page_over(store, actor=""):
    """Give the address of the page over a store; ``actor`` is who sits there, as OPTIMIZER_ACTOR says it."""
    with serve(ROOT / "app.py", {"OPTIMIZER_DB": str(store), "OPTIMIZER_ACTOR": actor}) as url:
        yield url


class Tab:
    """One tab of a browser, and what somebody does in it."""

    def __init__(self, page):
        self.page, self.hosts = page, set()
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def go(self, title):
        """Follow the navigation to a page."""
        self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
        self.rest()

    def rest(self):
        """Wait until the page has drawn all that it was asked for."""
        self.page.wait_for_timeout(400)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()
        self.rest()

    def cell(self, who, iso):
        return self.page.locator(f"td[data-who='{who}'][data-day='{iso}']")

    def text(self, who, iso):
        return self.cell(who, iso).inner_text().strip()

    def label(self, who, iso):
        return self.cell(who, iso).get_attribute("aria-label")

    def saved(self):
        self.page.wait_for_selector(".saved[data-state=saved]")

    def grid(self):
        self.page.wait_for_selector("td[data-who]")
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
