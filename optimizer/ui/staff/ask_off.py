"""Asking for days: off as leave, or as a preference; how many are off already is told while somebody asks."""

import streamlit as st

from optimizer.planning.words import on
from optimizer.scenarios.asks.take_part import RULES
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.staffing.asks.window import off_by_day, opens_for, refusals
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.request import Wish
from optimizer.store.asks.asks import asks_of
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain
from optimizer.ui.staff.part import MyPart

WORDS = {
    "Time off": (AskKind.TIME_OFF, Wish.OFF),
    "Rather off": (AskKind.PREFERENCE, Wish.OFF),
    "Rather work": (AskKind.PREFERENCE, Wish.ON),
}
ANY = "any shift"
DAYS_TOLD = 14
"""Of how many days of an ask it is told how many are off."""


def ask_off(part: MyPart) -> None:
    """Draw what asks for some days, with how many are off on them."""
    calendar = part.known.unit.calendar
    offered = [word for word, (kind, _) in WORDS.items() if part.may(kind)]
    if calendar.last < part.today or not offered:
        st.text("This schedule is past." if offered else "This unit takes no asks for days here.")
        return
    _window(part)
    kind, wish = WORDS[str(st.segmented_control("I would like", offered, default=offered[0], required=True))]
    days = _days(Span(max(calendar.first, part.today), calendar.last))
    shift = _shift(part, kind)
    note = st.text_input("For your manager alone (you need not say why)", max_chars=200)
    if kind is AskKind.TIME_OFF:
        _limits(part, days)
    _button(part, kind, Wanted(days.first, days.last, wish, shift), note)


def _days(among: Span) -> Span:
    left, right = st.columns(2)
    begins = ask_day("From", among.first, first=among.first, last=among.last, where=left)
    return Span(begins, ask_day("To", begins, first=begins, last=among.last, where=right))


def _button(part: MyPart, kind: AskKind, wanted: Wanted, note: str) -> None:
    """Draw the button that asks, and why it cannot be pressed."""
    reasons = [*refusals(part.rules, part.known.unit, kind, part.who, wanted, part.today)]
    for reason in reasons:
        st.warning(plain(reason))
    st.button("Ask", type="primary", disabled=bool(reasons), on_click=part.put, args=(kind, wanted, note))


def _shift(part: MyPart, kind: AskKind) -> str:
    if kind is AskKind.TIME_OFF:
        return ""
    codes = [shift.code for shift in part.known.unit.shifts if shift.staffs]
    found = st.selectbox("Shift", [ANY, *codes])
    return "" if found == ANY else str(found)


def _window(part: MyPart) -> None:
    """Tell between which days somebody may ask."""
    opens, closes = opens_for(part.rules, part.known.unit, part.who), part.rules.closes
    bounds = [f"from {on(opens)}" if opens else "", f"to {on(closes)}" if closes else ""]
    if any(bounds):
        st.caption(f"You may ask {' '.join(filter(None, bounds))}, {part.rules.order.value}.")


def _limits(part: MyPart, span: Span) -> None:
    """Tell how many of one's main role are off on each day already, as a number and never by name."""
    unit = part.known.unit
    role = unit.people[part.who].roles[0]
    off = off_by_day(unit, asks_of(part.desk.database, RULES, part.draft))
    most = part.rules.most_off
    of = f" of {most}" if most is not None else ""
    told = [f"{on(day)} {off.get((role, day), 0)}{of}" for day in span.days[:DAYS_TOLD]]
    full = any(most is not None and off.get((role, day), 0) >= most for day in span.days)
    st.caption(f"Off already, {plain(role)}: {', '.join(told)}." + (" You would be on the waitlist." if full else ""))
