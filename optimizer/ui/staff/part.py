"""What the parts of My schedule work with: whose row, which draft, what of it is published, and how an ask is put."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.scenarios.asks.judged_ask import LookAgain
from optimizer.scenarios.asks.take_part import Answered, take_part
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import Ask, AskKind, AskState, Wanted
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.store.publications import Publication
from optimizer.ui.asks.look import look_at
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

TOLD, TROUBLE = "told of my ask", "trouble with my ask"
"""Where the state of the session keeps what became of the last ask."""


@dataclass(frozen=True)
class MyPart:
    """One person's part in one draft; ``publication`` is its newest, None while it is in the making.

    ``plan`` is what was published of it, as they may see it.
    """

    desk: Desk
    draft: int
    who: str
    rules: PartRules
    publication: Publication | None
    plan: Plan
    asks: tuple[Ask, ...]
    today: date

    @property
    def look(self) -> LookAgain:
        """Return what looks at the draft as it stands."""
        return look_at(self.desk.database, self.draft)

    @property
    def known(self) -> KnownSchedule:
        """Return the draft as it stands; what of it is shown must be this person's own, or published."""
        return self.look().known

    @property
    def own(self) -> tuple[Ask, ...]:
        """Return what this person asks for."""
        return tuple(ask for ask in self.asks if ask.who == self.who)

    def may(self, kind: AskKind) -> bool:
        """Tell whether the unit takes asks of a kind."""
        return kind in self.rules.kinds

    def put(self, kind: AskKind, wanted: Wanted, note: str = "") -> None:
        """Put an ask, and keep what became of it for the page that is drawn next."""
        with kept_trouble(TROUBLE):
            desk = self.desk
            answered(take_part(desk.database, desk.actor, self.look, self.draft, kind, wanted, self.today, note))


def answered(found: Answered) -> None:
    """Keep what became of an ask for the page that is drawn next."""
    if found.state is AskState.DENIED:
        st.session_state[TROUBLE] = found.said
    else:
        st.session_state[TOLD] = found.said


def show_answer() -> None:
    """Tell what became of the last ask, once."""
    show_trouble(TROUBLE)
    if told := st.session_state.pop(TOLD, ""):
        st.success(plain(told))
