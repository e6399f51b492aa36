"""On a phone: a nurse's week, from what she asks for to what changed; and a sick call at five. Clicks are counted."""

from dataclasses import replace

from optimizer.scenarios.asks.take_part import agree
from optimizer.staffing.asks.ask import AskKind, AskState
from optimizer.store.asks.asks import asks_of
from optimizer.store.drafts import plan_at
from optimizer.store.publications import published_plan
from optimizer.store.telling.told import told_of
from optimizer.ui.asks.look import look_at
from tests.ui.phone import PHONE, out_of_reach
from tests.ui.staff.nurse import ANA, EVE, MANAGER, open_unit, plan, swappable
from tests.ui.story import page_over, tab


def fits(it):
    """Tell whether nothing reaches beyond the right edge of the phone."""
    return it.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def first(it, button):
    it.page.get_by_role("button", name=button, exact=True).first.click()
    it.rest()


def section(it, name):
    it.page.get_by_role("radio", name=name, exact=True).click()
    it.rest()


def test_a_nurses_week_on_a_phone(browser, tmp_path):
    store, draft = open_unit(tmp_path)
    with (
        page_over(tmp_path / "store.db", f"staff:{ANA.id}") as url,
        tab(browser, url, viewport=PHONE, has_touch=True) as it,
    ):
        first(it, "I have seen it")
        assert fits(it)

        section(it, "Ask for days")
        first(it, "Ask")
        it.page.get_by_text("Your manager decides").wait_for()
        assert fits(it)

        section(it, "Swap")
        it.choose("Which duty", swappable())
        first(it, "Offer")
        it.page.get_by_text("Offered to your colleague").wait_for()
        offer = next(ask for ask in asks_of(store, MANAGER, draft) if ask.kind is AskKind.SWAP)
        colleague = replace(EVE, id=offer.wanted.other, staff_id=offer.wanted.other)
        assert agree(store, colleague, look_at(store, draft), draft, offer.id).state is AskState.APPROVED
        assert fits(it)

        section(it, "Open shifts")
        first(it, "Take it")
        it.page.get_by_text("Approved.", exact=True).wait_for()
        assert fits(it)

        section(it, "My days")
        it.page.get_by_text("New since your last look").wait_for()
        assert it.page.get_by_text("instead of").count() >= 2
        assert it.page.get_by_text("(changed)").count() >= 1
        first(it, "I have seen it")
        print(f"A nurse's week: {it.effort}")
        assert it.clicks <= 12
    assert offer.wanted.gets <= published_plan(store, ANA, draft)
    assert "publication 3" in {each.news for each in told_of(store, MANAGER, draft)}


def test_a_sick_call_at_five_on_a_phone(browser, tmp_path):
    store, draft = open_unit(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, url, viewport=PHONE, has_touch=True) as it:
        it.page.goto(f"{url}/today?draft={draft}")
        it.page.get_by_role("heading", name="Somebody calls in").wait_for()
        it.rest()
        it.page.get_by_role("combobox", name="Who", exact=True).click()
        it.page.get_by_role("option").nth(1).click()
        it.page.get_by_text("Texts to send, and what they answer").wait_for()
        it.rest()
        chosen = it.clicks
        it.page.get_by_text("Texts to send, and what they answer").click()
        first(it, "Yes")
        it.page.get_by_text("said yes").first.wait_for()
        first(it, "Give")
        it.page.get_by_role("button", name="Given", exact=True).first.wait_for()
        print(f"A sick call at five: {it.clicks - chosen} of {it.effort}")
        assert it.clicks - chosen <= 3
        assert out_of_reach(it.page) == []
    assert plan_at(store, MANAGER, draft) != plan()
