"""Files of any make on the page Import: drawn as they are, confirmed by a few answers, and taken further."""

from collections.abc import Sequence

import streamlit as st

from optimizer.staffing.facts.words import count, on
from optimizer.ui.confirm.assumed import changed, draw_assumptions
from optimizer.ui.confirm.confirmed import Confirming
from optimizer.ui.confirm.dropped import GivenFile, digest_of, dropped
from optimizer.ui.confirm.not_taken import draw_not_taken
from optimizer.ui.confirm.opening import ANSWERS, ways_on
from optimizer.ui.confirm.own_sheets import draw_own_sheets
from optimizer.ui.confirm.patients import confirm_patients
from optimizer.ui.confirm.questions import ask, controls_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.adopted import Adopted
from optimizer.workbook.adopt.panel.panel import has_patients

KEY = "import confirming"


def confirm(desk: Desk, given: Sequence[GivenFile]) -> None:
    """Draw what was understood of some files, what is asked, and the ways on."""
    try:
        confirming = _kept(given)
    except ValueError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    for sentence in confirming.files.refused:
        st.error(plain(sentence), icon=":material/error:")
    if not any(file.sheets for file in confirming.files.files):
        return
    if has_patients(confirming.files.proposals):
        confirm_patients(desk, confirming)
        return
    unclear = listen(confirming)
    _summary(confirming.now.adopted)
    draw_own_sheets(confirming)
    _questions(confirming, unclear)
    if confirming.now.adopted.learned:
        ways_on(desk, confirming, lambda: listen(confirming))
    _to_keep(confirming)


def _kept(given: Sequence[GivenFile]) -> Confirming:
    """Return what is kept of these files, read anew when they are others."""
    digest, kept = digest_of(given), st.session_state.get(KEY)
    if kept is None or kept.digest != digest:
        with st.spinner("Reading the sheets ..."):
            kept = st.session_state[KEY] = Confirming(digest, dropped(given))
            _ = kept.first.adopted
    found: Confirming = kept
    return found


def listen(confirming: Confirming) -> str:
    """Have what is said now hold, and return what of it cannot be understood, "" for nothing."""
    controls = controls_of(confirming.questions, confirming.digest)
    said = [saying for control in controls for saying in control.said()]
    try:
        confirming.hear([*said, *changed(confirming.assumptions, confirming.digest)])
    except ValueError as error:
        return str(error)
    return ""


def _summary(adopted: Adopted) -> None:
    """Tell in a line what was understood."""
    if adopted.learned is None:
        st.warning(plain(adopted.why_not), icon=":material/help:")
        return
    roster = adopted.learned.roster
    duties = sum(account.taken for account in adopted.accounts)
    st.success(
        plain(
            f"{count(len(roster.people), 'person', 'people')}, {on(min(roster.days))} to {on(max(roster.days))} "
            f"{max(roster.days):%Y}, {count(len(adopted.learned.shifts), 'code')}. "
            f"{duties:,} cells were taken up."
        ),
        icon=":material/check_circle:",
    )


def _questions(confirming: Confirming, unclear: str) -> None:
    controls = controls_of(confirming.questions, confirming.digest)
    if controls:
        st.header("Is this so?")
        st.text("The likeliest answers are filled in. Change what is wrong; the sheet above follows.")
        ask(controls)
    if unclear:
        st.error(plain(unclear), icon=":material/error:")
    draw_assumptions(confirming.assumptions, confirming.digest)
    draw_not_taken(confirming.now.adopted.not_taken)


def _to_keep(confirming: Confirming) -> None:
    """Offer the answers as a file."""
    st.download_button(
        "Save these answers", lambda: confirming.now.mapping, ANSWERS, "application/toml", on_click="ignore",
        icon=":material/save:",
        help="Drop this file with the next month's roster of the same layout, and nothing is asked again.",
    )  # fmt: skip
