"""Compliance and reviews due: what is broken of laws and contracts, what falls due, orientees beside preceptors."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from optimizer.planning.currency import amount_format, money
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.law.compliance.breach import Breach, Severity
from optimizer.staffing.law.compliance.comply import Compliance, comply
from optimizer.staffing.law.compliance.numbers import no_patients
from optimizer.staffing.law.compliance.red_flags import FLAGGED_BY
from optimizer.staffing.law.lawful_need import patients_by_kind
from optimizer.store.publications import publications
from optimizer.store.roles import Permission
from optimizer.summary.tile import UNKNOWN
from optimizer.summary.unit.as_published import comply_as_published
from optimizer.summary.unit.compliance import compliance_facts
from optimizer.summary.unit.due import PAST, WITHIN, by_how_soon
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download, written_by
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain
from optimizer.workbook.report.compliance import write_compliance

EVERYTHING = "All"
WEIGHTS = {Severity.BLOCK: "Blocks publishing", Severity.WARN: "To be warned of"}


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Compliance and reviews due")
    today = ask_day("Due dates counted from", date.today(), width=220)
    found = _as_published(desk, today) or _judged(desk, today)
    if not desk.unit.jurisdictions:
        st.info(
            "This unit names no jurisdiction, so only what holds everywhere is judged. Choose one on the page Rules "
            "and prices, and its ratios, rest and penalties are judged here."
        )
    if not found.planned:
        st.info("The schedule is empty: nobody has a duty yet, so there is nothing to judge but what falls due.")
    _tiles(found, today)
    _breaches(desk, found)
    _due(desk, found, today)
    _mentoring(desk, found)
    _download(desk, found)


def _judged(desk: Desk, today: date) -> Compliance:
    return _comply(desk.address, desk.draft.id, desk.facts.revision, desk.version, today, desk.actor.role, desk)


def _as_published(desk: Desk, today: date) -> Compliance | None:
    """Return the judgement of what was published last, where somebody who may see its pay asks for it."""
    number = desk.draft.id
    if not desk.may(Permission.READ_PAY) or not publications(desk.database, desk.actor, number):
        return None
    if not st.toggle("As it was published last, on the facts of then"):
        return None
    return comply_as_published(desk.database, desk.actor, number, today=today).found


@st.cache_resource(max_entries=12, show_spinner="Judging by law ...")
def _comply(_address: str, draft: int, revision: int, version: int, today: date, role: str, _desk: Desk) -> Compliance:
    del draft, revision, version, role  # they only tell one judgement from another
    unit = _desk.unit
    census = partial(patients_by_kind, unit) if unit.care else no_patients
    return comply(unit, _desk.plan, census, today, within=max(WITHIN))


def _tiles(found: Compliance, today: date) -> None:
    blocking, flags = len(found.blocking), sum(_flag(each) for each in found.breaches)
    past, soon, *_ = by_how_soon(found.due, today)
    shown = (
        ("Block publishing", str(blocking), "Breaches of a law or contract that binds all hours."),
        ("To be warned of", str(len(found.breaches) - blocking - flags), "Guidance, and limits on required hours."),
        ("Red flags", str(flags), "Shifts far below the nursing time that they take, which guidance wants escalated."),
        ("Exposure", money(found.exposure), "What penalties can come to, without violations in the years before."),
        ("Due in 30 days", f"{len(soon[1])}", f"Credentials and reviews; {len(past[1])} more are past."),
    )  # fmt: skip
    for column, (title, value, told) in zip(st.columns(len(shown)), shown, strict=True):
        known = found.planned or title.startswith("Due")
        column.metric(title, value if known else UNKNOWN, help=told, border=True)


def _flag(breach: Breach) -> bool:
    return breach.law.preset == FLAGGED_BY and not breach.who and not breach.on_days


def _breaches(desk: Desk, found: Compliance) -> None:
    st.header("Breaches")
    st.caption("Judged by: " + plain("; ".join(each.title for each in found.presets)))
    if any(each.ratios or each.care_hours for each in found.presets) and not found.census:
        st.warning("Ratios are not judged: no census is known. Fill the sheet Census on the page Need and acuity.")
    if not found.breaches:
        if found.planned:
            st.success("Nothing is broken of the laws and contracts that are judged.")
        return
    left, right = st.columns(2)
    weight = left.selectbox("Weighs", [EVERYTHING, *WEIGHTS.values()])
    law = right.selectbox("Law", [EVERYTHING, *dict.fromkeys(each.law.law for each in found.breaches)])
    kept = [
        each
        for each in found.breaches
        if weight in (EVERYTHING, WEIGHTS[each.severity]) and law in (EVERYTHING, each.law.law)
    ]
    rows = [
        {
            "Weighs": WEIGHTS[each.severity],
            "Day": each.day,
            "Shift": each.shift,
            "Who": desk.unit.name_of(each.who) if each.who else "",
            "What is wrong": each.sentence,
            "Law": each.law.law,
            **({"Exposure": each.exposure / 100} if found.exposure else {}),
        }
        for each in kept
    ]
    wide = st.column_config.TextColumn(width="large")
    day, dollars = (
        st.column_config.DateColumn(format="ddd D MMM"),
        st.column_config.NumberColumn(format=amount_format()),
    )
    shown = {"What is wrong": wide, "Day": day, "Exposure": dollars}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=shown, width="stretch")
    st.caption(f"{count(len(kept), 'breach', 'breaches')} shown of {len(found.breaches)}. This is no legal advice.")


def _due(desk: Desk, found: Compliance, today: date) -> None:
    st.header("Credentials and reviews due")
    if not found.due:
        st.caption(f"Nothing falls due within {max(WITHIN)} days of {on(today)}.")
        return
    for column, (label, dues) in zip(st.columns(len(WITHIN) + 1), by_how_soon(found.due, today), strict=True):
        with column:
            icon = ":red[:material/event_busy:] " if label == PAST and dues else ""
            st.markdown(f"{icon}**{label.capitalize()}** · {len(dues)}")
            for each in dues:
                st.markdown(plain(f"{desk.unit.name_of(each.who)}: {each.what}, {on(each.day)} {each.day.year}"))


def _mentoring(desk: Desk, found: Compliance) -> None:
    st.header("Orientees beside their preceptors")
    if not found.mentoring:
        st.caption("Nobody has preceptors on the sheet Staff.")
        return
    rows = [
        {
            "Who": desk.unit.name_of(each.who),
            "Preceptors": "; ".join(desk.unit.name_of(who) for who in desk.unit.people[each.who].preceptors),
            "Hours there": each.there / 60,
            "Beside a preceptor": each.beside / 60,
            "Without": each.alone / 60,
        }
        for each in found.mentoring
    ]
    hours = st.column_config.NumberColumn(format="%.1f h")
    shown = dict.fromkeys(("Hours there", "Beside a preceptor", "Without"), hours)
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=shown, width="stretch")


def _download(desk: Desk, found: Compliance) -> None:
    name = f"compliance-{desk.unit.calendar.first}.xlsx"
    unit = desk.unit
    download(
        desk, "Download as Excel", name, "compliance",
        lambda: written_by(lambda path: write_compliance(path, unit, found, compliance_facts(unit, found))),
        draft=desk.draft.id, about="Breaches, what is due, mentoring, and every law in force with its source.",
    )  # fmt: skip
