"""What differs between two publications of a draft, or one and the draft as it is, with the notices to send."""

from datetime import date

import pandas as pd
import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import count
from optimizer.staffing.schedule.difference import at_short_notice, notices, said
from optimizer.staffing.schedule.versions import Versions
from optimizer.store.publications import Publication, published_plan
from optimizer.summary.schedule.publication import titled
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download, written_by
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.times import moment
from optimizer.workbook.report.difference import write_difference

NOTICE = 14
"""How many days' notice laws on predictable schedules mostly ask for."""
NOW = 0
"""What stands for the draft as it is, where publications have their numbers."""


def changes(desk: Desk, found: tuple[Publication, ...]) -> None:
    """Draw the choice of two versions, what differs between them, and the notices to send."""
    st.header("Changes and notices")
    names = {each.number: f"{titled(each)}, {moment(each.at)}" for each in found}
    names[NOW] = f"The draft as it is, version {desk.version}"
    left, right, day, days = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    numbers = [*names]
    before = left.selectbox("From", numbers, index=max(0, len(found) - 2), format_func=names.__getitem__)
    after = right.selectbox("To", numbers, index=_newest(found), format_func=names.__getitem__)
    told = ask_day("People are told on", date.today(), where=day)
    notice = days.number_input("Days that are short notice", 0, 90, NOTICE)
    versions = Versions(desk.unit, _plan(desk, before), desk.unit, _plan(desk, after))
    _differences(desk, versions, told, int(notice))


def _newest(found: tuple[Publication, ...]) -> int:
    """Return the place of the last amendment, or of the draft while there is none."""
    return len(found) - 1 if len(found) > 1 else 1


def _plan(desk: Desk, number: int) -> Plan:
    """Return a plan, without those who are not in the unit's facts any more and so need no notice."""
    plan = desk.plan if number == NOW else published_plan(desk.database, desk.actor, desk.draft.id, number)
    return frozenset(pair for pair in plan if pair.who in desk.unit.people)


def _differences(desk: Desk, versions: Versions, told: date, days: int) -> None:
    if not versions.changes:
        st.text("Nothing differs between the two.")
        return
    unit, short = versions.after, frozenset(at_short_notice(versions.changes, told, days))
    found = notices(versions.changes)
    duties, people = count(len(versions.changes), "duty", "duties"), count(len(found), "person", "people")
    st.text(f"Other than before: {duties} of {people}, {len(short)} at short notice.")
    rows = [
        {
            "Name": unit.name_of(notice.who),
            "Changes": len(notice.changes),
            "Short notice": sum(change in short for change in notice.changes),
            "What changes": said(unit, notice),
        }
        for notice in found
    ]
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, column_config={"What changes": st.column_config.TextColumn(width="large")}
    )
    download(
        desk, "Notices as Excel", "notices.xlsx", "notices",
        lambda: written_by(lambda path: write_difference(path, versions, told, days)), draft=desk.draft.id,
    )  # fmt: skip
