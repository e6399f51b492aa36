"""A nurse's week on a phone: she asks for a day, swaps, takes a shift, and sees what changed; clicks are counted."""

import time
from dataclasses import replace

from optimizer.scenarios.asks.take_part import agree
from optimizer.staffing.asks.ask import AskKind, AskState
from optimizer.store.asks.asks import asks_of
from optimizer.store.publications import published_plan
from optimizer.store.telling.told import told_of
from optimizer.ui.asks.look import look_at
from tests.ui.staff.nurse import ANA, EVE, MANAGER, open_unit, swappable
from tests.ui.story import page_over, tab

PHONE = {"width": 390, "height": 844}


class Counted:
    """Counts the clicks on a page, and the seconds from its first."""

    def __init__(self, it):
        self.it, self.clicks, self.begun = it, 0, time.monotonic()

    def button(self, name):
        self.clicks += 1
        self.it.page.get_by_role("button", name=name, exact=True).first.click()
        self.it.rest()

    def section(self, name):
        self.clicks += 1
        self.it.page.get_by_role("radio", name=name, exact=True).click()
        self.it.rest()

    def choose(self, label, option):
        self.clicks += 2
        self.it.choose(label, option)

    @property
    def told(self):
        return f"{self.clicks} clicks, {time.monotonic() - self.begun:.0f} s"


def fits(it):
    """Tell whether nothing reaches beyond the right edge of the phone."""
    return it.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_nurses_week_on_a_phone(browser, tmp_path):
    store, draft = open_unit(tmp_path)
    with (
        page_over(tmp_path / "store.db", f"staff:{ANA.id}") as url,
        tab(browser, url, viewport=PHONE, has_touch=True) as it,
    ):
        nurse = Counted(it)
        nurse.button("I have seen it")
        assert fits(it)

        nurse.section("Ask for days")
        nurse.button("Ask")
        it.page.get_by_text("Your manager decides").wait_for()
        assert fits(it)

        nurse.section("Swap")
        nurse.choose("Which duty", swappable())
        nurse.button("Offer")
        it.page.get_by_text("Offered to your colleague").wait_for()
        offer = next(ask for ask in asks_of(store, MANAGER, draft) if ask.kind is AskKind.SWAP)
        colleague = replace(EVE, id=offer.wanted.other, staff_id=offer.wanted.other)
        assert agree(store, colleague, look_at(store, draft), draft, offer.id).state is AskState.APPROVED
        assert fits(it)

        nurse.section("Open shifts")
        nurse.button("Take it")
        it.page.get_by_text("Approved.", exact=True).wait_for()
        assert fits(it)

        nurse.section("My days")
        it.page.get_by_text("New since your last look").wait_for()
        assert it.page.get_by_text("instead of").count() >= 2
        assert it.page.get_by_text("(changed)").count() >= 1
        nurse.button("I have seen it")
        print(f"A nurse's week: {nurse.told}")
        assert nurse.clicks <= 12
    assert offer.wanted.gets <= published_plan(store, ANA, draft)
    assert "publication 3" in {each.news for each in told_of(store, MANAGER, draft)}
