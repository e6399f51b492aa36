"""Who floats where next on the page: people by turn for each short shift, sent with one click by whoever may."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from optimizer.scenarios.hospital.floats import FloatOffer, ShortShift, floats_to, short_shifts_in
from optimizer.scenarios.hospital.house_known import HouseKnown
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.cover import CoverLevel
from optimizer.store.hospital.floats import FloatMove, send_float
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.hospital.published import PublishedDraft
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

TROUBLE = "trouble with a float"
SHOWN, MOST = 3, 12
"""How many people are told for each short shift, and for how many of these."""


def who_floats(desk: Desk, house: HouseKnown, drafts: Mapping[str, PublishedDraft], now: datetime) -> None:
    """Draw the short shifts that somebody of the pool could go to, the soonest first, and then all others in a line."""
    st.header("Who floats where next")
    show_trouble(TROUBLE)
    told = (short for short in short_shifts_in(house, now) if short.duty.day <= drafts[short.code].last)
    found = [(short, floats_to(house, short, now)) for short in told]
    if not found:
        st.success("No unit is short, so nobody has to float.", icon=":material/check_circle:")
        return
    some = [each for each in found if each[1]]
    for short, offers in some[:MOST]:
        with st.container(border=True):
            _short(desk, drafts, short, offers)
    _others("Later, somebody could go to", [short for short, _ in some[MOST:]])
    _others("Nobody of the pool is oriented, able and free for", [short for short, offers in found if not offers])
    st.caption("Whoever is sent stands in the drafts of the units at once; staff see it when they are published again.")


def _others(what: str, left: Sequence[ShortShift]) -> None:
    """Tell of short shifts in one line, and of how many more there are."""
    if left:
        more = f"; and {len(left) - MOST} more in the table above" if left[MOST:] else ""
        st.caption(plain(f"{what}: {'; '.join(map(_where, left[:MOST]))}{more}."))


def _where(short: ShortShift) -> str:
    return f"{short.code}, {short.duty.shift} as {short.role} on {on(short.duty.day)}"


def _short(desk: Desk, drafts: Mapping[str, PublishedDraft], short: ShortShift, offers: Sequence[FloatOffer]) -> None:
    """Draw a short shift with who could go there, and who could not and why."""
    level = CoverLevel.MINIMUM if short.cover.missing(CoverLevel.MINIMUM) else CoverLevel.TARGET
    st.markdown(f"**{plain(_where(short))}:** {plain(f'{short.cover.have} of {short.cover.target}, below {level}')}")
    good, refused = ([offer for offer in offers if bool(offer.breaks) is broken] for broken in (False, True))
    for place, offer in enumerate(good[:SHOWN], start=1):
        _offer(desk, drafts, place, offer)
    if not good:
        st.caption("Nobody of the pool could go there without a must-fix problem.")
    if refused:
        with st.expander(f"Could not: {len(refused)}"):
            st.markdown("\n".join(f"- {plain(' '.join((f'{each.name}:', *each.breaks)))}" for each in refused))


def _offer(desk: Desk, drafts: Mapping[str, PublishedDraft], place: int, offer: FloatOffer) -> None:
    """Draw somebody who could go, with what gets worse, and for whoever may the button that sends them."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None):
            lines = (f"{place}. {plain(_said(offer))}", *(f"   - {plain(each)}" for each in offer.new))
            st.markdown("\n".join(lines))
        if _may_send(desk, drafts, offer) and _can_send(drafts, offer):
            key = f"float {offer.who} {offer.to} {offer.plus.what}"
            st.button("Send", key=key, on_click=_send, args=(desk, drafts, offer), help=plain(f"Send {offer.name}"))


def _said(offer: FloatOffer) -> str:
    """Return who it is, where they come from, and when they floated last."""
    whence = f"from {offer.frm}, which can spare them" if offer.frm else "free that day"
    last = "has not floated yet" if offer.last is None else f"floated last on {on(offer.last)}"
    return f"{offer.name}, {whence}; {last}."


def _may_send(desk: Desk, drafts: Mapping[str, PublishedDraft], offer: FloatOffer) -> bool:
    """Tell whether whoever is there may move floats in every unit that it concerns; the store checks it again."""
    units = [drafts[code].unit for code in (offer.to, offer.frm) if code]
    return desk.may(Permission.MOVE_FLOATS) and all(map(desk.actor.manages, units))


def _can_send(drafts: Mapping[str, PublishedDraft], offer: FloatOffer) -> bool:
    """Tell whether the draft of the unit has a row for somebody, as those that a plan of the house makes have."""
    return offer.plus.who in drafts[offer.to].people


def _send(desk: Desk, drafts: Mapping[str, PublishedDraft], offer: FloatOffer) -> None:
    """Enter a float in the draft of the unit that gets somebody, and take it out of the one that spares them."""
    target = drafts[offer.to]
    moves = [FloatMove(target.draft, target.version, frozenset(), frozenset({offer.plus}))]
    if offer.frm is not None and offer.minus is not None:
        source = drafts[offer.frm]
        moves.append(FloatMove(source.draft, source.version, frozenset({offer.minus}), frozenset()))
    judged = {each.draft: each.version for each in drafts.values()}
    with kept_trouble(TROUBLE):
        why = f"Floats to {offer.to}, short on {on(offer.plus.what.day)}"
        send_float(desk.database, desk.actor, moves, why, judged)
