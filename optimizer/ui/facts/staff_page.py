"""Staff and credentials: who there is, what they hold, and what has to be renewed soon."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.words import count
from optimizer.staffing.law.compliance.due import Due, due
from optimizer.summary.unit.due import due_sentence
from optimizer.ui.facts.save import edit_facts
from optimizer.ui.facts.turn_list import show_turns
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.workbook.unit import layout

WITHIN = 90
"""For how many days ahead the page tells what falls due."""
SHOWN = 5
SHEETS = (layout.STAFF, layout.CREDENTIALS, layout.ROTATIONS, layout.TURNS, layout.TIES)


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Staff and credentials")
    today = date.today()
    found = due(desk.unit, today, WITHIN)
    past, coming = [each for each in found if each.past], [each for each in found if not each.past]
    _numbers(desk, past, coming)
    _list(desk, "Expired or overdue", past, today, expanded=bool(past))
    _list(desk, f"Due within {WITHIN} days", coming, today, expanded=False)
    show_turns(desk)
    edit_facts(desk, "staff", SHEETS)


def _numbers(desk: Desk, past: list[Due], coming: list[Due]) -> None:
    staff = desk.unit.staff
    jobs = dict.fromkeys(person.job for person in staff)
    by_job = ", ".join(f"{job} {_fte(p for p in staff if p.job == job)}" for job in jobs)
    tiles = (
        ("People", str(len(staff)), "Everyone on the sheet Staff."),
        ("FTE", f"{_fte(staff)}", f"1 is full time. {by_job}."),
        ("Expired or overdue", str(len(past)), "Credentials and reviews whose day is past."),
        (f"Due within {WITHIN} days", str(len(coming)), "Credentials and reviews that fall due from today on."),
    )
    for column, (title, number, about) in zip(st.columns(len(tiles)), tiles, strict=True):
        column.metric(title, number, help=plain(about), border=True)


def _list(desk: Desk, title: str, found: list[Due], today: date, *, expanded: bool) -> None:
    """List what falls due, the first to do first; nothing while there is nothing."""
    if not found:
        return
    with st.expander(f"{title}: {count(len(found), 'thing')}", expanded=expanded):
        for each in found[:SHOWN]:
            st.markdown(plain(due_sentence(desk.unit, each, today)))
        if len(found) > SHOWN and st.toggle(f"Show the other {len(found) - SHOWN}", key=f"all {title}"):
            for each in found[SHOWN:]:
                st.markdown(plain(due_sentence(desk.unit, each, today)))


def _fte(staff: Iterable[Staff]) -> str:
    return f"{sum(person.fte for person in staff):.1f}"
