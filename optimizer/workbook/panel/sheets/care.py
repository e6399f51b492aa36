"""The sheets Care plans and Referrals: what is aimed at with patients, and what was asked of others for them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.sheets.managers import MANAGER
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import IN_A_LIFE, NEAR, TEXT, as_it_is, empty_for_nothing, minutes
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

MOST = 6_000
"""Minutes that a task may take: 100 hours."""
PATIENT = Codec(PanelSource.patient, as_it_is)
MINUTES = empty_for_nothing(minutes(0, MOST))
WHOSE = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
CARE_PLANS = Sheet(
    "Care plans",
    "Goals of patients, one a row, each with a day on which somebody looks at it again. What is overdue, or due within "
    "four weeks, counts in the hours of a month.",
    (
        WHOSE,
        Column("Goal", "What is aimed at.", TEXT, "goal", required=True, width=34),
        Column("Intervention", "What is done for it.", TEXT, "intervention", width=34),
        Column(
            "Owner",
            "Id of the case manager who does it, and whose hours it takes. Whoever has the patient when empty.",
            MANAGER,
            "owner",
        ),
        Column("Review", "By this day somebody looks at it.", NEAR, "review", required=True),
        Column("Minutes", "That intervention and review take until then. 0 when empty.", MINUTES, "minutes", width=9),
        Column("Met", "When it was reached or given up: nothing is to be done any more.", NEAR, "met"),
    ),
    of=CareGoal,
)
REFERRED = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
SENT = Column("Sent", "The day.", IN_A_LIFE, "sent", required=True)
ACCEPTED = Column("Accepted", "When the resource took the patient.", IN_A_LIFE, "accepted")
CLOSED = Column("Closed", "When it was known how it ended. The loop is open when empty.", IN_A_LIFE, "closed")
REFERRALS = Sheet(
    "Referrals",
    "Referrals to community resources, followed until the loop is closed. When a step is overdue stands on the sheet "
    "Panel.",
    (
        REFERRED,
        Column("Resource", "Such as a food bank or transport.", TEXT, "resource", required=True, width=26),
        SENT,
        ACCEPTED,
        CLOSED,
        Column("Minutes", "That following it up takes. 0 when empty.", MINUTES, "minutes", width=9),
    ),
    of=CommunityReferral,
)


def read_goals(source: PanelSource) -> Mapping[str, tuple[CareGoal, ...]]:
    """Return the goals of care plans, by patient."""
    found: dict[str, tuple[CareGoal, ...]] = defaultdict(tuple)
    for row in source.rows(CARE_PLANS):
        who, facts = row[WHOSE], row.facts()
        if row.ok and who is not None:
            found[who] = (*found[who], CareGoal(**facts))
    return found


def read_referrals(source: PanelSource) -> Mapping[str, tuple[CommunityReferral, ...]]:
    """Return the referrals to community resources, by patient."""
    found: dict[str, tuple[CommunityReferral, ...]] = defaultdict(tuple)
    for row in source.rows(REFERRALS):
        who, facts = row[REFERRED], row.facts()
        _check_order(row)
        if row.ok and who is not None:
            found[who] = (*found[who], CommunityReferral(**facts))
    return found


def goal_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the goals of care plans."""
    return (CARE_PLANS.line(goal, {WHOSE: each.id}) for each in panel.patients for goal in each.goals)


def referral_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the referrals to community resources."""
    return (REFERRALS.line(sent, {REFERRED: each.id}) for each in panel.patients for sent in each.referrals)


def _check_order(row: SheetRow) -> None:
    """Take note of a referral that is accepted or closed before it was sent, or closed before it was accepted."""
    for earlier, later in ((SENT, ACCEPTED), (SENT, CLOSED), (ACCEPTED, CLOSED)):
        before, after = row[earlier], row[later]
        if before and after and after < before:
            row.fault(later, f"{after} is before '{earlier.header}' {before}", "swap or mend the dates")
            return
