"""The sheets that needs are computed from: the acuity scale, the census, the skill mix and the times of care."""

from optimizer.staffing.facts.care import CensusFrom
from optimizer.workbook.table.sheet import SETTING, SETTING_ABOUT, VALUE, Column, Holds, Sheet

LEVELS = 6
LEVEL_HEADERS = tuple(f"Level {number}" for number in range(1, LEVELS + 1))

ACUITY = Sheet(
    "Acuity",
    "How much care a patient of each level takes. When empty, our own neutral scale holds: 4, 6, 8, 12 and 18 hours. "
    "Some published scales are licensed; type one in only where you may use it.",
    (
        Column(
            "Level", f"A number from 1 to {LEVELS}, as in the headers of the sheet Census.", True, 8, holds=Holds.NUMBER
        ),
        Column("Label", "What such patients are called.", width=24),
        Column("Care hours per 24 h", "Of all roles together, for one patient.", True, 12, holds=Holds.NUMBER),
        Column(
            "Patients per nurse",
            "The most such patients that one nurse may hold, by the unit's own rule. Where a law says another number "
            "the stricter holds. No own rule when empty.",
            width=12,
            holds=Holds.NUMBER,
        ),
        Column("At night", "The same at night, where nights differ.", width=10, holds=Holds.NUMBER),
        Column(
            "Ratio of",
            "The kind of unit whose ratio the law sets for such patients, such as critical_care. The unit's own when "
            "empty.",
            width=16,
        ),
    ),
)
COUNTS = (
    *(
        Column(header, "How many patients of this level there are.", width=9, holds=Holds.NUMBER)
        for header in LEVEL_HEADERS
    ),
    Column("Admissions", "During the shift.", width=11, holds=Holds.NUMBER),
    Column("Discharges", "During the shift.", width=11, holds=Holds.NUMBER),
    Column("Transfers in", "During the shift.", width=12, holds=Holds.NUMBER),
    Column("Transfers out", "During the shift.", width=13, holds=Holds.NUMBER),
)
CENSUS = Sheet(
    "Census",
    "The patients of every shift, from which needs are computed. Of two rows for one shift the more particular one "
    "holds, as on the sheet Needs. A need on the sheet Needs always holds over a computed one.",
    (
        Column("When", "As on the sheet Needs.", True, 18),
        Column("Shift", "A work shift's code, or a window such as 07:00-15:00. Together they make one day.", True, 14),
        *COUNTS,
    ),
)
HISTORY = Sheet(
    "Census history",
    "The patients of days before, when the census is to be forecast from them.",
    (
        Column("Date", "The day.", True, 12, holds=Holds.DATE),
        Column("Shift", "As on the sheet Census.", True, 14),
        *COUNTS,
    ),
)
MIX = Sheet(
    "Skill mix",
    "Which roles care for the patients. A role may have several rows, for different shifts.",
    (
        Column("Role", "As on the sheet Roles.", True, 12),
        Column("Shifts", "Shift codes, windows or parts of the day that the row is for. All when empty.", width=14),
        Column(
            "Share of care, %",
            "Of the care hours. All roles together make 100 on every shift; a charge nurse free of patients has 0.",
            width=10,
            holds=Holds.NUMBER,
        ),
        Column(
            "Counts to the ratio",
            "yes where these people hold patients as nurses. What the ratio asks for falls on the role with the "
            "largest share, less what the others' unit minimum is sure to give.",
            width=12,
            choices=("yes", "no"),
        ),
        Column("Unit minimum", "Never fewer, whatever the census. 0 when empty.", width=10, holds=Holds.NUMBER),
        Column(
            "Room above target",
            "How many more than the target there is work for. No bound when empty.",
            width=12,
            holds=Holds.NUMBER,
        ),
        Column(
            "Break minutes",
            "Minutes of the shift in which somebody who is added takes over, so that breaks are free of patients. "
            "Nobody is added when empty.",
            width=10,
            holds=Holds.NUMBER,
        ),
        Column("Relieves", "The role whose breaks these people take over, where the law lets them.", width=12),
    ),
)

CENSUS_FROM = "Census from"
PRODUCTIVE = "Productive hours of a 12-hour shift"
HPPD = "Care hours per patient day (HPPD)"
ADMISSION, DISCHARGE = "Minutes an admission takes", "Minutes a discharge takes"
TRANSFER_IN, TRANSFER_OUT = "Minutes a transfer in takes", "Minutes a transfer out takes"
DAY_SHARE, EVENING_SHARE, NIGHT_SHARE = (f"{part} share of care, %" for part in ("Day", "Evening", "Night"))
SETTINGS: tuple[tuple[str, str], ...] = (
    (
        CENSUS_FROM,
        f"{', '.join(CensusFrom)}. The sheet Census when empty. The others look at the same weekday on the sheet "
        "Census history: the mean of each level, half a patient rounded up; or the day at the nearest rank by hours of "
        "care, all its numbers together. Rows of the sheet Census for a date or for holidays still hold.",
    ),
    (PRODUCTIVE, "What breaks leave for patients; shifts of other lengths in proportion. 11.25 when empty."),
    (
        HPPD,
        "Direct HPPD: hours of those who share the care, for each patient and day, as a need of its own. None when "
        "empty.",
    ),
    (ADMISSION, "60 when empty."),
    (DISCHARGE, "45 when empty."),
    (TRANSFER_IN, "42 when empty."),
    (TRANSFER_OUT, "20 when empty."),
    (DAY_SHARE, "Of a patient's 24 hours. When empty: 55 with a day and a night, 40 with an evening too."),
    (EVENING_SHARE, "34 when empty."),
    (NIGHT_SHARE, "When empty: 45 with a day and a night, 26 with an evening too."),
)
CARE = Sheet("Care", "The times that care takes, and where the census comes from.", (SETTING, VALUE, SETTING_ABOUT))
SHEETS = (ACUITY, CENSUS, MIX, CARE, HISTORY)
