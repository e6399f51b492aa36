"""The sheets Needs and Skills: how many people each role takes, and what somebody on a shift must hold."""

from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import as_it_is, known, wholes
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit.sheets.roles import ROLE
from optimizer.workbook.unit.sheets.when import LABEL, WHEN

MANY = 999

MINIMUM = Column("Minimum", "Never fewer.", wholes(0, MANY), "minimum", required=True, width=9)
TARGET = Column("Target", "As many as wished. The minimum when empty.", wholes(0, MANY), "target", width=9)
MAXIMUM = Column("Maximum", "No more. No bound when empty.", wholes(0, MANY), "maximum", width=9)
NEEDS = Sheet(
    "Needs",
    "How many people each role takes. Of two rows for one shift and role, the more particular one holds: a date before "
    "holidays, holidays before weekdays, weekdays before every day. May be empty where needs come from the "
    "sheet Census.",
    (
        Column(
            "When",
            "every day, weekdays, weekend, holidays, some weekdays (Mon, Tue) or a date.",
            WHEN,
            "when",
            required=True,
            width=18,
        ),
        Column(
            "Shift",
            "A shift's code, or a window such as 07:00-15:00 that every shift fills which lasts through it.",
            LABEL,
            "shift",
            required=True,
            width=14,
        ),
        Column("Role", "As on the sheet Roles.", Codec(UnitSource.role, as_it_is), "role", required=True, among=ROLE),
        MINIMUM,
        TARGET,
        MAXIMUM,
    ),
    needed=True,
    of=Need,
)
SKILLS = Sheet(
    "Skills",
    "Credentials that somebody on the shift must hold.",
    (
        Column("When", "As on the sheet Needs.", WHEN, "when", required=True, width=18),
        Column("Shift", "As on the sheet Needs.", LABEL, "shift", required=True, width=14),
        Column(
            "Credential",
            "As on the sheet Credentials.",
            known(
                lambda source: sorted({name for person in source.people.values() for name in person.credentials}),
                "credential that anybody holds",
            ),
            "credential",
            required=True,
            width=22,
        ),
        Column("At least", "How many people. 1 when empty.", wholes(0, MANY), "at_least", width=9),
        Column("Target", "As many as wished. None when empty.", wholes(0, MANY), "target", width=9),
        Column("Maximum", "No more. No bound when empty.", wholes(0, MANY), "maximum", width=9),
    ),
    of=SkillNeed,
)


def read_needs(source: UnitSource) -> tuple[Need, ...]:
    """Return the needs."""
    return tuple(need for row in source.rows(NEEDS) if (need := _need(row)))


def read_skills(source: UnitSource) -> tuple[SkillNeed, ...]:
    """Return the skills needed; a skill that nobody holds is a fault."""
    read = ((row, row.facts()) for row in source.rows(SKILLS))
    return tuple(SkillNeed(**facts) for row, facts in read if row.ok)


def _need(row: SheetRow) -> Need | None:
    facts, least, wished, most = row.facts(), row[MINIMUM], row[TARGET], row[MAXIMUM]
    if least is not None and wished is not None and wished < least:
        row.fault(TARGET, f"the target {wished} is below the minimum {least}", "raise it or leave it empty")
    if most is not None and most < max(least or 0, wished or 0):
        row.fault(MAXIMUM, f"the maximum {most} is below what is needed", "raise it or leave it empty")
    return Need(**{"target": least, **facts}) if row.ok else None
