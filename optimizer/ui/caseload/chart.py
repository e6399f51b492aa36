"""Case managers' hours against the time they have, as bars, and what fills them."""

import altair as alt
import pandas as pd
import streamlit as st

from optimizer.caseload.figures import Caseload
from optimizer.summary.caseload.board import Filling, kinds, parts
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.parts.palette import Drawn, Palette, dressed, palette

ROW = 40
ROOM = 1.18
"""How much further than the longest bar the axis goes, for the percent at its end."""


def load_chart(panel: PanelDesk, by: Filling) -> Drawn:
    """Return a bar for every case manager, with a line at the capacity and the percent at its end."""
    colours = palette()
    loads, order = _loads(panel), [panel.panel.name_of(each.manager) for each in panel.loads]
    y = alt.Y("manager:N", title=None, sort=order)
    longest = max([1.0, *loads["hours"], *loads["capacity"]])
    scale = alt.Scale(domain=[0, ROOM * longest])
    layers = (_bars(_parts(panel, by), by, y, scale, colours), *_marks(loads, y, scale, colours))
    return dressed(alt.layer(*layers).properties(height=ROW * len(order) + 20), colours)


def full(load: Caseload) -> str:
    """Return how full somebody is as "92 %"."""
    return "no time" if load.full is None else f"{round(100 * load.full)} %"


def _loads(panel: PanelDesk) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "manager": panel.panel.name_of(each.manager), "hours": each.load / 60, "capacity": each.capacity / 60,
                "end": max(each.load, each.capacity) / 60, "text": full(each), "cases": each.cases,
            }
            for each in panel.loads
        ]
    )  # fmt: skip


def _parts(panel: PanelDesk, by: Filling) -> pd.DataFrame:
    order = kinds(by)
    rows = [
        {"manager": panel.panel.name_of(each.manager), "what": each.what, "hours": round(each.minutes / 60, 1),
         "order": order.index(each.what)}
        for each in parts(panel.panel, panel.plan, panel.loads, by)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["manager", "what", "hours", "order"])


def _bars(data: pd.DataFrame, by: Filling, y: alt.Y, scale: alt.Scale, colours: Palette) -> alt.Chart:
    there = [kind for kind in kinds(by) if kind in {*data["what"]}]
    named = alt.Scale(domain=there, range=list(colours.series[: len(there)]))
    found: alt.Chart = (
        alt.Chart(data)
        .mark_bar(height=ROW - 18, cornerRadius=2)
        .encode(
            y=y,
            x=alt.X("hours:Q", title="Hours a month", scale=scale, stack="zero", axis=alt.Axis(tickCount=6)),
            color=alt.Color("what:N", scale=named, legend=alt.Legend(title=None, orient="top", columns=6)),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("manager:N", title="Case manager"),
                alt.Tooltip("what:N", title=by.value),
                alt.Tooltip("hours:Q", title="Hours a month", format=",.1f"),
            ],
        )
    )
    return found


def _marks(data: pd.DataFrame, y: alt.Y, scale: alt.Scale, colours: Palette) -> tuple[alt.Chart, ...]:
    shown = [
        alt.Tooltip("manager:N", title="Case manager"),
        alt.Tooltip("hours:Q", title="Hours a month", format=",.1f"),
        alt.Tooltip("capacity:Q", title="Capacity", format=",.1f"),
        alt.Tooltip("cases:Q", title="Patients"),
    ]
    base = alt.Chart(data).encode(y=y, tooltip=shown)
    line = base.mark_tick(thickness=3, size=ROW - 12, color=colours.ink, opacity=1)
    text = base.mark_text(align="left", dx=8, color=colours.ink, fontSize=13)
    return (
        line.encode(x=alt.X("capacity:Q", scale=scale)),
        text.encode(x=alt.X("end:Q", scale=scale), text="text:N"),
    )


def draw_loads(panel: PanelDesk) -> None:
    """Draw the bars, and ask by what the hours are to be told apart."""
    by = st.segmented_control(
        "What fills the hours", list(Filling), default=Filling.TIER, format_func=lambda each: each.value,
        key="board filling",
    )  # fmt: skip
    st.altair_chart(load_chart(panel, by or Filling.TIER), theme=None)
    st.caption("The upright line is the time there is for patients; the percent tells how full it is.")
