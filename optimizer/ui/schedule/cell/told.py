"""The cell in hand in sentences: what is in it, what is wrong there and with whose it is, and its lock."""

import streamlit as st

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.words import on, points
from optimizer.staffing.schedule.cell_text import cell_text
from optimizer.store.roles import Permission
from optimizer.summary.schedule.candidates import Option
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.grid.spots import cells_of
from optimizer.ui.parts.plain import plain

SHOWN = 6
"""How many sentences are told of somebody beyond the cell in hand."""


def tell_cell(desk: Desk, chosen: Selected) -> None:
    """Tell who and when, what is in the cell, and what is wrong."""
    st.markdown(f"**{plain(desk.unit.name_of(chosen.who))}**, {on(chosen.day)}: {_has(desk, chosen)}")
    here, else_ = found_at(desk, chosen)
    if here:
        st.markdown("\n".join(_line(desk, finding) for finding in here))
    if else_:
        with st.expander(f"Else of {plain(desk.unit.name_of(chosen.who))} ({len(else_)})"):
            st.markdown("\n".join(_line(desk, finding) for finding in else_[:SHOWN]))
            if (left := len(else_) - SHOWN) > 0:
                st.caption(f"and {left} more")


def found_at(desk: Desk, chosen: Selected) -> tuple[list[Finding], list[Finding]]:
    """Return what is wrong in the cell, and what else is with the person, the gravest first."""
    own = [each for each in desk.findings if each.place.who and chosen.who in desk.unit.rows_of(each.place.who)]
    here = [each for each in own if (chosen.who, chosen.day) in cells_of(desk.unit, each)]
    known = {*map(id, here)}
    return here, [each for each in own if id(each) not in known]


def lock_button(desk: Desk, chosen: Selected) -> None:
    """Draw the button that locks the cell, or unlocks it."""
    if not desk.may(Permission.EDIT_DRAFTS):
        return
    cell = (chosen.who, chosen.day)
    locked = cell in desk.locks
    st.button(
        "Unlock" if locked else "Lock", icon=f":material/{'lock_open' if locked else 'lock'}:", key=f"lock {cell}",
        on_click=desk.lock, args=([cell], not locked), help="What is locked stays as it is when you solve. Key: L.",
    )  # fmt: skip


def option_named(desk: Desk, who: str, option: Option) -> str:
    """Return what somebody could have, as their cell would show it."""
    return cell_text(option.duty, desk.unit.people[who], desk.unit.role_by_name) if option.duty else "off"


def _line(desk: Desk, finding: Finding) -> str:
    weight = "must fix" if finding.must else points(finding.cost)
    return f"- {plain(finding.rule.say(desk.unit, finding))} ({weight})"


def _has(desk: Desk, chosen: Selected) -> str:
    duties = desk.verdict.rows.get(chosen.who, {}).get(chosen.day, ())
    staff = desk.unit.people[chosen.who]
    return plain(" and ".join(cell_text(duty, staff, desk.unit.role_by_name) for duty in duties) or "off")
