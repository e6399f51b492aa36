"""The sheet Skill mix: which roles care for the patients."""

from optimizer.staffing.facts.care import Filler
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import YES_NO, as_it_is, minutes, wholes
from optimizer.workbook.table.scope_cell import scope
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.unit.sheets.needs import MANY
from optimizer.workbook.unit.sheets.roles import ROLE

ROLE_CODEC = Codec(UnitSource.role, as_it_is)
SHARE = Column(
    "Share of care, %",
    "Of the care hours. All roles together make 100 on every shift; a charge nurse free of patients has 0.",
    wholes(0, 100),
    "share",
    width=10,
)
COUNTS = Column(
    "Counts to the ratio",
    "yes where these people hold patients as nurses. What the ratio asks for falls on the role with the "
    "largest share, less what the others' unit minimum is sure to give.",
    YES_NO,
    "counts",
    choices=("yes", "no"),
)
MIX = Sheet(
    "Skill mix",
    "Which roles care for the patients. A role may have several rows, for different shifts.",
    (
        Column("Role", "As on the sheet Roles.", ROLE_CODEC, "role", required=True, among=ROLE),
        Column(
            "Shifts",
            "Shift codes, windows or parts of the day that the row is for. All when empty.",
            scope(lambda source: source.census_shifts | source.shift_words),
            "shifts",
            width=14,
        ),
        SHARE,
        COUNTS,
        Column("Unit minimum", "Never fewer, whatever the census. 0 when empty.", wholes(0, MANY), "least", width=10),
        Column(
            "Room above target",
            "How many more than the target there is work for. No bound when empty.",
            wholes(0, MANY),
            "spare",
        ),
        Column(
            "Break minutes",
            "Minutes of the shift in which somebody who is added takes over, so that breaks are free of patients. "
            "Nobody is added when empty.",
            minutes(0, 600),
            "relief",
            width=10,
        ),
        Column(
            "Relieves",
            "The role whose breaks these people take over, where the law lets them.",
            ROLE_CODEC,
            "relieves",
            among=ROLE,
        ),
    ),
    of=Filler,
)


def read_mix(source: UnitSource) -> tuple[Filler, ...]:
    """Return what each role does of the care."""
    read = ((row, row.facts()) for row in source.rows(MIX))
    return tuple(Filler(**facts) for row, facts in read if row.ok)
