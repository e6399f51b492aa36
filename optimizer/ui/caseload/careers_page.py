"""Careers: who may apply for which certificate on a day, what that costs and opens, what falls due; and mentors."""

from datetime import timedelta

import pandas as pd
import streamlit as st

from optimizer.caseload.careers.career import CareerStep, career_steps
from optimizer.caseload.careers.certificate import CareerCertificate, career_certificates
from optimizer.caseload.careers.mentoring_pair import mentoring_pairs
from optimizer.planning.words import count
from optimizer.summary.caseload.careers import (
    Cohort,
    amount_text,
    cohorts,
    renewals_due,
    source_text,
    stands_text,
)
from optimizer.summary.caseload.mentors import MENTOR_HEADERS, mentor_rows
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain

AHEAD = 365
"""Days ahead in which a renewal is told."""
ABOUT = (
    "What the sheets Managers and Licences tell of experience and of what is held, against what certifiers ask for. "
    "What no workbook says, such as hours of education, stands beside each certificate."
)


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Careers")
    st.text(ABOUT)
    day = ask_day("On", panel.panel.on, key="careers day")
    steps = tuple(career_steps(panel.panel, day))
    found = cohorts(steps, career_certificates(), panel.panel)
    _figures(found, len(renewals_due(steps, day + timedelta(days=AHEAD))))
    _cohorts(panel, found)
    _one(panel, steps)
    _renewals(panel, renewals_due(steps, day + timedelta(days=AHEAD)))
    _mentors(panel)


def _figures(found: tuple[Cohort, ...], renewals: int) -> None:
    apply, opened, due = st.columns(3)
    who = {manager for each in found for manager in each.managers}
    apply.metric("Case managers with the months for one more", str(len(who)), border=True)
    patients = {patient for each in found for patient in each.opens}
    opened.metric("Patients whom a certificate would open", str(len(patients)), border=True)
    due.metric("Renewals due within a year", str(renewals), border=True)


def _cohorts(panel: PanelDesk, found: tuple[Cohort, ...]) -> None:
    st.header("Who may apply, and what it costs")
    rows = [
        {
            "Certificate": each.certificate.name, "Have the months": len(each.managers),
            "Fees": amount_text(each) or "not known",
            "Would open": ", ".join(panel.called(patient) for patient in each.opens),
            "Who": "; ".join(panel.panel.name_of(who) for who in each.managers),
            "Fees known from": each.known or "nowhere yet: write them on the sheet Fees",
        }
        for each in found
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")


def _one(panel: PanelDesk, steps: tuple[CareerStep, ...]) -> None:
    st.header("One certificate")
    name = st.selectbox("Certificate", [each.name for each in career_certificates()], key="careers name")
    mine = [each for each in steps if each.certificate.name == name]
    _asked(mine[0].certificate)
    rows = [
        {
            "Case manager": panel.panel.name_of(each.manager), "Stands": stands_text(each),
            "Would open": ", ".join(panel.called(patient) for patient in each.opens),
        }
        for each in mine
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")


def _asked(certificate: CareerCertificate) -> None:
    st.markdown(plain(f"Asks for {certificate.asks}. Every {certificate.valid // 12} years: {certificate.renewal}."))
    st.caption(plain(source_text(certificate)))


def _renewals(panel: PanelDesk, due: tuple[CareerStep, ...]) -> None:
    st.header("Renewals due within a year")
    if not due:
        st.caption("None. What has no last day on the sheet Licences is not told here.")
        return
    rows = [
        {
            "Due": str(each.held and each.held.until), "Certificate": each.certificate.name,
            "Case manager": panel.panel.name_of(each.manager), "Takes": each.certificate.renewal,
        }
        for each in due
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")
    st.caption(f"{count(len(due), 'renewal')}, the soonest first.")


def _mentors(panel: PanelDesk) -> None:
    st.header("Mentors")
    rows = mentor_rows(panel.panel, panel.policy, panel.plan, tuple(mentoring_pairs(panel.panel)))
    if not rows:
        st.caption("Nobody has one. Write an id under Mentor on the sheet Managers.")
        return
    st.dataframe(pd.DataFrame(rows, columns=MENTOR_HEADERS), hide_index=True, width="stretch", height="content")
    st.caption(
        "By the working days of the next four weeks less leave. How many cases a mentee may have is the rule "
        "Most cases of a mentee, and rises by month."
    )
