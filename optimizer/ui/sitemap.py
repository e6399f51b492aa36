"""The pages and who may see them, in the order of the navigation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Permission
from optimizer.ui.desk import Desk
from optimizer.ui.pages import (
    audit,
    board,
    budget,
    compliance,
    cover,
    coverage,
    import_,
    mine,
    need,
    publish,
    rebalance,
    requests,
    rules,
    scenarios,
    schedule,
    staff,
    staffing,
    who_next,
    worklist,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the navigation; ``needs`` is what somebody must be allowed to, to see it.

    It is there while a draft of its ``kind`` is open, always when that is None; schedules' pages also without a draft.
    """

    title: str
    icon: str
    show: Callable[[Desk], None]
    needs: tuple[Permission, ...] = (Permission.READ_DRAFTS,)
    of_a_draft: bool = True
    kind: DraftKind | None = DraftKind.SCHEDULE


IMPORTING = (Permission.EDIT_DRAFTS, Permission.READ_PAY)
LOADS = (Permission.READ_CASELOADS,)
PATIENTS = (Permission.READ_CASELOADS, Permission.READ_PATIENT_NAMES)
PAGES: Mapping[str, tuple[Page, ...]] = {
    "Roster": (
        Page("Schedule", "calendar_month", schedule.show),
        Page("Coverage", "grid_on", coverage.show),
        Page("Requests", "event_available", requests.show),
        Page("Publish and history", "campaign", publish.show),
        Page("My schedule", "today", mine.show, (Permission.READ_PUBLISHED,), of_a_draft=False),
    ),
    "Caseloads": (
        Page("Board", "bar_chart", board.show, LOADS, kind=DraftKind.CASELOADS),
        Page("Rebalance", "balance", rebalance.show, PATIENTS, kind=DraftKind.CASELOADS),
        Page("Who next", "person_search", who_next.show, PATIENTS, kind=DraftKind.CASELOADS),
        Page("Worklist", "checklist", worklist.show, PATIENTS, kind=DraftKind.CASELOADS),
        Page("Cover", "beach_access", cover.show, PATIENTS, kind=DraftKind.CASELOADS),
        Page("Staffing", "person_add", staffing.show, LOADS, kind=DraftKind.CASELOADS),
    ),
    "Unit": (
        Page("Staff and credentials", "badge", staff.show),
        Page("Need and acuity", "monitor_heart", need.show),
        Page("Rules and prices", "gavel", rules.show),
        Page("Import", "upload_file", import_.show, IMPORTING, of_a_draft=False),
    ),
    "Panel": (Page("Import", "upload_file", import_.show, IMPORTING, of_a_draft=False, kind=DraftKind.CASELOADS),),
    "Decide": (
        Page("Overtime and budget", "payments", budget.show),
        Page("Scenarios", "compare_arrows", scenarios.show, (Permission.READ_DRAFTS, Permission.READ_COSTS)),
    ),
    "Records": (
        Page("Compliance and reviews due", "verified_user", compliance.show),
        Page("Audit", "policy", audit.show, (Permission.READ_AUDIT,), of_a_draft=False, kind=None),
    ),
}
