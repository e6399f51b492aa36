"""Publish and history: what is published, by whom and why; what changed since; and what people are sent."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.words import count, on, points
from optimizer.staffing.schedule.accepted import Accepted, accepted, still_accepted, unaccepted
from optimizer.store.errors import StoreError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import Grounds, Publication, changed_since, grounds_of, publications, publish
from optimizer.store.roles import Permission
from optimizer.summary.schedule.publication import titled
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.publish.changes import changes
from optimizer.ui.publish.files import files, next_period
from optimizer.ui.publish.own_layout import own_layout_download
from optimizer.ui.publish.tell import tell

REASON = "Reason"
WRAPPED = 56
"""How high a row is in which a sentence may take two lines."""
DONE, SEEN = "published", "seen before publishing"
"""Where the state of the session keeps what is to be told after publishing, and what was looked at before it."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Publish and history")
    found = publications(desk.database, desk.actor, desk.draft.id)
    grounds = grounds_of(desk.database, desk.actor, desk.draft.id)
    if told := st.session_state.pop(DONE, None):
        st.success(plain(told))
    if desk.may(Permission.PUBLISH):
        _to_publish(desk, grounds)
    _history(found, grounds)
    if found:
        tell(desk, found[-1])
        changes(desk, found)
        files(desk, found[-1])
    own_layout_download(desk, found[-1] if found else None, desk.published or desk.plan)
    if found:
        next_period(desk)


def _to_publish(desk: Desk, grounds: tuple[Grounds, ...]) -> None:
    """Draw what publishing means and takes."""
    number = len(grounds) + 1
    what = "Publish this schedule" if number == 1 else f"Publish amendment {number}"
    st.header(what)
    st.text(
        "Everybody on the unit then sees the schedule. It is kept as it is now, with its rules, its score, your name "
        "and the reasons below; what changes later is an amendment, with a reason and a notice for whom it changes."
    )
    if desk.now.strangers:
        st.warning("The schedule has duties that the facts do not know. Take them out on the page Schedule first.")
        return
    if number > 1 and not changed_since(desk.database, desk.actor, desk.draft.id, desk.plan, policy_text(desk.policy)):
        st.info("Nothing changed since it was published last, so there is nothing to amend.")
        st.button(what, icon=":material/campaign:", disabled=True)
        return
    _tell_of_changes(desk)
    musts = tuple(finding for finding in desk.findings if finding.must)
    kept = still_accepted(desk.unit, musts, grounds[-1].accepted if grounds else ())
    with st.form(f"publish {desk.draft.id} {desk.version} {desk.facts.revision}", border=True):
        _score(desk, musts)
        reasons = _reasons(desk, musts, kept) if musts else {}
        rest = st.text_input("Reason for every breach that has none of its own") if musts else ""
        why = st.text_input("Why what was published changes") if number > 1 else ""
        if st.form_submit_button(what, type="primary", icon=":material/campaign:"):
            _publish(desk, musts, reasons, rest, why)


def _tell_of_changes(desk: Desk) -> None:
    """Tell when what would be published is another version than the one that was looked at last."""
    now = (desk.draft.id, desk.version, desk.facts.revision)
    seen = st.session_state.get(SEEN, now)
    if seen[0] == now[0] and seen != now:
        st.info(f"The draft changed since you looked at this page; it is version {desk.version} now. Look again.")
    st.session_state[SEEN] = now


def _score(desk: Desk, musts: tuple[Finding, ...]) -> None:
    kept = "No must-fix problem. " if desk.figures.is_planned else "Nothing is planned yet. "
    broken = f"{count(len(musts), 'must-fix problem')}. " if musts else kept
    left = f"The score is {points(desk.verdict.score.cost)}: fewer is better."
    st.text(f"Version {desk.version}. {broken}{left}")
    if musts:
        st.text("Each must-fix problem needs a reason: you answer for it.")


def _reasons(desk: Desk, musts: tuple[Finding, ...], kept: tuple[Accepted, ...]) -> Mapping[int, str]:
    """Draw a table of the broken musts and return the reason typed for each of them, by its place."""
    rows = [
        {
            "What is wrong": finding.rule.say(desk.unit, finding),
            REASON: next((each.reason for each in kept if each.covers(desk.unit, finding)), ""),
        }
        for finding in musts
    ]
    edited = st.data_editor(
        pd.DataFrame(rows),
        hide_index=True,
        disabled=["What is wrong"],
        row_height=WRAPPED,
        column_config={
            "What is wrong": st.column_config.TextColumn(width="large"),
            REASON: st.column_config.TextColumn(width="large", help="Why this is accepted. It stays in the history."),
        },
        key=f"reasons {desk.draft.id} {desk.version} {desk.facts.revision}",
    )
    return {place: str(reason or "").strip() for place, reason in enumerate(edited[REASON])}


def _publish(desk: Desk, musts: tuple[Finding, ...], reasons: Mapping[int, str], rest: str, why: str) -> None:
    answers = [accepted(desk.unit, each, reasons[place] or rest.strip()) for place, each in enumerate(musts)]
    open_ = unaccepted(desk.unit, musts, answers)
    if open_:
        st.error(
            f"{count(len(open_), 'must-fix problem has', 'must-fix problems have')} no reason yet. "
            "Nothing was published."
        )
        return
    try:
        made = publish(
            desk.database, desk.actor, desk.draft.id, desk.version, revision=desk.facts.revision, unit=desk.unit,
            policy=policy_text(desk.policy), score=desk.verdict.score, accepted=answers, why=why,
        )  # fmt: skip
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.session_state[DONE] = "Published." if made == 1 else f"Amendment {made} is published. Send the notices below."
    st.rerun()


def _history(found: tuple[Publication, ...], grounds: tuple[Grounds, ...]) -> None:
    st.header("History")
    if not found:
        st.text("Nothing of this draft was published yet.")
    for each, its in reversed([*zip(found, grounds, strict=True)]):
        _entry(each, its)


def _entry(publication: Publication, grounds: Grounds) -> None:
    with st.container(border=True):
        st.markdown(f"**{titled(publication)}**, {plain(moment(publication.at))}, {plain(publication.who)}")
        if grounds.why:
            st.text(grounds.why)
        musts = count(len(grounds.accepted), "must-fix problem")
        st.caption(f"Version {publication.version}; {musts} accepted; {plain(points(grounds.score.cost))}")
        if grounds.accepted:
            with st.expander("What was accepted, and why"):
                st.dataframe(pd.DataFrame([_answer(each) for each in grounds.accepted]), hide_index=True)


def _answer(each: Accepted) -> dict[str, str]:
    return {"Day": on(each.day), "What is wrong": each.sentence, REASON: each.reason}
