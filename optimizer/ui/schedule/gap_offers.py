"""Who could fill a gap in the coverage, and a click that gives it to one of them."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from optimizer.staffing.schedule.cell_text import cell_text
from optimizer.summary.schedule.candidates import Candidate, candidates
from optimizer.summary.schedule.grid_figures import CoverageRow
from optimizer.ui.frame.desk import Desk
from optimizer.ui.schedule.offers import ButtonWords, EditOffer, OfferList, show_offers, unable

GIVE = ButtonWords("Give", "Given", "Filled where coverage was short")


def offer_for_gap(desk: Desk, row: CoverageRow, day: date, saved: Callable[[int], object] = bool) -> None:
    """Draw who could come; ``saved`` is told every version that a click makes."""
    st.markdown("**Who could**")

    def find() -> OfferList:
        found = candidates(desk.unit, desk.judge, desk.verdict, day, row.shift, row.role, locked=desk.locks)
        offers = tuple(EditOffer(_named(desk, each), each) for each in found.could)
        return OfferList(desk.version, offers, unable(found.could_not, desk))

    place = ("gap", desk.draft.id, row.shift, row.role, day)
    show_offers(desk, place, find, GIVE, "Nobody else could without a must-fix problem.", saved)


def _named(desk: Desk, candidate: Candidate) -> str:
    staff, roles = desk.unit.people[candidate.who], desk.unit.role_by_name
    had = " and ".join(cell_text(duty, staff, roles) for duty in candidate.instead)
    gets = f"{cell_text(candidate.duty, staff, roles)}{f' instead of {had}' if had else ''}"
    return f"{desk.unit.name_of(candidate.who)} ({gets})"
