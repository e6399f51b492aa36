"""Tells people: whom the newest publication concerns, each notice to copy or to mail, and who has seen it."""

import pandas as pd
import streamlit as st

from optimizer.planning.words import count
from optimizer.scenarios.telling.news_text import NewsText, text_of_publication
from optimizer.scenarios.telling.to_tell import PersonNews, to_tell
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.publications import Publication, grounds_of, posting_at
from optimizer.store.roles import Permission
from optimizer.summary.schedule.posted import change_line
from optimizer.ui.asks.mail import mail_all, mail_one
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.times import moment


def tell(desk: Desk, last: Publication) -> None:
    """Draw whom the newest publication concerns, with what changes for each, and the notices."""
    if not desk.may(Permission.DECIDE_ASKS):
        return
    st.header("Tell people")
    found, posting = to_tell(desk.database, desk.actor, last), posting_at(desk.database, desk.actor, last.draft)
    if not found:
        st.text("It changes nobody's days.")
        return
    unseen = sum(not each.seen for each in found)
    st.text(f"It concerns {count(len(found), 'person', 'people')}; {unseen} have not seen it yet.")
    st.dataframe(pd.DataFrame([_row(posting, each) for each in found]), hide_index=True, width="stretch")
    why = _why(desk, last)
    texts = {each.who: text_of_publication(posting, last, moment(last.at), each, why) for each in found}
    _notices(desk, posting, last, texts, [each.who for each in found if not (each.seen or each.mailed)])


def _row(posting: Posting, found: PersonNews) -> dict[str, str]:
    changes = "; ".join(change_line(posting, change) for change in found.changes)
    return {
        "Person": posting.names[found.who],
        "What is new": "The first schedule" if found.first else changes,
        "Mailed": moment(found.mailed) if found.mailed else "",
        "Seen": moment(found.seen) if found.seen else "not yet",
    }


def _why(desk: Desk, last: Publication) -> str:
    """Ask for the reason as people are told it; the amendment's own may say more of others than they should know."""
    if last.number == 1:
        return ""
    own = grounds_of(desk.database, desk.actor, last.draft)[-1].why
    return st.text_input(
        "Why, as people are told", key=f"why told {last.draft} {last.number}", max_chars=300,
        placeholder=f"The amendment's own reason, which staff do not see: {own}",
    )  # fmt: skip


def _notices(desk: Desk, posting: Posting, last: Publication, texts: dict[str, NewsText], open_: list[str]) -> None:
    mail_all(desk, last.draft, [texts[who] for who in open_])
    who = st.selectbox("Notice for", [*texts], format_func=posting.names.__getitem__)
    st.code(texts[who].body, language=None, wrap_lines=True)
    mail_one(desk, last.draft, texts[who])
