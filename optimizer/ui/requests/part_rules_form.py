"""The rules by which staff ask, as a form: what, when, in which order, and what needs no manager."""

from dataclasses import replace
from datetime import date

import streamlit as st

from optimizer.planning.words import capital
from optimizer.staffing.asks.ask import AskKind
from optimizer.staffing.asks.part_rules import AskOrder, PartRules
from optimizer.store.asks.part_rules import rules_of, set_rules
from optimizer.store.errors import StoreError
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.days import FORM
from optimizer.ui.parts.plain import plain

MOST_GROUPS, MOST_DAYS = 12, 30
ANY = 0
"""What stands for no limit to how many are off."""


def part_rules_form(desk: Desk) -> None:
    """Draw the rules of the draft, to be changed and saved together."""
    known = rules_of(desk.database, desk.actor, desk.draft.id)
    with st.form(f"part rules {desk.draft.id}", border=False):
        found = _order(_window(_kinds(known)), desk)
        if not st.form_submit_button("Save the rules"):
            return
    try:
        set_rules(desk.database, desk.actor, desk.draft.id, found)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.toast("Saved. Staff ask by these rules from now on.", icon=":material/check:")


def _kinds(known: PartRules) -> PartRules:
    kinds = [*AskKind]
    asked = st.pills(
        "Staff may ask for", kinds, selection_mode="multi", format_func=capital,
        default=[kind for kind in kinds if kind in known.kinds],
    )  # fmt: skip
    automatic = [kind for kind in kinds if kind is not AskKind.CALL_OUT]
    chosen = st.pills(
        "Approved without you where no must-fix problem comes of it", automatic, selection_mode="multi",
        format_func=capital,
        default=[kind for kind in automatic if kind in known.automatic],
    )  # fmt: skip
    rank = st.toggle(
        "Open shifts go by rank when you decide: within the contract, per diem, above it, agency, overtime last",
        value=known.by_rank,
    )
    overtime = st.toggle("Staff may take duties that make overtime", value=known.overtime)
    return replace(known, kinds=frozenset(asked), automatic=frozenset(chosen), by_rank=rank, overtime=overtime)


def _window(known: PartRules) -> PartRules:
    left, right = st.columns(2)
    told = "For time off, preferences and self-scheduling. Empty: no bound."
    opens = left.date_input("The window to ask opens on", known.opens, format=FORM, help=told)
    closes = right.date_input("and closes on", known.closes, format=FORM)
    return replace(known, opens=_day(opens), closes=_day(closes))


def _order(known: PartRules, desk: Desk) -> PartRules:
    order, groups, days = st.columns([3, 2, 2])
    orders = [*AskOrder]
    first = orders.index(known.order)
    chosen = order.selectbox("Whose turn it is first", orders, first, format_func=capital)
    number = groups.number_input("Groups, one after the other", 1, MOST_GROUPS, known.groups)
    each = days.number_input("Days between them", 0, MOST_DAYS, known.days_each)
    closed, most = st.columns([5, 2])
    period = [*desk.unit.days]
    blackout = closed.multiselect("Blackout days", period, [day for day in known.blackout if day in period])
    limit = most.number_input("Most of a role off on a day", 0, 99, known.most_off or ANY, help="0: no limit.")
    return replace(
        known, order=AskOrder(chosen), groups=int(number), days_each=int(each), blackout=tuple(sorted(blackout)),
        most_off=int(limit) or None,
    )  # fmt: skip


def _day(found: object) -> date | None:
    return found if isinstance(found, date) else None
