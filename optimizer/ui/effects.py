"""What a possible edit would change, drawn the same wherever somebody may choose one."""

from collections.abc import Callable

import streamlit as st

from optimizer.staffing.words import money
from optimizer.store.roles import Permission
from optimizer.summary.candidates import Effect
from optimizer.ui.desk import Desk
from optimizer.ui.plain import plain


def edit_row(desk: Desk, name: str, effect: Effect, verb: str, key: str, act: Callable[[], None]) -> None:
    """Draw one possible edit: what it is, what it changes in short and, on hover, in sentences; and a way to do it."""
    said, cost, button = st.columns([3, 3, 1], vertical_alignment="center")
    said.markdown(plain(name))
    if desk.may(Permission.READ_PAY):  # the penalty of a budget tells what one person costs
        cost.caption(plain(_in_short(effect)), help=_in_sentences(effect) or None)
    if desk.may(Permission.EDIT_DRAFTS):
        button.button(verb, key=key, on_click=act, help=plain(f"{verb}: {name}"), width="stretch")


def _in_short(effect: Effect) -> str:
    told = [f"{_sign(effect.broken)}{abs(effect.broken)} must"] if effect.broken else []
    told.append(f"penalty {_signed(effect.penalty)}" if effect.penalty else "no penalty")
    if effect.pay:
        told.append(f"pay {_signed(effect.pay)}")
    return ", ".join(told)


def _signed(cents: int) -> str:
    return f"{_sign(cents)}{money(round(abs(cents), -2))}"


def _sign(number: int) -> str:
    return "+" if number > 0 else "−"


def _in_sentences(effect: Effect) -> str:
    told = (("New", effect.new), ("Eased", effect.eased), ("Put right", effect.gone))
    return "\n\n".join(f"{title}: {plain(sentence)}" for title, sentences in told for sentence in sentences)
