"""Offering a swap: of one of one's own duties, to colleagues for whom it breaks no rule that must be kept."""

import streamlit as st

from optimizer.planning.pair import Pair
from optimizer.planning.words import on
from optimizer.scenarios.asks.for_me import swaps_for, wanted_of
from optimizer.staffing.asks.ask import AskKind
from optimizer.staffing.asks.ask_words import duties_said
from optimizer.staffing.schedule.posting import Posting
from optimizer.summary.schedule.swaps import Swap
from optimizer.ui.parts.plain import plain
from optimizer.ui.staff.part import MyPart


def ask_swap(part: MyPart, posting: Posting) -> None:
    """Draw the choice of a duty, and the colleagues who could swap it, each with a button."""
    if not part.may(AskKind.SWAP):
        st.text("This unit takes no asks for swaps here.")
        return
    coming = coming_duties(part)
    if not coming:
        st.text("You have no duty to come in this schedule.")
        return
    chosen = st.selectbox("Which duty", coming, format_func=lambda pair: f"{on(pair.what.day)}: {pair.what.shift}")
    asked = {ask.wanted.other for ask in part.own if ask.kind is AskKind.SWAP and ask.unanswered}
    found = swaps_for(part.known, part.who, chosen.what.day, part.plan, asked)
    if not found:
        st.text("With nobody, without breaking a rule that must be kept. Ask your manager.")
    for swap in found:
        _offer(part, posting, swap)


def coming_duties(part: MyPart) -> list[Pair]:
    """Return one's own published duties from today on, in order."""
    own = (pair for pair in part.plan if pair.who == part.who and pair.what.day >= part.today)
    return sorted(own, key=lambda pair: pair.what)


def _offer(part: MyPart, posting: Posting, swap: Swap) -> None:
    wanted = wanted_of(swap)
    with st.container(border=True):
        st.markdown(f"**{plain(posting.names[swap.other])}**: you work {plain(duties_said(wanted.gets))}")
        st.button("Offer", key=f"offer {swap.other}", on_click=part.put, args=(AskKind.SWAP, wanted))
