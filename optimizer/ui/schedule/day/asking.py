"""Those who could come are asked: a text for each, what they answered and when, and who is next."""

from collections.abc import Mapping, Sequence

import streamlit as st

from optimizer.scenarios.replan.answer import CoverAnswer
from optimizer.scenarios.replan.asked import newest_answers, next_to_ask
from optimizer.scenarios.replan.told import asking
from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import Answer, GivenAnswer, answers_of, keep_answer
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.parts.trouble import kept_trouble

ASKED = 3
"""For how many of the ways that are left the texts to send stand below them."""
TROUBLE = "trouble with an answer"


def answered(desk: Desk, duty: Duty) -> Mapping[str, GivenAnswer]:
    """Return by person what they answered last about a duty."""
    return newest_answers(answers_of(desk.database, desk.actor, desk.draft.id), duty)


def tell_next(desk: Desk, ways: Sequence[CoverAnswer], said: Mapping[str, GivenAnswer]) -> None:
    """Tell who is asked next, or who said yes and can be given the duty."""
    found = next_to_ask(ways, said)
    if found is None:
        if ways:
            st.warning("Everybody on this list was asked, and nobody said yes.", icon=":material/phone_missed:")
        return
    names = " and ".join(desk.unit.name_of(who) for who in found.way.people)
    if found.who is None:
        st.success(plain(f"{names} said yes: give it."), icon=":material/check_circle:")
    else:
        st.info(plain(f"Ask {desk.unit.name_of(found.who)} next."), icon=":material/call:")


def answer_said(said: Mapping[str, GivenAnswer], people: Sequence[str]) -> str:
    """Return what people answered, as "; no, 5 Dec 2026, 05:40", "" where nobody was asked yet."""
    given = (said[who] for who in people if who in said)
    return "".join(f"; {each.answer.value}, {moment(each.at)}" for each in given)


def texts_and_answers(desk: Desk, duty: Duty, ways: Sequence[CoverAnswer], said: Mapping[str, GivenAnswer]) -> None:
    """Draw a text for each of the next people to ask, and where to write down what they answer."""
    left = [way for way in ways if not any(said[who].answer is not Answer.YES for who in way.people if who in said)]
    if not left:
        return
    with st.expander("Texts to send, and what they answer"):
        texts = {who: text for way in reversed(left[:ASKED]) for who, text in asking(desk.unit, way).items()}
        for who in dict.fromkeys(who for way in left[:ASKED] for who in way.people):
            st.code(texts[who], language=None, wrap_lines=True)
            if desk.may(Permission.EDIT_DRAFTS):
                _buttons(desk, duty, who)


def _buttons(desk: Desk, duty: Duty, who: str) -> None:
    with st.container(horizontal=True, gap="small"):
        for answer in Answer:
            st.button(
                answer.value.capitalize(), key=f"answer {answer} {who} {duty}", on_click=_keep,
                args=(desk, duty, who, answer), help=plain(f"{desk.unit.name_of(who)} answered: {answer.value}"),
            )  # fmt: skip


def _keep(desk: Desk, duty: Duty, who: str, answer: Answer) -> None:
    with kept_trouble(TROUBLE):
        keep_answer(desk.database, desk.actor, desk.draft.id, who, duty, answer)
