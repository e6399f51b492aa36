"""The pages and who may see them, in the order of the navigation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optimizer.store.roles import Permission
from optimizer.ui.desk import Desk
from optimizer.ui.pages import audit, import_, mine, need, publish, requests, rules, scenarios, schedule, staff


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the navigation; ``needs`` is what somebody must be allowed to, to see it."""

    title: str
    icon: str
    show: Callable[[Desk], None]
    needs: tuple[Permission, ...] = (Permission.READ_DRAFTS,)
    of_a_draft: bool = True


PAGES: Mapping[str, tuple[Page, ...]] = {
    "Roster": (
        Page("Schedule", "calendar_month", schedule.show),
        Page("Requests", "event_available", requests.show),
        Page("Publish and history", "campaign", publish.show),
        Page("My schedule", "today", mine.show, (Permission.READ_PUBLISHED,), of_a_draft=False),
    ),
    "Unit": (
        Page("Staff and credentials", "badge", staff.show),
        Page("Need and acuity", "monitor_heart", need.show),
        Page("Rules and prices", "gavel", rules.show),
        Page("Import", "upload_file", import_.show, (Permission.EDIT_DRAFTS, Permission.READ_PAY), of_a_draft=False),
    ),
    "Decide": (Page("Scenarios", "compare_arrows", scenarios.show, (Permission.READ_DRAFTS, Permission.READ_COSTS)),),
    "Records": (Page("Audit", "policy", audit.show, (Permission.READ_AUDIT,), of_a_draft=False),),
}
