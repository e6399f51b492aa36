"""My schedule: for staff, what is new, their own days, and all that they may ask for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import streamlit as st

from optimizer.scenarios.asks.my_news import my_news
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.asks.asks import asks_of
from optimizer.store.asks.part_rules import OpenDraft, open_drafts, rules_of
from optimizer.store.publications import Publication, own_ledger, posting_at, publications, published_plan
from optimizer.store.roles import Permission
from optimizer.summary.schedule.publication import titled
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.publish.files import calendar_download
from optimizer.ui.staff.ask_off import ask_off
from optimizer.ui.staff.ask_swap import ask_swap
from optimizer.ui.staff.call_out import call_out
from optimizer.ui.staff.my_asks import my_asks
from optimizer.ui.staff.my_calendar import my_calendar
from optimizer.ui.staff.my_days import my_days, my_ledger, whole_schedule
from optimizer.ui.staff.news import news
from optimizer.ui.staff.open_shift_list import open_shift_list
from optimizer.ui.staff.part import MyPart, show_answer

DAYS, OFF, SWAP, SHIFTS, SICK = "My days", "Ask for days", "Swap", "Open shifts", "Out sick"
"""The sections, of which one is drawn at a time: all together are too long for a phone, and take a while."""

NO_ROW = "You are on no row of this schedule."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("My schedule")
    newest = {each.draft: each for each in publications(desk.database, desk.actor)}
    making = {each.draft: each for each in _in_the_making(desk, newest.values()) if each.draft not in newest}
    names = {draft: _name(newest.get(draft) or making[draft]) for draft in sorted({*newest, *making}, reverse=True)}
    if not names:
        st.text("No schedule is published yet. When one is, your days are here.")
        return
    chosen = st.selectbox("Schedule", [*names], format_func=names.__getitem__)
    if chosen in newest:
        _published(desk, newest[chosen])
    else:
        _unpublished(desk, chosen)


def _in_the_making(desk: Desk, newest: Iterable[Publication]) -> tuple[OpenDraft, ...]:
    """Return the drafts that somebody is asked to take part in before they are published: those of their units.

    Who is on no published schedule yet may be on any of them.
    """
    who = desk.actor.staff_id
    if who is None or not desk.may(Permission.TAKE_PART):
        return ()
    units = {each.unit for each in newest if who in posting_at(desk.database, desk.actor, each.draft).names}
    return tuple(each for each in open_drafts(desk.database, desk.actor) if not units or each.unit in units)


def _name(found: Publication | OpenDraft) -> str:
    if isinstance(found, OpenDraft):
        return f"{found.unit}: {found.name} (in the making)"
    return f"{found.unit}: {found.draft_name}"


def _published(desk: Desk, publication: Publication) -> None:
    posting = posting_at(desk.database, desk.actor, publication.draft)
    who = desk.actor.staff_id
    st.caption(f"{titled(publication)}, {plain(moment(publication.at))}")
    if who is None or who not in posting.names:
        st.text("You are on no row of this schedule, so only the unit's is shown.")
        whole_schedule(posting, published_plan(desk.database, desk.actor, publication.draft), who)
        return
    if not desk.may(Permission.TAKE_PART):
        _days(desk, posting, publication, who, frozenset())
        return
    part = _part(desk, publication.draft, who, publication)
    found = my_news(desk.database, desk.actor, part.draft, publication)
    show_answer()
    news(part, posting, found)
    _section(
        {
            DAYS: lambda: _days(desk, posting, publication, who, found.days),
            OFF: lambda: _while_here(part, lambda: ask_off(part)),
            SWAP: lambda: _while_here(part, lambda: ask_swap(part, posting)),
            SHIFTS: lambda: _while_here(part, lambda: open_shift_list(part)),
            SICK: lambda: _while_here(part, lambda: call_out(part)),
        }
    )
    my_asks(part)


def _while_here(part: MyPart, draw: Callable[[], None]) -> None:
    """Draw what somebody may ask for, unless they left the unit after the schedule was published."""
    if part.who in part.known.unit.people:
        draw()
    else:
        st.text(NO_ROW)


def _unpublished(desk: Desk, draft: int) -> None:
    """Draw what somebody may ask for of a schedule in the making; nothing of it is shown but what is still needed."""
    part = _part(desk, draft, str(desk.actor.staff_id), None)
    if part.who not in part.known.unit.people:
        st.text(NO_ROW)
        return
    show_answer()
    news(part, None, my_news(desk.database, desk.actor, draft, None))
    _section({OFF: lambda: ask_off(part), SHIFTS: lambda: open_shift_list(part)})
    my_asks(part)


def _part(desk: Desk, draft: int, who: str, publication: Publication | None) -> MyPart:
    plan = published_plan(desk.database, desk.actor, draft) if publication else frozenset()
    rules, asks = rules_of(desk.database, desk.actor, draft), asks_of(desk.database, desk.actor, draft)
    return MyPart(desk, draft, who, rules, publication, plan, asks, date.today())


def _section(sections: Mapping[str, Callable[[], None]]) -> None:
    """Draw the section that is chosen."""
    names = [*sections]
    chosen = st.segmented_control("Section", names, default=names[0], required=True, label_visibility="collapsed")
    sections[str(chosen)]()


def _days(desk: Desk, posting: Posting, publication: Publication, who: str, changed: frozenset[date]) -> None:
    """Draw somebody's days with their calendar and their share, and the unit's schedule."""
    plan = published_plan(desk.database, desk.actor, publication.draft)
    st.header(plain(posting.names[who]))
    my_days(posting, frozenset(pair for pair in plan if pair.who == who), date.today(), changed)
    calendar_download(desk, posting, plan, publication, who)
    my_calendar(desk)
    my_ledger(own_ledger(desk.database, desk.actor, publication.draft))
    whole_schedule(posting, plan, who)
