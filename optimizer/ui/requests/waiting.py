"""What staff ask for: those who wait for an answer, and what was answered, with who has seen it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from optimizer.planning.words import capital, count
from optimizer.scenarios.asks.ask_view import ask_views
from optimizer.scenarios.asks.my_news import ANSWERS
from optimizer.scenarios.telling.news_text import text_of_answer
from optimizer.staffing.asks.ask import DECIDABLE, Ask
from optimizer.staffing.asks.ask_words import wanted_said
from optimizer.store.asks.asks import asks_of
from optimizer.store.roles import Permission
from optimizer.store.telling.told import NewsWay, of_ask, told_of
from optimizer.ui.asks.look import look_at
from optimizer.ui.asks.mail import mail_one
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.requests.ask_card import DONE, ask_card
from optimizer.ui.requests.part_rules_form import part_rules_form

SHOWN = 20
"""How many asks are drawn at once; the others follow as these are decided."""


def waiting(desk: Desk) -> None:
    """Draw what staff ask for, for whoever decides it."""
    if not desk.may(Permission.DECIDE_ASKS):
        return
    asks = asks_of(desk.database, desk.actor, desk.draft.id)
    if told := st.session_state.pop(DONE, ""):
        st.toast(plain(told), icon=":material/check:")
    st.header("What staff ask for")
    _to_decide(desk, asks)
    answered = [ask for ask in asks if not ask.unanswered]
    if answered:
        with st.expander(f"Answered: {len(answered)}"):
            _answered(desk, answered)
    with st.expander("Rules for asking"):
        part_rules_form(desk)


def _to_decide(desk: Desk, asks: tuple[Ask, ...]) -> None:
    views = ask_views(look_at(desk.database, desk.draft.id)().known, asks)
    ready = [view for view in views if view.ask.state in DECIDABLE]
    with_colleagues = len(views) - len(ready)
    st.text(f"{capital(count(len(ready), 'ask waits', 'asks wait'))} for you." if ready else "Nothing waits for you.")
    if with_colleagues:
        st.caption(f"{count(with_colleagues, 'swap is', 'swaps are')} still with a colleague.")
    for view in ready[:SHOWN]:
        ask_card(desk, view)
    if ready[SHOWN:]:
        st.caption(f"and {len(ready) - SHOWN} more, which follow as these are decided")


def _answered(desk: Desk, asks: Sequence[Ask]) -> None:
    told = told_of(desk.database, desk.actor, desk.draft.id)
    seen = {each.news: each.at for each in told if each.how is NewsWay.SEEN}
    rows = [
        {
            "Person": desk.unit.name_of(ask.who) if ask.who in desk.unit.people else ask.who,
            "Asked for": wanted_said(ask),
            "Answer": ask.state.value,
            "By": ask.steps[-1].who,
            "Reason": ask.steps[-1].why,
            "Seen": _seen(ask, seen),
        }
        for ask in sorted(asks, key=lambda ask: ask.steps[-1].at, reverse=True)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    unseen = [ask for ask in asks if ask.state in ANSWERS and of_ask(ask.id) not in seen]
    _notice(desk, [ask for ask in unseen if ask.who in desk.unit.people])


def _seen(ask: Ask, seen: Mapping[str, str]) -> str:
    """Return when somebody saw the answer to an ask; what they took back themselves is no news to them."""
    if of_ask(ask.id) in seen:
        return moment(seen[of_ask(ask.id)])
    return "not yet" if ask.state in ANSWERS else ""


def _notice(desk: Desk, asks: list[Ask]) -> None:
    """Draw the notice of an answer that was not seen yet, to copy or to mail."""
    if not asks:
        return
    names = {ask.id: f"{desk.unit.name_of(ask.who)}: {wanted_said(ask)}" for ask in asks}
    chosen = st.selectbox("Notice of the answer to", [*names], format_func=names.__getitem__)
    ask = next(each for each in asks if each.id == chosen)
    text = text_of_answer(desk.unit.name, desk.unit.name_of(ask.who), ask)
    st.code(text.body, language=None, wrap_lines=True)
    mail_one(desk, ask.draft, text)
