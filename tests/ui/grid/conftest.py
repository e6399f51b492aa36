"""The demo app in a browser, with the words in which tests speak of its cells."""

from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.ui.browser import serve
from tests.ui.story import WAIT

DEMO = Path(__file__).parent / "demo.py"
NUMBERS = count(1)
COPYING = ["clipboard-read", "clipboard-write"]


class Grid:
    """A page with the grid on it; a day is its number in November 2026."""

    def __init__(self, page):
        self.page, self.keyboard = page, page.keyboard

    def at(self, who, day):
        return self.page.locator(f"td[data-who={who}][data-day='2026-11-{day:02}']")

    def text(self, who, day):
        return self.at(who, day).text_content().strip()

    def texts(self, who, first, last):
        return [self.text(who, day) for day in range(first, last + 1)]

    def take(self, who, day, to_who=None, to_day=None):
        self.at(who, day).click()
        if to_who:
            self.at(to_who, to_day).click(modifiers=["Shift"])

    def press(self, *keys):
        for key in keys:
            self.keyboard.press(key)

    def saved(self):
        self.page.wait_for_selector(".saved[data-state=saved]")

    def probe(self, name):
        return self.page.locator("#probe").get_attribute(f"data-{name}")

    def wait_version(self, version):
        """Wait for the page around the grid, which is drawn a little later than the grid."""
        self.page.wait_for_selector(f"#probe[data-version='{version}']", state="attached")

    def wait_requests(self, number):
        """Wait until the server has heard so many messages of the grid."""
        self.page.wait_for_selector(f"#probe[data-requests='{number}']", state="attached")

    def label(self, who, day):
        return self.at(who, day).get_attribute("aria-label")

    def looks(self, who, day):
        return set(self.at(who, day).locator(".chip").get_attribute("class").split())

    def wait_text(self, who, day, text):
        self.page.wait_for_function(
            "([at, text]) => at.textContent.trim() === text", arg=[self.at(who, day).element_handle(), text]
        )

    def alarm(self):
        return self.page.locator(".alarm").inner_text()

    def names(self):
        return self.page.locator("tr.person:visible th.name span").all_text_contents()

    def button(self, name):
        """Press a button of the page, and wait until it has had its effect."""
        before = int(self.probe("pressed"))
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_selector(f"#probe[data-pressed='{before + 1}']", state="attached")

    def choose(self, name):
        """Click a tool of the grid; those of the menu once it is open."""
        tool = self.page.locator(".bar").get_by_role("button", name=name)
        if not tool.is_visible():
            self.page.locator(".more summary").click()
        tool.click()

    def paste(self, text):
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")


SIZE = {"width": 1600, "height": 1000}


@contextmanager
def opened(browser, url, size="", **context):
    """Open the app in a tab of its own, on a plan of its own; no request may go to another host."""
    with tab(browser, **context) as page, shown(page, url, size) as grid:
        yield grid


@contextmanager
def tab(browser, **context):
    """Open an empty tab which nobody has been in."""
    with browser.new_context(viewport=SIZE, permissions=COPYING, **context) as tabs:
        page = tabs.new_page()
        page.set_default_timeout(WAIT)
        yield page


@contextmanager
def shown(page, url, size=""):
    """Load the app into a tab, on a plan of its own; at the end, no request may have gone to another host."""
    hosts = set()

    def note(request):
        hosts.add(request.url.split("/")[2])

    page.on("request", note)
    page.goto(f"{url}/?plan={next(NUMBERS)}{size}")
    page.wait_for_selector("td[data-who]:not(.past)")
    page.wait_for_selector("#probe", state="attached")
    found = Grid(page)
    found.choose("Last week")
    yield found
    page.remove_listener("request", note)
    assert hosts - {""} == {url.split("/")[2]}


@pytest.fixture(scope="session")
def url(browser):
    with serve(DEMO) as address:
        yield address


@pytest.fixture(scope="module")
def one_tab(browser):
    with tab(browser) as page:
        yield page


@pytest.fixture
def grid(one_tab, url):
    """Load the app anew for each test, into the one tab of its module: what a new tab compiles is most of the work."""
    one_tab.set_viewport_size(SIZE)
    with shown(one_tab, url) as found:
        yield found
    leave(one_tab)


def leave(page):
    """Let go of what a test may have held, and of what the page remembers, so that the next one finds nothing."""
    page.context.set_offline(False)
    page.mouse.up()
    page.evaluate("sessionStorage.clear()")
    page.goto("about:blank")
