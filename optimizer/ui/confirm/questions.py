"""What is asked of dropped files, each with a control that has the likeliest answer ready."""

from collections.abc import Sequence

import streamlit as st

from optimizer.ui.confirm.controls import CodeControl, Control, DayControl, ListControl, TimesControl
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.adopted import OpenQuestion
from optimizer.workbook.adopt.said.sayings import CODE, FIRST_DAY

KEY = "import asked"


def controls_of(questions: Sequence[OpenQuestion], digest: str) -> tuple[Control, ...]:
    """Return a control for each question, whose state is kept for these files."""
    return tuple(_control(question, f"{KEY} {digest[:8]} {number}") for number, question in enumerate(questions))


def _control(question: OpenQuestion, key: str) -> Control:
    if question.of.startswith(f"{FIRST_DAY} "):
        return DayControl(question, key)
    if len(question.choices) == 1:
        return TimesControl(question, key)
    if question.of.startswith(f"{CODE} "):
        return CodeControl(question, key)
    return ListControl(question, key)


def ask(controls: Sequence[Control]) -> None:
    """Draw every question."""
    for number, control in enumerate(controls, start=1):
        with st.container(border=True):
            control.draw(f"{number}. {control.question.asked}")
            st.caption(plain(control.question.why))
