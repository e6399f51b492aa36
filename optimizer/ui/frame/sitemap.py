"""The pages and who may see them, in the order of the navigation."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the navigation; ``needs`` is what somebody must be allowed to, to see it.

    It is there while a draft of its ``kind`` is open, always when that is None; schedules' pages also without a draft.
    ``module`` says in which room of ``optimizer.ui`` it is; it is imported when somebody asks for it, for all of them
    together take two seconds.
    """

    title: str
    icon: str
    module: str
    needs: tuple[Permission, ...] = (Permission.READ_DRAFTS,)
    of_a_draft: bool = True
    kind: DraftKind | None = DraftKind.SCHEDULE

    @property
    def address(self) -> str:
        """Return where it is found below the address of the whole."""
        return self.title.casefold().replace(" ", "-")

    def show(self, desk: Desk) -> None:
        """Draw the page."""
        import_module(f"optimizer.ui.{self.module}_page").show(desk)


IMPORTING = (Permission.EDIT_DRAFTS, Permission.READ_PAY)
LOADS = (Permission.READ_CASELOADS,)
PATIENTS = (Permission.READ_CASELOADS, Permission.READ_PATIENT_NAMES)
HOUSE = (Permission.PLAN_HOSPITAL,)
PAGES: Mapping[str, tuple[Page, ...]] = {
    "Roster": (
        Page("Schedule", "calendar_month", "schedule.schedule"),
        Page("Today", "schedule", "schedule.today"),
        Page("Coverage", "grid_on", "schedule.coverage"),
        Page("Requests", "event_available", "requests.requests"),
        Page("Publish and history", "campaign", "publish.publish"),
        Page("My schedule", "today", "staff.mine", (Permission.READ_PUBLISHED,), of_a_draft=False),
    ),
    "Caseloads": (
        Page("Board", "bar_chart", "caseload.board", LOADS, kind=DraftKind.CASELOADS),
        Page("Rebalance", "balance", "caseload.rebalance", PATIENTS, kind=DraftKind.CASELOADS),
        Page("Who next", "person_search", "caseload.who_next", PATIENTS, kind=DraftKind.CASELOADS),
        Page("Worklist", "checklist", "caseload.worklist", PATIENTS, kind=DraftKind.CASELOADS),
        Page("Cover", "beach_access", "caseload.cover", PATIENTS, kind=DraftKind.CASELOADS),
        Page("Staffing", "person_add", "caseload.staffing", LOADS, kind=DraftKind.CASELOADS),
    ),
    "Unit": (
        Page("Staff and credentials", "badge", "facts.staff"),
        Page("Need and acuity", "monitor_heart", "facts.need"),
        Page("Rules and prices", "gavel", "facts.rules"),
        Page("Import", "upload_file", "facts.import", IMPORTING, of_a_draft=False),
    ),
    "Panel": (
        Page("Hours", "timer", "caseload.hours", LOADS, kind=DraftKind.CASELOADS),
        Page("Performance", "show_chart", "caseload.performance", LOADS, kind=DraftKind.CASELOADS),
        Page("Careers", "workspace_premium", "caseload.careers", LOADS, kind=DraftKind.CASELOADS),
        Page("Import", "upload_file", "facts.import", IMPORTING, of_a_draft=False, kind=DraftKind.CASELOADS),
    ),
    "Decide": (
        Page("Overtime and budget", "payments", "schedule.budget"),
        Page("Scenarios", "compare_arrows", "scenarios.scenarios", (Permission.READ_DRAFTS, Permission.READ_COSTS)),
        Page("Hospital", "local_hospital", "hospital.hospital", HOUSE, of_a_draft=False, kind=None),
        Page("Today across units", "swap_horiz", "hospital.floats", HOUSE, of_a_draft=False, kind=None),
        Page("Quality", "show_chart", "publish.quality"),
    ),
    "Records": (
        Page("Compliance and reviews due", "verified_user", "schedule.compliance"),
        Page("Audit", "policy", "publish.audit", (Permission.READ_AUDIT,), of_a_draft=False, kind=None),
        Page("Guide", "menu_book", "frame.guide", (), of_a_draft=False, kind=None),
    ),
}


def needs_of(module: str) -> tuple[Permission, ...]:
    """Return what somebody must be allowed to, to see the page that a module draws."""
    return next(page.needs for pages in PAGES.values() for page in pages if page.module == module)
