"""What stands below the grid: what is wrong, and for the cell that is looked at, who or what else it could have."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from optimizer.staffing.facts.words import on, points
from optimizer.staffing.schedule.cell_text import cell_text
from optimizer.summary.schedule.candidates import Candidate, options, replacements
from optimizer.summary.schedule.problems import ListedProblem, problems
from optimizer.summary.schedule.swaps import Swap, swap_partners, swap_said
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected, Spot
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.grid.spots import spots
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.beside_count import tell_count
from optimizer.ui.schedule.cell.note import note_field
from optimizer.ui.schedule.cell.told import lock_button, option_named, tell_cell
from optimizer.ui.schedule.cell.why import cell_why
from optimizer.ui.schedule.day.out_sick import out_sick
from optimizer.ui.schedule.offers import ButtonWords, EditOffer, OfferList, show_offers, unable, unswappable

MOST = 200
"""How many problems are listed; the grid has them all."""

GIVE = ButtonWords("Give", "Given", "Chosen beside the grid")
TAKE = ButtonWords("Take", "Taken", "Chosen beside the grid")
SWAP = ButtonWords("Swap", "Swapped", "Swapped beside the grid")
TAKER, SICK, SWAP_WITH, ELSE, WHY = "Who could take it", "Out sick", "Swap with…", "What else", "Why"
COLUMN = st.column_config.TextColumn


def problem_list(desk: Desk, memory: GridMemory) -> None:
    """List what is wrong, the gravest first, in one table: to click one is to go to its place in the grid."""
    st.header("Problems")
    if memory.trouble:
        st.error(plain(memory.trouble))
        memory.trouble = ""
    if not (desk.findings and desk.figures.is_planned):
        _tell_well(desk)
        return
    told = desk.findings[:MOST]
    found, places = problems(desk.unit, told), spots(desk.unit, told)
    key = f"problems of {memory.key}"
    st.dataframe(
        pd.DataFrame([_row(problem) for problem in found], columns=["Weight", "What is wrong"]),
        hide_index=True, selection_mode="single-cell", key=key,
        on_select=lambda: go_to(memory, places, st.session_state[key].selection.cells),
        column_config={"Weight": COLUMN(width=84), "What is wrong": COLUMN(width=440)},
    )  # fmt: skip
    more = len(desk.findings) - len(found)
    st.caption(
        "Click one to go to its place in the grid." + (f" {more:,} more are marked in the grid." if more else "")
    )


def _tell_well(desk: Desk) -> None:
    if desk.figures.is_planned:
        st.success("Nothing is wrong: every rule is kept.")
    else:
        st.info("Nothing is planned yet, so there is nothing to judge.")


def _row(problem: ListedProblem) -> tuple[str, str]:
    return "must fix" if problem.must else points(problem.cost), problem.sentence


def go_to(memory: GridMemory, places: Sequence[Spot], cells: Sequence[tuple[int, str]]) -> None:
    """Let the grid go to the place of the problem that was clicked."""
    for row, _ in cells:
        if row < len(places):
            memory.look_at(places[row])


def selected_cell(desk: Desk, memory: GridMemory) -> None:
    """Tell what the cell that is looked at could have instead, and who could take its duty."""
    chosen = memory.selected
    if chosen is not None and chosen.row and chosen.day in desk.unit.days:
        st.header("This place and day")
        tell_count(desk, chosen.row, chosen.day, memory.own.add)
        return
    st.header("This cell")
    if chosen is None or chosen.who not in desk.unit.people or chosen.day not in desk.unit.days:
        st.caption("Choose a cell of the grid to see what it could have instead, and who could take its duty.")
        return
    tell_cell(desk, chosen)
    lock_button(desk, chosen)
    note_field(desk, chosen)
    wanted = _wanted(desk, chosen)
    if wanted == WHY:
        cell_why(desk, memory, chosen)
    elif (chosen.who, chosen.day) in desk.locks:
        st.caption("Locked. Unlock it to change it.")
    elif wanted == ELSE:
        _options(desk, memory, chosen)
    elif wanted == SICK:
        out_sick(desk, memory.own.add, chosen)
    elif wanted == SWAP_WITH:
        _swaps(desk, memory, chosen)
    else:
        _replacements(desk, memory, chosen)


def _wanted(desk: Desk, chosen: Selected) -> str | None:
    """Draw what there is to see of a cell, and return what is chosen: it stays when a duty is given away there."""
    key = _shown_key(chosen)
    if key not in st.session_state:
        st.session_state[key] = TAKER if desk.verdict.rows.get(chosen.who, {}).get(chosen.day) else ELSE
    return st.segmented_control("Show", [TAKER, SICK, SWAP_WITH, ELSE, WHY], key=key, label_visibility="collapsed")


def ask_why(chosen: Selected) -> None:
    """Let the cell tell why, where its panel is drawn next."""
    st.session_state[_shown_key(chosen)] = WHY


def _shown_key(chosen: Selected) -> str:
    return f"show {chosen.who} {chosen.day}"


def _replacements(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    def find() -> OfferList:
        found = replacements(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day, locked=desk.locks)
        offers = tuple(EditOffer(_named(desk, each), each) for each in found.could)
        return OfferList(desk.version, offers, unable(found.could_not, desk))

    place = ("who", desk.draft.id, chosen.who, chosen.day)
    show_offers(desk, place, find, GIVE, "There is no duty in this cell that somebody could take.", memory.own.add)


def _named(desk: Desk, candidate: Candidate) -> str:
    staff = desk.unit.people[candidate.who]
    had = " and ".join(cell_text(duty, staff, desk.unit.role_by_name) for duty in candidate.instead)
    return f"{desk.unit.name_of(candidate.who)}{f' (has {had})' if had else ''}"


def _swaps(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    def find() -> OfferList:
        found = swap_partners(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day, locked=desk.locks)
        offers = tuple(_swap_offer(desk, each) for each in found.could)
        return OfferList(desk.version, offers, unswappable(found.could_not, desk))

    place = ("swap", desk.draft.id, chosen.who, chosen.day)
    show_offers(desk, place, find, SWAP, "There is no duty in this cell that somebody could swap.", memory.own.add)


def _swap_offer(desk: Desk, swap: Swap) -> EditOffer:
    """Return a swap as an offer: with whom, and for what of theirs."""
    duties = sorted(pair.what for pair in swap.minus if pair.who == swap.other)
    theirs = " and ".join(f"{duty.shift} on {on(duty.day)}" for duty in duties)
    name = f"{desk.unit.name_of(swap.other)}, for {theirs}"
    return EditOffer(name, swap, f"Swap: {swap_said(desk.unit, swap)}")


def _options(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    def find() -> OfferList:
        found = [each for each in options(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day) if not each.has]
        kept = sorted((each for each in found if not each.reasons), key=lambda option: option.effect.penalty)
        offers = tuple(EditOffer(option_named(desk, chosen.who, each), each) for each in kept)
        could_not = tuple((option_named(desk, chosen.who, each), each.reasons) for each in found if each.reasons)
        return OfferList(desk.version, offers, could_not)

    place = ("what", desk.draft.id, chosen.who, chosen.day)
    show_offers(desk, place, find, TAKE, "Nothing else could stand in this cell.", memory.own.add)
