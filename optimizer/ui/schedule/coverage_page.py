"""Coverage: how many are there against how many are needed, and who could fill a gap."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from optimizer.staffing.facts.words import count, hours, on
from optimizer.staffing.need.cover import SIGNS, Standing, have_of_target
from optimizer.staffing.need.hppd import WORKED, PatientHours
from optimizer.staffing.schedule.patient_hours import patient_hours
from optimizer.summary.schedule.coverage import DayOfCare, days_of_care, standings
from optimizer.summary.schedule.grid_figures import CoverageRow, coverage_rows
from optimizer.summary.unit.need import hppd_text
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.palette import Drawn, Palette, dressed, palette
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.gap_offers import offer_for_gap

CHOSEN = "coverage-cell"
ROW_HEIGHT = 34
SHORT = (Standing.BELOW_MINIMUM, Standing.BELOW_TARGET)


@dataclass(frozen=True, slots=True)
class Start:
    """The place and day that the lists begin at, at the how-manieth turn; and what was chosen in the picture then."""

    place: str
    day: date
    turn: int
    picked: tuple[str, date] | None


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Coverage")
    rows = coverage_rows(desk.figures)
    if not rows:
        st.info("Nothing is needed on any day yet. Say what each shift needs on the page Need and acuity.")
        return
    _headline(rows)
    picture, table = st.tabs(["Picture", "Table"])
    with picture:
        picked = _heat_map(rows)
    with table:
        _table(rows)
    _one_cell(desk, rows, picked)
    _care(desk)


def _headline(rows: tuple[CoverageRow, ...]) -> None:
    found = standings(rows)
    asked = (each for each in Standing if each is not Standing.PAST)
    told = [f"{SIGNS[each]} {count(found.get(each, 0), 'place')} {each.value}".strip() for each in asked]
    st.caption(" · ".join(told))


def _records(rows: tuple[CoverageRow, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "place": row.label, "order": number, "day": day.isoformat(), "label": f"{day:%a} {day.day}",
                "when": on(day), "have": cover.have, "minimum": cover.minimum, "target": cover.target,
                "maximum": "none" if cover.maximum is None else str(cover.maximum),
                "standing": cover.standing.value, "text": have_of_target(cover),
            }
            for number, row in enumerate(rows)
            for day, cover in row.days.items()
        ]
    )  # fmt: skip


def _heat_map(rows: tuple[CoverageRow, ...]) -> tuple[str, date] | None:
    """Draw the map and return the place and day that were chosen in it."""
    data, colours = _records(rows), palette()
    choice = alt.selection_point(fields=["place", "day"], name="cell", toggle=False)
    chart = dressed(alt.layer(_cells(data, colours, choice), _numbers(data, colours)), colours)
    chart = chart.properties(height=ROW_HEIGHT * len(rows) + 60)
    with st.container(key="wide-picture"):
        found: Any = st.altair_chart(chart, on_select="rerun", selection_mode="cell", key="coverage-map", theme=None)
    st.caption("Each cell shows how many are there and the target. Choose one to see who works there and who could.")
    points = found.get("selection", {}).get("cell", []) if found else []
    return (points[0]["place"], date.fromisoformat(points[0]["day"])) if points else None


def _axes(data: pd.DataFrame) -> dict[str, Any]:
    days = data.drop_duplicates("day").sort_values("day")
    names = dict(zip(days["day"], days["label"], strict=True))
    label = f"{names}[datum.value]".replace("'", '"')
    axis = alt.Axis(labelExpr=label, labelAngle=0 if len(days) <= 14 else -90, orient="top")
    return {
        "x": alt.X("day:O", title=None, axis=axis),
        "y": alt.Y("place:N", title=None, sort=alt.SortField("order")),
    }


def _cells(data: pd.DataFrame, colours: Palette, choice: alt.Parameter) -> alt.Chart:
    fills = {each.value: fill for each, fill in colours.standings.items() if each.value in {*data["standing"]}}
    scale = alt.Scale(domain=[*fills], range=[*fills.values()])
    shown = ("when", "place", "have", "minimum", "target", "maximum", "standing")
    found: alt.Chart = (
        alt.Chart(data)
        .mark_rect(cornerRadius=3, strokeWidth=2)
        .encode(
            **_axes(data),
            color=alt.Color("standing:N", scale=scale, legend=alt.Legend(title=None, orient="bottom")),
            stroke=alt.condition(choice, alt.value(colours.chosen), alt.value("transparent"), empty=False),
            tooltip=[alt.Tooltip(name, title=name.capitalize()) for name in shown],
        )
        .add_params(choice)
    )
    return found


def _numbers(data: pd.DataFrame, colours: Palette) -> alt.Chart:
    base = alt.Chart(data).mark_text(fontSize=12, color=colours.ink)
    found: alt.Chart = base.encode(**_axes(data), text="text:N")
    return found


def _table(rows: tuple[CoverageRow, ...]) -> None:
    """Show the same as a table, which screen readers read."""
    days = sorted({day for row in rows for day in row.days})
    table = pd.DataFrame(
        {on(day): [have_of_target(row.days[day]) if day in row.days else "" for row in rows] for day in days},
        index=[row.label for row in rows],
    )
    st.dataframe(table, width="stretch")
    st.caption("▼ below minimum, ▽ below target, ▲ above maximum; 3/4 means that three are there of four.")


def _one_cell(desk: Desk, rows: tuple[CoverageRow, ...], picked: tuple[str, date] | None) -> None:
    """Tell who is there in one place on one day, and who could be."""
    st.header("One place and day")
    start = _start(rows, picked)
    labels = [row.label for row in rows]
    left, right, onward = st.columns([3, 3, 2], vertical_alignment="bottom")
    place = left.selectbox("Shift and role", labels, labels.index(start.place), key=f"{CHOSEN} place {start.turn}")
    row = rows[labels.index(place)]
    days = sorted(row.days)
    first = days.index(start.day) if start.day in days else 0
    day = right.selectbox("Day", days, first, format_func=on, key=f"{CHOSEN} day {start.turn} {place}")
    gap = _first_gap(rows)
    onward.button(
        "First gap", icon=":material/skip_next:", on_click=_go_to, args=gap, width="stretch",
        disabled=gap is None or gap == (place, day), help="To the earliest place that is short",
    )  # fmt: skip
    cover = row.days[day]
    most = f", at most {cover.maximum}" if cover.maximum is not None else ""
    st.markdown(f"**{cover.have} of {cover.target}** there, at least {cover.minimum}{most}: {cover.standing.value}.")
    there, could = st.columns([2, 3], gap="large")
    with there:
        _there(desk, row, day)
    with could:
        offer_for_gap(desk, row, day)


def _start(rows: tuple[CoverageRow, ...], picked: tuple[str, date] | None) -> Start:
    """Return where the lists stand until somebody turns elsewhere: a gap that is filled moves nothing under a click."""
    start: Start | None = st.session_state.get(CHOSEN)
    if picked and (start is None or picked != start.picked):
        _go_to(*picked, picked=picked)
    elif start is None or start.place not in {row.label for row in rows}:
        _go_to(*(_first_gap(rows) or (rows[0].label, min(rows[0].days))))
    found: Start = st.session_state[CHOSEN]
    return found


def _go_to(place: str, day: date, picked: tuple[str, date] | None = None) -> None:
    """Have the lists begin anew at a place and day; ``picked`` is what is chosen in the picture meanwhile."""
    before: Start | None = st.session_state.get(CHOSEN)
    turn, had = (before.turn + 1, before.picked) if before else (0, None)
    st.session_state[CHOSEN] = Start(place, day, turn, picked or had)


def _first_gap(rows: tuple[CoverageRow, ...]) -> tuple[str, date] | None:
    """Return where to look first: the earliest place below its minimum, else below its target, None where none is."""
    for standing in SHORT:
        gaps = [(day, row.label) for row in rows for day, cover in row.days.items() if cover.standing is standing]
        if gaps:
            day, label = min(gaps)
            return label, day
    return None


def _there(desk: Desk, row: CoverageRow, day: date) -> None:
    st.markdown("**Who works there**")
    taken = desk.plan | desk.unit.past
    there = [pair for pair in desk.unit.on(day, row.shift) if pair.what.role == row.role and pair in taken]
    for pair in there:
        begun = "" if pair.what.day == day else f", from {on(pair.what.day)}"
        st.markdown(plain(f"{desk.unit.name_of(pair.who)} ({pair.what.shift}{begun})"))
    if not there:
        st.caption("Nobody yet.")


def _care(desk: Desk) -> None:
    st.header("Patients and hours for each")
    found = days_of_care(desk.figures)
    if not found:
        st.caption(
            "No census is known. Fill the sheet Census on the page Need and acuity to see hours for each patient."
        )
        return
    st.caption(_hppd(patient_hours(desk.figures)))
    st.altair_chart(_care_line(found), theme=None)


def _hppd(found: PatientHours) -> str:
    """Return what the schedule gives to its patients, and which HPPD that is."""
    told = ", ".join(f"{name} {hppd_text(each)}" for name, each in found.named)
    return f"{found.patient_days:,} patient days, {hours(found.worked)} at the bedside: {told}."


def _care_line(found: tuple[DayOfCare, ...]) -> Drawn:
    colours = palette()
    data = pd.DataFrame(
        {
            "day": [pd.Timestamp(each.day) for each in found],
            "when": [on(each.day) for each in found],
            "hours": [None if each is None else round(float(each), 2) for each in (e.hours.worked_each for e in found)],
            "patients": [each.hours.patient_days for each in found],
        }
    )
    line = (
        alt.Chart(data)
        .mark_line(point=alt.OverlayMarkDef(size=50, color=colours.series[0]), color=colours.series[0], strokeWidth=2)
        .encode(
            x=alt.X("day:T", title=None, axis=alt.Axis(format="%-d %b", grid=False)),
            y=alt.Y("hours:Q", title=WORKED, scale=alt.Scale(zero=False)),
            tooltip=[alt.Tooltip("when", title="Day"), alt.Tooltip("patients", title="Patients"),
                     alt.Tooltip("hours", title=WORKED)],
        )
        .properties(height=220)
    )  # fmt: skip
    return dressed(line, colours)
