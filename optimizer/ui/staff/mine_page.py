"""My schedule: for staff, their own published days and ledger, and the unit's schedule to read."""

from datetime import date

import pandas as pd
import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.ledger.balance import Balance
from optimizer.staffing.ledger.burden import BURDENS
from optimizer.staffing.schedule.posting import Posting, legend, seen_by
from optimizer.store.publications import Publication, own_ledger, posting_at, publications, published_plan
from optimizer.summary.schedule.posted import duty_line, in_order, posted_rows
from optimizer.summary.schedule.publication import titled
from optimizer.summary.unit.ledger import burden_row
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.tables import plain_table
from optimizer.ui.parts.times import moment
from optimizer.ui.publish.files import calendar_download

OWN = "background-color: #0f6480; color: #ffffff"
"""How one's own row looks, in light and dark."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("My schedule")
    newest = {each.draft: each for each in publications(desk.database, desk.actor)}
    if not newest:
        st.text("No schedule is published yet. When one is, your days are here.")
        return
    chosen = st.selectbox("Schedule", [*reversed(newest)], format_func=lambda draft: _name(newest[draft]))
    publication = newest[chosen]
    posting = posting_at(desk.database, desk.actor, chosen)
    plan = published_plan(desk.database, desk.actor, chosen)
    st.caption(f"{titled(publication)}, {plain(moment(publication.at))}")
    who = desk.actor.staff_id
    if who is not None and who in posting.names:
        _own(desk, posting, plan, publication, who)
    else:
        st.text("You are on no row of this schedule, so only the unit's is shown.")
    _all(posting, plan, who)


def _name(publication: Publication) -> str:
    return f"{publication.unit}: {publication.draft_name}"


def _own(desk: Desk, posting: Posting, plan: Plan, publication: Publication, who: str) -> None:
    own = frozenset(pair for pair in plan if pair.who == who)
    st.header(plain(posting.names[who]))
    _days(posting, own, date.today())
    calendar_download(desk, posting, plan, publication, who)
    _ledger(posting, own_ledger(desk.database, desk.actor, publication.draft))


def _days(posting: Posting, own: Plan, today: date) -> None:
    """Draw somebody's duties as a table, those to come first."""
    if not own:
        st.text("You have no duty in this schedule.")
        return
    rows = [
        {
            "Day": on(pair.what.day),
            "Duty": duty_line(posting, pair),
            "Holiday": posting.holidays.get(pair.what.day, ""),
        }
        for pair in in_order(own)
    ]
    coming = sum(pair.what.day >= today for pair in own)
    st.text(f"{len(rows)} duties, {coming} of them still to come.")
    plain_table(pd.DataFrame(rows).set_index("Day"))


def _ledger(posting: Posting, found: Balance | None) -> None:
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
    wishes = f"Wishes granted: {found.granted} of {found.asked} days; denied in a row: {found.denied_in_a_row}."
    st.text(f"{wishes} Duties moved after publication: {found.moved}.")


def _all(posting: Posting, plan: Plan, who: str | None) -> None:
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
