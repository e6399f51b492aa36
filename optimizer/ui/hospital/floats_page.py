"""Today across units: short and over by shift for 72 hours in all published schedules, and who floats where next."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from functools import partial

import pandas as pd
import streamlit as st

from optimizer.planning.currency import speak_in
from optimizer.planning.pair import Plan
from optimizer.scenarios.hospital.house_known import HouseKnown, house_known
from optimizer.scenarios.hospital.house_told import HouseRow, house_rows, stands
from optimizer.scenarios.replan.today import AHEAD
from optimizer.staffing.facts.words import on
from optimizer.staffing.hospital.hospital import Hospital
from optimizer.store.drafts import plan_at
from optimizer.store.hospital.hospitals import hospitals
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.hospital.floating import who_floats
from optimizer.ui.hospital.opening import KEPT, hospital_of
from optimizer.ui.hospital.published import PublishedDraft, published_units
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import here_now

MORNING = time(7)


@permitted
def show(desk: Desk) -> None:
    """Draw the page by the clock on the wall where the browser is."""
    house_day(desk, here_now)


def house_day(desk: Desk, clock: Callable[[], datetime]) -> None:
    """Draw the page at the time that a clock tells; where the schedules are of other days, at one that is chosen."""
    st.title("Today across units")
    kept = hospitals(desk.database, desk.actor)
    if not kept:
        st.info("No hospital is open. Open one on the page Hospital: it says who of the pool may work in which unit.")
        return
    hospital = hospital_of(desk.address, kept[-1].id, desk.database)
    speak_in(kept[-1].currency)
    now = _within(hospital, clock)
    drafts = published_units(desk, hospital, now.date())
    if not drafts:
        names = ", ".join(member.unit.name for member in hospital.members)
        st.info(plain(f"No schedule of {names} is published for {on(now.date())}. Publish one to see it here."))
        return
    _missing(hospital, drafts)
    house = _known(desk, kept[-1].id, hospital, drafts)
    _ends(drafts, now)
    _table(house, drafts, now)
    who_floats(desk, house, drafts, now)


def _within(hospital: Hospital, clock: Callable[[], datetime]) -> datetime:
    """Return the time or, where the hospital's period is of other days, a morning of it that is chosen."""
    calendar, now = hospital.pool.unit.calendar, clock()
    if calendar.first <= now.date() <= calendar.last:
        return now
    st.caption(plain(f"It is {on(now.date())}; the hospital is from {on(calendar.first)} to {on(calendar.last)}."))
    day = ask_day("Show the morning of", calendar.first, first=calendar.first, last=calendar.last, key="house day")
    return datetime.combine(day, MORNING)


def _missing(hospital: Hospital, drafts: Mapping[str, PublishedDraft]) -> None:
    left = [member.code for member in hospital.members if member.code not in drafts]
    if left:
        st.caption(plain(f"Not published for this day, and not counted: {', '.join(left)}."))


def _ends(drafts: Mapping[str, PublishedDraft], now: datetime) -> None:
    """Tell which schedules end within the time that is looked at: after that, nobody knows who is short."""
    ending = [f"{code} after {on(each.last)}" for code, each in drafts.items() if each.last < (now + AHEAD).date()]
    if ending:
        st.caption(plain(f"Their schedules end, and no more is counted: {', '.join(ending)}."))


def _known(desk: Desk, number: int, hospital: Hospital, drafts: Mapping[str, PublishedDraft]) -> HouseKnown:
    versions = tuple((code, each.draft, each.version) for code, each in drafts.items())
    plans = {code: plan_at(desk.database, desk.actor, draft, version) for code, draft, version in versions}
    return known_once(desk.address, number, versions, hospital, plans)


@st.cache_resource(max_entries=KEPT, show_spinner="Judging all units ...")
def known_once(
    address: str,
    number: int,
    versions: tuple[tuple[str, int, int], ...],
    _hospital: Hospital,
    _plans: Mapping[str, Plan],
) -> HouseKnown:
    """Return what units of a hospital have in some versions of their drafts, judged once for all who look."""
    del address, number, versions
    return house_known(_hospital, _plans)


def _table(house: HouseKnown, drafts: Mapping[str, PublishedDraft], now: datetime) -> None:
    st.header("Short and over in the next 72 hours")
    rows = [row for row in map(partial(_told, drafts), house_rows(house, now)) if row.uneven]
    if not rows:
        st.success("Every unit has what it needs.", icon=":material/check_circle:")
        return
    codes = [*house.units]
    columns = {code: [stands(row.covers.get(code)) for row in rows] for code in codes}
    frame = pd.DataFrame({"Shift": [row.said for row in rows], **columns})
    st.dataframe(frame, hide_index=True, height="content", width="stretch")
    st.caption("▼ below minimum, ▽ below target, △ over target, ▲ above maximum. Shifts that are even are left out.")


def _told(drafts: Mapping[str, PublishedDraft], row: HouseRow) -> HouseRow:
    """Return a row without the units whose schedules have ended by its day."""
    return replace(row, covers={code: cover for code, cover in row.covers.items() if row.day <= drafts[code].last})
