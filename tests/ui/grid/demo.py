"""A small app around the grid, for tests in a browser: an invented unit whose plan lives in this process.

The address names the plan and its size: ``?plan=one&people=12&days=28``. Buttons of the page tell the plan to be slow,
to drop the next message, to forget whom it has heard. It refuses what is stale, what is locked, and nights for
somebody who may not work them.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import streamlit as st

from optimizer.ui.grid import (
    Code,
    Day,
    GridCell,
    GridCount,
    GridCoverage,
    GridData,
    GridPerson,
    Refusal,
    SetLock,
    Spot,
    SumColumn,
    mount_grid,
    read_act,
    read_edits,
)

PEOPLE, DAYS = int(st.query_params.get("people", "12")), int(st.query_params.get("days", "28"))
PAST, FIRST = 3, date(2026, 11, 16)
FAMILY = "Abara Brook Castell Dimas Eklund Farrow Gilani Hoxha Imani Jarvis Kemper Lindqvist Marsh Novak Okafor".split()
GIVEN = "Ana Ben Cleo Dario Esme Femi Grace Hugo".split()
CODES = (
    Code("D", "D", "", "D", "Day", "FFE9A8"),
    Code("D/C", "D", "Charge", "D", "Day in charge", "FFE9A8"),
    Code("N", "N", "", "N", "Night", "B5C9F2"),
    Code("N/C", "N", "Charge", "N", "Night in charge", "B5C9F2"),
    Code("E", "E", "", "E", "Evening", "F9CBA7"),
    Code("C", "C", "", "C", "On call", "", "on call"),
    Code("PTO", "PTO", "", "P", "Paid time off", "C4E8CF", "leave"),
)
JOBS = (("Registered nurse", "RN", 0.6), ("Nursing assistant", "CNA", 0.9), ("Unit clerk", "Clerk", 1.1))
NEEDS = (("Day, RN", "D"), ("Day, charge", "D/C"), ("Night, RN", "N"))
Cells = dict[tuple[str, str], str]


@dataclass
class Plan:
    """What a store would hold: cells, locks, edits by version, and the numbers acknowledged by session."""

    cells: Cells
    locks: set[tuple[str, str]]
    opening: Cells
    version: int = 1
    heard: dict[str, int] = field(default_factory=dict)
    edits: list[tuple[str, Cells, Cells]] = field(default_factory=list)
    undone: list[tuple[Cells, Cells]] = field(default_factory=list)
    standing: list[tuple[Cells, Cells]] = field(default_factory=list)
    refused: dict[str, tuple[Refusal, ...]] = field(default_factory=dict)
    slow: float = 0.0
    drop: bool = False
    requests: int = 0
    runs: int = 0
    pressed: int = 0

    def change(self, session: str, after: Cells) -> None:
        """Put cells in as a new version."""
        before = {at: self.cells.get(at, "") for at in after}
        self.cells.update(after)
        self.version += 1
        self.edits.append((session, before, after))

    def stale(self, session: str, version: int, at: tuple[str, str]) -> bool:
        """Tell whether somebody else changed a cell after a version."""
        return any(who != session and at in after for who, _, after in self.edits[max(0, version - 1) :])


def the_plan() -> Plan:
    """Return the plan that the address names."""
    return plan_named(st.query_params.get("plan", ""), PEOPLE, DAYS)


@st.cache_resource
def plan_named(name: str, people_count: int, days_count: int) -> Plan:
    """Return a plan of this process, drawn at its first use."""
    cells = {}
    pattern = ("D", "D", "D", "", "", "N", "N", "", "", "")
    for number, person in enumerate(people()):
        for at, day in enumerate(days()):
            text = pattern[(at + 3 * number) % len(pattern)]
            cells[person, day] = "D/C" if text == "D" and number % 4 == 0 and number < PEOPLE / 2 else text
    return Plan(cells, {("s01", iso(PAST + 1)), ("s02", iso(PAST + 2))}, dict(cells))


def people() -> list[str]:
    return [f"s{number:02}" for number in range(PEOPLE)]


def iso(at: int) -> str:
    return (FIRST + timedelta(at)).isoformat()


def days() -> list[str]:
    return [iso(at) for at in range(DAYS)]


def heard() -> None:
    """Apply what the browser asks for."""
    plan, asked = the_plan(), st.session_state["grid"]
    plan.requests += 1
    if plan.drop:
        plan.drop = False
        return
    time.sleep(plan.slow)
    if asked.edit:
        edit(plan, asked.edit)
    if asked.act:
        turn(plan, asked.act)


def edit(plan: Plan, value: Any) -> None:
    for batch in read_edits(value):
        st.session_state["session"] = batch.session
        if batch.seq <= plan.heard.get(batch.session, 0):
            continue
        plan.heard[batch.session] = batch.seq
        after, refused = {}, []
        for op in batch.ops:
            at = (op.who, op.day.isoformat())
            if isinstance(op, SetLock):
                (plan.locks.add if op.on else plan.locks.discard)(at)
            elif plan.cells.get(at, "") != (op.code or ""):
                why = refusal(plan, batch.session, batch.version, at, op.code or "")
                if why:
                    refused.append(Refusal(batch.seq, *at, why))
                else:
                    after[at] = op.code or ""
        if after:
            plan.change(batch.session, after)
            plan.standing.append(plan.edits[-1][1:])
            plan.undone.clear()
        plan.refused[batch.session] = tuple(refused)


def refusal(plan: Plan, session: str, version: int, at: tuple[str, str], code: str) -> str:
    if at in plan.locks:
        return "The cell is locked."
    if plan.stale(session, version, at):
        return "Somebody else changed this cell in the meantime."
    if at[0] == "s03" and code.startswith("N"):
        return "Dimas, Dario may not work nights."
    return ""


def turn(plan: Plan, value: Any) -> None:
    act = read_act(value)
    st.session_state["session"] = act.session
    if act.seq <= plan.heard.get(act.session, 0):
        return
    plan.heard[act.session] = act.seq
    source, target, side = (plan.standing, plan.undone, 0) if act.what == "undo" else (plan.undone, plan.standing, 1)
    if act.version == plan.version and source:
        pair = source.pop()
        plan.change(act.session, pair[side])
        target.append(pair)


def data(plan: Plan) -> GridData:
    session = st.session_state.get("session", "")
    cells = {(who, each): cell(plan, who, each) for who in people() for each in days()}
    return GridData(
        people=tuple(person(plan, number) for number in range(PEOPLE)),
        sums=(
            SumColumn("Hours", "Paid hours in this period"), SumColumn("Of con\u00adtract", "Hours under contract"),
            SumColumn("OT", "Overtime hours"), SumColumn("Nights"), SumColumn("Week\u00adends"), SumColumn("± share"),
        ),
        days=tuple(day(at) for at in range(DAYS)),
        codes=CODES,
        cells=cells,
        coverage=tuple(coverage(plan, label, code) for label, code in NEEDS),
        session=session,
        version=plan.version,
        ack=plan.heard.get(session, 0),
        refused=plan.refused.get(session, ()),
        editable="read" not in st.query_params,
        problems=tuple(Spot(*at, "", "", shown.must) for at, shown in cells.items() for _ in shown.findings),
        title="4 West: Mon 16 Nov to Sun 13 Dec 2026",
        issue="version 7, not published",
        legend=("D Day, 07:00 to 19:30", "empty: off or away"),
    )  # fmt: skip


def person(plan: Plan, number: int) -> GridPerson:
    who, share = f"s{number:02}", number / PEOPLE
    job = next(name for name, _, until in JOBS if share < until)
    worked = [plan.cells.get((who, each), "") for each in days()[PAST:]]
    hours = 12 * sum(text not in ("", "C") for text in worked)
    nights = sum(text.startswith("N") for text in worked)
    name = f"{FAMILY[number % len(FAMILY)]}, {GIVEN[number % len(GIVEN)]}" + (
        f" {number}" if number >= len(FAMILY) else ""
    )
    roles = ("RN", "Charge") if number % 4 == 0 and job.startswith("Reg") else ("RN",) if job.startswith("Reg") else ()
    sums = (str(hours), "144", str(max(0, hours - 144)), str(nights), "2", f"{nights - 4:+}".replace("-", "−"))
    return GridPerson(who, name, job, roles, "0.9 FTE", sums)


def day(at: int) -> Day:
    when = FIRST + timedelta(at)
    feast = "Thanksgiving" if when == date(2026, 11, 26) else ""
    return Day(iso(at), f"{when:%a}"[:2], when.day, f"{when:%B %Y}", when.weekday() >= 5, feast, at < PAST)


def cell(plan: Plan, who: str, each: str) -> GridCell:
    text, at = plan.cells.get((who, each), ""), (who, each)
    tomorrow = plan.cells.get((who, (date.fromisoformat(each) + timedelta(1)).isoformat()), "")
    found = []
    if text.startswith("N") and tomorrow.startswith("D"):
        found.append("12 h too little rest before the day shift of the next day.")
    if who == "s05" and text.startswith("N"):
        found.append("Farrow, Femi works more nights than a fair share.")
    wishes = {
        ("s00", iso(PAST + 2)): ("off", "birthday"),
        ("s01", iso(PAST + 6)): ("on", ""),
        ("s04", iso(PAST + 5)): ("leave", "PTO"),
    }
    request, label = wishes.get(at, ("", ""))
    return GridCell(text, text != plan.opening.get(at, ""), at in plan.locks, request, label, tuple(found),
                bool(found) and found[0].startswith("12"))  # fmt: skip


def coverage(plan: Plan, label: str, code: str) -> GridCoverage:
    def count(each: str) -> GridCount | None:
        have = sum(plan.cells.get((who, each), "") == code for who in people())
        target = max(1, PEOPLE // (12 if "/" in code else 4))
        return None if each < iso(PAST) else GridCount(have, max(1, target - 1), target, target + 2)

    return GridCoverage(label, tuple(count(each) for each in days()))


def unheard() -> None:
    the_plan().heard.clear()


def other_tab() -> None:
    """Change a cell as somebody else."""
    the_plan().change("somebody-else", {("s00", iso(PAST)): "E"})


def press(what: Callable[[], None]) -> None:
    """Do what a button is for, and count it, so that whoever pressed it sees when it was done."""
    what()
    the_plan().pressed += 1


st.set_page_config(page_title="Grid", layout="wide")
st.html("<style>.stMainBlockContainer { padding: 4.2rem 1.5rem 1rem }</style>")
plan = the_plan()
plan.runs += 1
mount_grid(data(plan), "grid", heard, lambda: None, heard)
selected = st.session_state["grid"].select
st.html(
    f'<p id="probe" data-runs="{plan.runs}" data-requests="{plan.requests}" data-version="{plan.version}" '
    f'data-pressed="{plan.pressed}" '
    f'data-selected="{(selected or {}).get("who", "")} {(selected or {}).get("day", "")}"></p>'
)
with st.container(horizontal=True):
    for label, what in (
        ("Slow", lambda: setattr(plan, "slow", 1.5)),
        ("Drop the next", lambda: setattr(plan, "drop", True)),
        ("Forget sessions", unheard),
        ("Other tab", other_tab),
    ):
        st.button(label, on_click=press, args=(what,))
