"""What is asked of dropped files, each with a control that has the likeliest answer ready."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from optimizer.ui.confirm.confirmed import Confirming
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.adopted import OpenQuestion
from optimizer.workbook.adopt.said.sayings import CODE, FIRST_DAY, Saying

KEY = "import asked"
WORKS = ("work", "on call", "education")
"""Meanings that have times."""
IN_A_ROW = 4


def ask(confirming: Confirming) -> None:
    """Draw every question, and keep what is answered."""
    for number, question in enumerate(confirming.questions, start=1):
        key = f"{KEY} {confirming.digest[:8]} {number}"
        with st.container(border=True):
            confirming.say(question.of, _answer(question, f"{number}. {question.asked}", key))
            st.caption(plain(question.why))


def _answer(question: OpenQuestion, asked: str, key: str) -> Sequence[Saying]:
    """Draw one question and return what is said, nothing for the likeliest answer."""
    if question.of.startswith(f"{FIRST_DAY} "):
        return _day(question, asked, key)
    if len(question.choices) == 1:
        return _times(question, asked, key)
    if question.of.startswith(f"{CODE} "):
        return _code(question, asked, key)
    return _choice(question, asked, key)


def _day(question: OpenQuestion, asked: str, key: str) -> Sequence[Saying]:
    likeliest = question.likeliest.says[0]
    first = date.fromisoformat(likeliest.said)
    day = st.date_input(plain(asked), first, min_value=date(1990, 1, 1), max_value=date(2100, 1, 1), key=key, width=320)
    return _unless_likeliest([Saying(likeliest.of, day.isoformat())], question)


def _choice(question: OpenQuestion, asked: str, key: str) -> Sequence[Saying]:
    texts = [choice.text for choice in question.choices]
    chosen = st.selectbox(plain(asked), range(len(texts)), format_func=texts.__getitem__, key=key, width=420)
    return question.choices[chosen].says if chosen else ()


def _code(question: OpenQuestion, asked: str, key: str) -> Sequence[Saying]:
    """Ask what a code means and, where it is work, from when to when."""
    texts = [choice.text for choice in question.choices]
    known = [_halves(text) for text in texts]
    left, right = st.columns([3, 2], vertical_alignment="bottom", width=560)
    with left:
        chosen = st.selectbox(
            plain(asked), range(len(texts)), format_func=lambda at: known[at][0], key=key, label_visibility="visible"
        )
    kind, usual = known[chosen]
    if kind not in WORKS:
        return question.choices[chosen].says if chosen else ()
    with right:
        times = st.text_input("From and to", usual, key=f"{key} {kind}", placeholder="07:00-15:00")
    return _unless_likeliest([Saying(question.of, f"{kind} {times}".strip())], question)


def _times(question: OpenQuestion, asked: str, key: str) -> Sequence[Saying]:
    """Ask from when to when several codes are."""
    st.text(asked)
    said = []
    for at in range(0, len(question.likeliest.says), IN_A_ROW):
        columns = st.columns(IN_A_ROW)
        for column, saying in zip(columns, question.likeliest.says[at : at + IN_A_ROW], strict=False):
            kind, times = _halves(saying.said)
            label = saying.of.removeprefix(f"{CODE} ")
            typed = column.text_input(plain(label), times, key=f"{key} {saying.of}", placeholder="07:00-15:00")
            said.append(Saying(saying.of, f"{kind} {typed}".strip()))
    return _unless_likeliest(said, question)


def _halves(text: str) -> tuple[str, str]:
    """Return a meaning and its times: "work", "07:00-15:00"."""
    words = text.split(" ")
    times = words[-1] if words[-1][:1].isdigit() else ""
    return text.removesuffix(times).strip(), times


def _unless_likeliest(said: Sequence[Saying], question: OpenQuestion) -> Sequence[Saying]:
    return [saying for saying in said if saying not in question.likeliest.says]
