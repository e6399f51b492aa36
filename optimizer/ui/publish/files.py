"""What is handed on of a publication: the roster as Excel, calendars, and the draft of the next period."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.staffing.next_period import last_of_next
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.publications import Publication, issues_before, posting_at, published_plan, published_workbook
from optimizer.store.roles import Permission
from optimizer.summary.schedule.publication import issue
from optimizer.summary.schedule.schedule import schedule_facts
from optimizer.summary.unit.next_draft import following, open_following
from optimizer.ui.frame.desk import OPENED, Desk
from optimizer.ui.frame.download import download
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.times import moment
from optimizer.ui.parts.trouble import kept_trouble, show_trouble
from optimizer.workbook.report.calendar_file import calendar_file
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.prints import PRINTS, Print
from optimizer.workbook.report.pdf.roster import without_font
from optimizer.workbook.report.posting import posting_file
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule

EVERYBODY = ""
FOR = {Print.WALL: "For the wall", Print.POCKET: "For pockets", Print.DESK: "Who is on, by day"}
LONGEST = 366
"""How many days after its first the next period may end."""
TROUBLE = "next period"
"""Where the state of the session keeps why no next draft was opened."""


def files(desk: Desk, last: Publication) -> None:
    """Draw the downloads of the last publication."""
    st.header("Downloads of what was published last")
    posting = posting_at(desk.database, desk.actor, last.draft)
    plan = published_plan(desk.database, desk.actor, last.draft)
    left, right = st.columns(2, gap="large")
    with left:
        _roster(desk, posting, plan, last)
        if desk.may(Permission.READ_PAY):
            _full_copy(desk, last, plan)
    with right:
        _calendar(desk, posting, plan, last)


def _roster(desk: Desk, posting: Posting, plan: Plan, last: Publication) -> None:
    st.text("To hand out: who works when, and what the codes mean. Who is on leave is only shown as off.")
    told = issue(last, moment(last.at))
    download(
        desk, "Roster as Excel", "roster.xlsx", "roster", lambda: posting_file(posting, plan, told), draft=last.draft
    )
    _on_paper(desk, posting, plan, last, told)


def _on_paper(desk: Desk, posting: Posting, plan: Plan, last: Publication, told: str) -> None:
    """Draw the download of the roster as PDF, with a choice of what it is for and of paper."""
    kinds = {words: kind for kind, words in FOR.items()}
    kind = kinds[st.segmented_control("Print", [*kinds], default=FOR[Print.WALL], required=True)]
    paper = Paper(st.segmented_control("Paper", [*Paper], default=Paper.A4, required=True))
    download(
        desk, "Roster to print", f"roster-{kind}-{paper}.pdf", "roster",
        lambda: PRINTS[kind](posting, plan, told, paper), draft=last.draft, mime="application/pdf", icon="print",
    )  # fmt: skip
    if names := without_font(posting):
        st.caption(f"No font on this machine has the letters of {', '.join(names)}; the PDF shows boxes for them.")


def _full_copy(desk: Desk, last: Publication, plan: Plan) -> None:
    st.text(
        "For yourself alone: the whole workbook with coverage, hours, findings, leave and everybody's rates of pay."
    )
    database, actor = desk.database, desk.actor
    notes = tuple(CellNote(*cell, text) for cell, text in sorted(desk.notes.items()))
    download(
        desk, "Full copy with pay", "full-copy-with-pay.xlsx", "full copy",
        lambda: full_copy(published_workbook(database, actor, last.draft), plan, notes), draft=last.draft, icon="lock",
    )  # fmt: skip


def full_copy(content: bytes, plan: Plan, notes: tuple[CellNote, ...] | None = None) -> bytes:
    """Return a schedule in a copy of the workbook that it was published with, which tells rates of pay, and notes."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.xlsx", Path(folder) / "roster.xlsx"
        source.write_bytes(content)
        contents = read(source)
        judge = Judge(formulate(contents.unit, contents.policy))
        findings = judge.findings(judge.judge(plan))
        facts = schedule_facts(Figures(contents.unit, plan), findings)
        write_schedule(source, target, contents.unit, plan, findings, facts, notes=notes)
        return target.read_bytes()


def _calendar(desk: Desk, posting: Posting, plan: Plan, last: Publication) -> None:
    names = {EVERYBODY: "Everybody", **posting.names}
    who = st.selectbox("Calendar of", [*names], format_func=names.__getitem__)
    calendar_download(desk, posting, plan, last, who or None)


def calendar_download(desk: Desk, posting: Posting, plan: Plan, last: Publication, who: str | None) -> None:
    """Draw the download of one person's calendar, or of everybody's."""
    database, actor = desk.database, desk.actor
    download(
        desk, "Calendar (.ics)", f"schedule{'-' + who if who else ''}.ics", "calendar",
        lambda: calendar_file(posting, plan, last.at, last.number, who, issues_before(database, actor, last)),
        draft=last.draft, mime="text/calendar", icon="event",
    )  # fmt: skip


def next_period(desk: Desk) -> None:
    """Draw what opens the draft of the next period."""
    if not (desk.may(Permission.EDIT_DRAFTS) and desk.may(Permission.READ_PAY)):
        return
    st.header("The next period")
    st.text(
        "What was published last becomes history: rest, days in a row and weekends count across the border, and the "
        "ledger tells what everyone bore and got, with what was moved since it was first published."
    )
    calendar = desk.unit.calendar
    first = calendar.last + timedelta(days=1)
    last = ask_day(
        f"It begins on {first:%a} {first.day} {first:%b} and lasts to", last_of_next(calendar),
        first=first, last=first + timedelta(LONGEST), width=300,
    )  # fmt: skip
    st.button("Open the next draft", on_click=_open_next, args=(desk, last), icon=":material/event_upcoming:")
    show_trouble(TROUBLE)


def _open_next(desk: Desk, last: date) -> None:
    """Open the draft, and have it be the one that is open."""
    with kept_trouble(TROUBLE, ValueError):
        found = following(desk.database, desk.actor, desk.draft.id, last)
        st.session_state[OPENED] = open_following(desk.database, desk.actor, desk.draft.id, found)
