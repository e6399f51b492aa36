"""Possible edits, of which a click takes one: once, however often it is clicked, and the list stays where it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from optimizer.scenarios.replan.answer import CoverAnswer
from optimizer.staffing.schedule.freedom import Cell, cell_of
from optimizer.store.roles import Permission
from optimizer.summary.explain.granting import Grant
from optimizer.summary.schedule.candidates import Candidate, CouldNot, Option
from optimizer.summary.schedule.swaps import Swap
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import keep_trouble, kept_trouble, show_trouble
from optimizer.ui.schedule.effects import effect_in_lines, effect_in_sentences, effect_in_short

TAKEN, TROUBLE = "offer taken", "trouble with an offer"
"""Where the state of the session keeps the offer that was taken last, and what went wrong with a click."""
PossibleEdit = Candidate | Option | Swap | CoverAnswer | Grant
ListPlace = tuple[Any, ...]
"""What a list of offers is for: the draft, and the cell or the gap."""


@dataclass(frozen=True, slots=True)
class EditOffer:
    """A possible edit, what it is called (a person, or what somebody could have), and what the history says of it.

    Without ``why`` it is what the list says of all its offers.
    """

    name: str
    edit: PossibleEdit
    why: str = ""


@dataclass(frozen=True, slots=True)
class OfferList:
    """The edits that are offered on a version of the schedule, the best first; and what is not, with the reasons.

    ``told`` stands above them. A list ``in_full`` tells in sentences what each would change, and shows its reasons.
    """

    version: int
    offers: tuple[EditOffer, ...]
    could_not: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: tuple[str, ...] = ()
    in_full: bool = False


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """What the buttons say, before and after; and why the schedule changed, for its history."""

    verb: str
    done: str
    why: str


@dataclass(frozen=True, slots=True)
class TakenOffer:
    """The offer that was taken of a list, which stays as it was until somebody looks again; and the version it made."""

    place: ListPlace
    listed: OfferList
    edit: PossibleEdit
    version: int


def unable(found: Sequence[CouldNot], desk: Desk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return who could not, by name, with the reasons."""
    return tuple((desk.unit.name_of(each.who), each.reasons) for each in found)


def unswappable(found: Sequence[Swap], desk: Desk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return with whom a swap could not be, by name, with the reasons."""
    return tuple((desk.unit.name_of(each.other), each.reasons) for each in found)


def taken_at(desk: Desk, place: ListPlace) -> TakenOffer | None:
    """Return what was taken at a place, None when nothing was, or when it does not stand in the schedule any more."""
    taken: TakenOffer | None = st.session_state.get(TAKEN)
    if taken is None or taken.place != place:
        return None
    return taken if taken.edit.plus <= desk.plan and not taken.edit.minus & desk.plan else None


def show_offers(
    desk: Desk, place: ListPlace, find: Callable[[], OfferList], words: ButtonWords, none: str,
    saved: Callable[[int], object] = bool,
) -> None:  # fmt: skip
    """Draw what is offered at a place, or else the list that one was taken of.

    ``none`` is said where nothing is offered; ``saved`` is told every version that a click makes.
    """
    show_trouble(TROUBLE)
    taken = taken_at(desk, place)
    listed = taken.listed if taken else find()
    for line in listed.told:
        st.markdown(plain(line))
    if not listed.offers:
        st.caption(none)
    for offer in listed.offers:
        _row(desk, place, listed, offer, words, taken, saved)
    if taken:
        st.button("Look again", key=f"look again {place}", on_click=_let_go, icon=":material/refresh:")
    _could_not(listed)


def _row(
    desk: Desk, place: ListPlace, listed: OfferList, offer: EditOffer, words: ButtonWords, taken: TakenOffer | None,
    saved: Callable[[int], object],
) -> None:  # fmt: skip
    """Draw one offer. Where it was clicked stands, afterwards, nothing that a second click could press."""
    edit, chosen = offer.edit, taken is not None and taken.edit == offer.edit
    with st.container(horizontal=True, vertical_alignment="top" if listed.in_full else "center", gap="small"):
        with st.container(gap=None):
            st.markdown(plain(offer.name))
            if desk.may(Permission.READ_PAY):  # the penalty of a budget tells what one person costs
                _price(desk, edit, in_full=listed.in_full)
        if not desk.may(Permission.EDIT_DRAFTS):
            return
        if taken and chosen:
            st.button("Undo", key=f"undo {place}", on_click=_undo, args=(desk, taken, saved))
        st.button(
            words.done if chosen else words.verb, key=f"{words.verb} {place} {sorted(edit.minus)} {sorted(edit.plus)}",
            on_click=partial(_take, desk, place, listed, offer, words, saved, desk.locks), disabled=taken is not None,
            help=plain(f"{words.verb}: {offer.name}"),
        )  # fmt: skip


def _price(desk: Desk, edit: PossibleEdit, *, in_full: bool) -> None:
    """Draw what an offer would change: in points, and in sentences below them or where one points at them."""
    short = plain(effect_in_short(desk, edit.effect))
    if in_full:
        st.caption("\n\n".join(filter(None, (short, effect_in_lines(edit.effect)))))
    else:
        st.caption(short, help=effect_in_sentences(edit.effect) or None)


def _could_not(listed: OfferList) -> None:
    if listed.could_not:
        with st.expander(f"Could not ({len(listed.could_not)})", expanded=listed.in_full):
            st.markdown("\n".join(f"- {_because(name, ' '.join(why))}" for name, why in listed.could_not))


def _because(name: str, why: str) -> str:
    """Return why, with the name in front, which most sentences begin with anyway."""
    rest = why.removeprefix(name)
    return f"**{plain(name)}**{'' if rest != why else ': '}{plain(rest)}"


def _take(
    desk: Desk, place: ListPlace, listed: OfferList, offer: EditOffer, words: ButtonWords,
    saved: Callable[[int], object], locked: frozenset[Cell],
) -> None:  # fmt: skip
    """Take an offer; not when one of the same list was taken already, as a second click would.

    ``locked`` are the cells that were locked when it was shown: what somebody locked since then stays as it is.
    """
    desk.refresh()
    if taken_at(desk, place):
        return
    if happened := _since(desk, listed, offer, locked):
        keep_trouble(TROUBLE, f"{happened} since this list was made. Nothing was done; look again.")
        return
    with kept_trouble(TROUBLE):
        version = desk.edit(offer.edit.minus, offer.edit.plus, offer.why or words.why)
        st.session_state[TAKEN] = TakenOffer(place, listed, offer.edit, version)
        saved(version)


def _since(desk: Desk, listed: OfferList, offer: EditOffer, locked: frozenset[Cell]) -> str:
    """Return what happened since a list was made that keeps an offer of it from being taken, "" for nothing."""
    if desk.version != listed.version:
        return "The schedule changed"
    cells = {cell_of(pair) for pair in offer.edit.minus | offer.edit.plus}
    return "A cell of it was locked" if cells & (desk.locks - locked) else ""


def _undo(desk: Desk, taken: TakenOffer, saved: Callable[[int], object]) -> None:
    """Take an offer back, once, while nothing else was changed after it."""
    if st.session_state.get(TAKEN) != taken:
        return
    _let_go()
    desk.refresh()
    if desk.version != taken.version:
        keep_trouble(TROUBLE, "The schedule was changed after this. Undo it in the grid.")
        return
    with kept_trouble(TROUBLE):
        saved(desk.undo())


def _let_go() -> None:
    st.session_state.pop(TAKEN, None)
