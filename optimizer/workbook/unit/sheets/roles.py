"""The sheet Roles: what somebody can be on a shift."""

from optimizer.staffing.facts.unit import DutyRole
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, WORDS
from optimizer.workbook.table.sheet import Column, Sheet

ROLE = Column("Role", "Its name, such as RN or Charge.", TEXT, "name", required=True, width=16)
ROLES = Sheet(
    "Roles",
    "What somebody can be on a shift.",
    (
        ROLE,
        Column("Requires", "Credentials it takes, with commas between: RN licence, BLS.", WORDS, "requires", width=44),
        Column(
            "Mark",
            "Up to three letters that follow the shift in the schedule when this is not the person's main "
            "role: C makes D/C.",
            TEXT,
            "mark",
            width=8,
        ),
        Column("Turn", "What duties in it are turns of, as on the sheet Shifts.", TEXT, "turn", width=12),
    ),
    needed=True,
    of=DutyRole,
)


def read_roles(source: UnitSource) -> tuple[DutyRole, ...]:
    """Return the roles, and make them known."""
    found: dict[str, DutyRole] = {}
    for row, name in source.named_rows(ROLES, ROLE, source.roles):
        found[name] = source.roles[name] = DutyRole(**row.facts())
    return tuple(found.values())
