"""One's own days and one's share over the periods, and the unit's schedule to read."""

from datetime import date

import pandas as pd
import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.ledger.balance import Balance
from optimizer.staffing.ledger.burden import BURDENS
from optimizer.staffing.schedule.posting import Posting, legend, seen_by
from optimizer.summary.schedule.posted import duty_line, in_order, posted_rows
from optimizer.summary.unit.ledger import burden_row
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.tables import plain_table

OWN = "background-color: #0f6480; color: #ffffff"
"""How one's own row looks, in light and dark."""


def my_days(posting: Posting, own: Plan, today: date, changed: frozenset[date]) -> None:
    """Draw somebody's duties as a table, those of days that changed since their last look marked."""
    if not own:
        st.text("You have no duty in this schedule.")
        return
    rows = [
        {
            "Day": on(pair.what.day),
            "Duty": duty_line(posting, pair) + (" (changed)" if pair.what.day in changed else ""),
            "Holiday": posting.holidays.get(pair.what.day, ""),
        }
        for pair in in_order(own)
    ]
    coming = sum(pair.what.day >= today for pair in own)
    st.text(f"{len(rows)} duties, {coming} of them still to come.")
    plain_table(pd.DataFrame(rows).set_index("Day"))


def my_ledger(found: Balance | None) -> None:
    """Draw what somebody bore and got over the periods."""
    if found is None:
        return
    st.header("My share over the periods")
    rows = [burden_row(found.burdens[burden]) for burden in BURDENS]
    index = [each.title() for each in BURDENS]
    plain_table(pd.DataFrame(rows, columns=["Duties", "Per FTE", "Balance"], index=index))
    st.caption(
        "Per FTE: duties for each FTE in four weeks present. Balance: duties above or below the fair share of those of "
        "your main role who share them."
    )
    wishes = f"Requests met: {found.granted} of {found.asked} days; denied in a row: {found.denied_in_a_row}."
    st.text(f"{wishes} Duties moved after publication: {found.moved}.")


def whole_schedule(posting: Posting, plan: Plan, who: str | None) -> None:
    """Draw the unit's schedule, a row a person, to be read only; why others are away is theirs to tell."""
    st.header("The unit's schedule")
    rows = posted_rows(posting, seen_by(posting, plan, who))
    table = pd.DataFrame([row[1:] for row in rows], columns=[f"{day:%a} {day.day}" for day in posting.span.days])
    own = [each.id == who for each in posting.people]
    table.insert(0, "Name", [f"{row[0]} (me)" if mine else row[0] for row, mine in zip(rows, own, strict=True)])
    marked = table.replace(".", "").style.apply(
        lambda row: ["", *([OWN if own[row.name] else ""] * (len(row) - 1))], axis=1
    )
    named = {"Name": st.column_config.TextColumn(pinned=True)}
    st.dataframe(marked, hide_index=True, column_config=named, height="content")
    st.caption(plain("; ".join(legend(posting.shifts, {}))))
