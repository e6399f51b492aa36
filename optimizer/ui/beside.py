"""What stands below the grid: what is wrong, and for the cell that is looked at, who or what else it could have."""

from functools import partial

import streamlit as st

from optimizer.staffing.cell_text import cell_text
from optimizer.staffing.words import count, money, on
from optimizer.store.errors import StoreError
from optimizer.summary.candidates import Candidate, Option, options, replacements
from optimizer.summary.problems import Problem, grouped, problems
from optimizer.ui.desk import Desk
from optimizer.ui.effects import edit_row
from optimizer.ui.grid import Selected
from optimizer.ui.grid_memory import GridMemory
from optimizer.ui.plain import plain

SHOWN = 6
"""How many problems of one rule are listed before the rest is only counted."""


def problem_list(desk: Desk, memory: GridMemory) -> None:
    """List what is wrong, the gravest first, each with a way to its cell."""
    st.header("Problems")
    if memory.trouble:
        st.error(plain(memory.trouble))
        memory.trouble = ""
    groups = grouped(problems(desk.unit, desk.findings))
    if not groups:
        st.success("Nothing is wrong: every rule is kept.")
        return
    for number, group in enumerate(groups):
        weight = "must" if group.must else money(group.cost)
        label = f"{plain(group.rule)} · {count(len(group.problems), 'place')} · {weight}"
        with st.expander(label, expanded=group.must and number == 0, icon=":material/block:" if group.must else None):
            for place, problem in enumerate(group.problems[:SHOWN]):
                _problem(problem, memory, f"{number}-{place}")
            if len(group.problems) > SHOWN:
                st.caption(f"and {len(group.problems) - SHOWN} more; F8 goes through them in the grid")


def _problem(problem: Problem, memory: GridMemory, key: str) -> None:
    said, go = st.columns([6, 1], vertical_alignment="center")
    said.markdown(plain(problem.sentence))
    if problem.who:
        args = (problem.who, problem.day.isoformat())
        go.button("Go", key=f"go {key}", on_click=memory.look_at, args=args, help="Look at its cell")


def selected_cell(desk: Desk, memory: GridMemory) -> None:
    """Tell what the cell that is looked at could have instead, and who could take its duty."""
    chosen = memory.selected
    st.header("This cell")
    if chosen is None or chosen.who not in desk.unit.people or chosen.day not in desk.unit.days:
        st.caption("Choose a cell of the grid to see what it could have instead, and who could take its duty.")
        return
    st.markdown(f"**{plain(desk.unit.name_of(chosen.who))}**, {on(chosen.day)}: {_has(desk, chosen)}")
    if (chosen.who, chosen.day) in desk.locks:
        st.caption("Locked. Unlock it to change it: press L in the grid.")
        return
    wanted = st.segmented_control(
        "Show", ["Who could take it", "What else"], default="Who could take it", label_visibility="collapsed"
    )
    if wanted == "What else":
        _options(desk, memory, chosen)
    else:
        _replacements(desk, memory, chosen)


def _has(desk: Desk, chosen: Selected) -> str:
    duties = desk.verdict.rows.get(chosen.who, {}).get(chosen.day, ())
    staff = desk.unit.people[chosen.who]
    return plain(" and ".join(cell_text(duty, staff, desk.unit.role_by_name) for duty in duties) or "off")


def _replacements(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    found = replacements(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day, locked=desk.locks)
    if not found:
        st.caption("There is no duty in this cell that somebody else could take.")
    for candidate in found:
        _row(desk, memory, _named(desk, candidate), candidate, "Give")


def _named(desk: Desk, candidate: Candidate) -> str:
    staff = desk.unit.people[candidate.who]
    had = " and ".join(cell_text(duty, staff, desk.unit.role_by_name) for duty in candidate.instead)
    return f"{staff.name}{f' (has {had})' if had else ''}"


def _options(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    staff = desk.unit.people[chosen.who]
    found = options(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day)
    for option in sorted((each for each in found if not each.has), key=_rank):
        said = cell_text(option.duty, staff, desk.unit.role_by_name) if option.duty else "off"
        _row(desk, memory, said, option, "Take")


def _rank(option: Option) -> tuple[int, int]:
    return option.effect.broken, option.effect.penalty


def _row(desk: Desk, memory: GridMemory, name: str, edit: Candidate | Option, verb: str) -> None:
    key = f"{verb} {sorted(edit.minus)} {sorted(edit.plus)}"
    edit_row(desk, name, edit.effect, verb, key, partial(_do, desk, memory, edit))


def _do(desk: Desk, memory: GridMemory, edit: Candidate | Option) -> None:
    desk.refresh()
    try:
        memory.own.add(desk.edit(edit.minus, edit.plus, "Chosen beside the grid"))
    except StoreError as error:
        memory.trouble = str(error)
