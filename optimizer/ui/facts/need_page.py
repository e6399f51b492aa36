"""Need and acuity: how many people each day and shift takes, where the number comes from, and the facts behind it."""

import altair as alt
import pandas as pd
import streamlit as st

from optimizer.staffing.need.need_source import need_ranges, need_sources
from optimizer.summary.unit.need import need_facts
from optimizer.ui.facts.save import edit_facts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.workbook.unit import layout

GIVEN = (layout.NEEDS, layout.SKILLS)
SHEETS = (*GIVEN, layout.CENSUS, layout.ACUITY, layout.MIX, layout.CARE, layout.CENSUS_HISTORY)
HEIGHT_OF_ROW = 34


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Need and acuity")
    facts = need_facts(desk.unit)[2:]
    st.markdown("  \n".join(f"**{plain(name)}:** {plain(value)}" for name, value in facts))
    chart, ranges = st.tabs(["By day", "Where the numbers come from"])
    with chart:
        _by_day(desk)
    with ranges:
        _ranges(desk)
    st.header("What the need is made from")
    edit_facts(desk, "need", SHEETS)


def _by_day(desk: Desk) -> None:
    """Draw what is needed as a table of numbers: shifts and roles down, days across, the darker the more."""
    rows = [
        {
            "Day": f"{source.day:%a} {source.day.day} {source.day:%b}",
            "order": source.day.isoformat(),
            "Needed": f"{source.used.shift}  {source.used.role}",
            "Target": source.used.target,
            "Minimum": source.used.minimum,
            "Comes from": source.origin,
        }
        for source in need_sources(desk.unit)
    ]
    if not rows:
        st.caption("Nothing is needed yet. Fill the sheet Needs below, or the sheets Census and Skill mix.")
        return
    frame = pd.DataFrame(rows)
    order, things = list(dict.fromkeys(frame.sort_values("order")["Day"])), list(dict.fromkeys(frame["Needed"]))
    base = alt.Chart(frame).encode(
        x=alt.X("Day:N", sort=order, title=None, axis=alt.Axis(labelAngle=-60, orient="top")),
        y=alt.Y("Needed:N", sort=things, title=None, axis=alt.Axis(labelLimit=220)),
        tooltip=["Day", "Needed", "Minimum", "Target", "Comes from"],
    )
    tiles = base.mark_rect(opacity=0.55).encode(
        color=alt.Color("Target:Q", legend=None, scale=alt.Scale(scheme="teals"))
    )
    numbers = base.mark_text(fontSize=13, color=_ink()).encode(text="Target:Q")
    height = HEIGHT_OF_ROW * len(things) + 80
    st.altair_chart((tiles + numbers).properties(height=height), width="stretch")
    st.caption("The target staffing. Point at a number to see the minimum and what it comes from.")


def _ink() -> str:
    """Return the colour of text in the mode that is shown."""
    return "white" if st.context.theme.type == "dark" else "black"


def _ranges(desk: Desk) -> None:
    rows = [
        (each.shift, each.role, _span(each.minimum), _span(each.target), "; ".join(o for o, _ in each.origins))
        for each in need_ranges(desk.unit)
    ]
    headers = ["Shift", "Role", "Minimum", "Target", "Comes from"]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True, width="stretch")


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low} to {high}"
