"""Worklist: what medicines, contacts, reviews and care plans ask for, and every patient's tier with its reasons."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from optimizer.caseload.assemble import extents, medication_tasks, unread_fills
from optimizer.caseload.days.contacts import contacts_due
from optimizer.caseload.days.reviews import reviews_due
from optimizer.caseload.medication.extent import looked_at
from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE, UNREAD
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.planning.words import count, on
from optimizer.summary.caseload.contacts import absent_text, cadence_text, overdue_text
from optimizer.summary.caseload.moves import owner
from optimizer.ui.caseload.care_tab import draw_care
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain

EVERY = "everything"
WRAPPED, WIDE = 74, 430
"""How high a row is in which a sentence takes up to four lines, and how wide its column, in pixels."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Worklist")
    medicines, contacts, reviews, care, risk = st.tabs(["Medication", "Contacts", "Reviews", "Care plans", "Risk"])
    with medicines:
        _medicines(panel)
    with contacts:
        _contacts(panel)
    with reviews:
        _reviews(panel)
    with care:
        draw_care(panel)
    with risk:
        _risk(panel)


def _medicines(panel: PanelDesk) -> None:
    st.info(f"{NOTICE} {INTERACTIONS} {UNREAD}")
    left, right = st.columns(2)
    day = ask_day("On", panel.panel.on, where=left, key="worklist day")
    _extent(panel, day)
    tasks = medication_tasks(panel.panel, day)
    if not tasks:
        st.caption(
            "No task from what was looked at. Fill the sheet Dispensing, and when patients left hospital, to see tasks."
        )
        return
    kinds = [work for work in MedicationWork if any(task.work is work for task in tasks)]
    chosen = right.selectbox(
        "Work", [EVERY, *kinds], key="worklist work", format_func=lambda each: str(each).capitalize()
    )
    shown = [task for task in tasks if chosen in (EVERY, task.work)]
    rows = [
        {
            **_who(panel, task.patient), "Work": task.work.capitalize(),
            "Due": "" if task.due is None else on(task.due), "Minutes": task.minutes, "Why": task.why,
        }
        for task in shown
    ]  # fmt: skip
    wide = {"Why": st.column_config.TextColumn(width=WIDE)}
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", height=520, column_config=wide, row_height=WRAPPED
    )
    st.caption(f"{count(len(shown), 'task')}, {sum(task.minutes for task in shown) / 60:,.1f} h, the most urgent first")


def _extent(panel: PanelDesk, day: date) -> None:
    """Tell how far medicines were looked at, and list what was not."""
    found = extents(panel.panel, day)
    st.text("  \n".join(f"{title}: {value}." for title, value in looked_at(found)))
    rows = [{**_who(panel, each.patient), "What": each.sentence} for each in found if each.unread]
    if not rows:
        return
    with st.expander(
        f"Not looked at: fills of {count(len(rows), 'patient')}", icon=":material/warning:", expanded=True
    ):
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", row_height=WRAPPED)
        for each in unread_fills(panel.panel, day):
            st.markdown(plain(each.sentence))


def _contacts(panel: PanelDesk) -> None:
    left, right = st.columns(2)
    day = ask_day("From", panel.panel.on, where=left, key="contacts day")
    within = int(right.number_input("Days ahead", 0, 92, 7, key="contacts within"))
    setting = panel.facts.contents.setting
    now = panel.panel_now
    due = contacts_due(panel.panel, setting, day + timedelta(days=within), day)
    st.caption(f"At most between two contacts: {cadence_text(setting)}. The workbook's sheet Hours can say otherwise.")
    if not due:
        st.caption("Nobody is due. Fill the column Last contact on the sheet Patients to see who is.")
        return
    rows = [
        {
            **_who(panel, each.patient), "Tier": int(panel.panel.tier(each.patient)), "Last": each.last.isoformat(),
            "Due": each.by.isoformat(), "Overdue": overdue_text(each, day), "Why then": each.what,
            "Case manager then": absent_text(now, each),
        }
        for each in due
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=520)
    late = sum(each.by < day for each in due)
    st.caption(f"{count(len(due), 'patient')}, {late} of them overdue. Without a contact yet, the referral counts.")


def _reviews(panel: PanelDesk) -> None:
    left, right = st.columns(2)
    day = ask_day("From", panel.panel.on, where=left, key="reviews day")
    within = int(right.number_input("Days ahead", 0, 92, 7, key="reviews within"))
    due = reviews_due(panel.panel, day + timedelta(days=within))
    if not due:
        st.caption("No utilization review is due. Fill the column Review due on the sheet Patients to see which are.")
        return
    rows = [
        {"Due": each.by.isoformat(), "Payer": each.payer or "not known", **_who(panel, each.patient)} for each in due
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=520)
    st.caption(f"{count(len(due), 'utilization review')}, {sum(each.by < day for each in due)} of them overdue.")


def _risk(panel: PanelDesk) -> None:
    ranked = sorted(panel.panel.ratings.items(), key=lambda each: (-each[1].tier, each[0]))
    rows = [
        {
            **_who(panel, who), "Tier": int(rating.tier),
            "Fired": "; ".join(fired.why for fired in rating.fired) or "no rule",
            "Not known": ", ".join(rating.missing), "In words": rating.sentence,
        }
        for who, rating in ranked
    ]  # fmt: skip
    wide = {name: st.column_config.TextColumn(width=WIDE) for name in ("Fired", "In words")}
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", height=520, column_config=wide, row_height=WRAPPED
    )
    st.caption(f"{count(len(rows), 'patient')}, the highest tier first. What is not known can only raise a tier.")


def _who(panel: PanelDesk, patient: str) -> dict[str, str]:
    has = owner(panel.panel, panel.plan, patient)
    name = {"Name": panel.names.get(patient, "")} if panel.names else {}
    return {"Patient": patient, **name, "Case manager": "" if has is None else panel.panel.name_of(has)}
