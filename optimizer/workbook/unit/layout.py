"""The sheets of a unit's workbook: titles, columns, and what goes where, told to the person who fills them."""

from optimizer.workbook.grid.titles import BEFORE, HISTORY, SCHEDULE
from optimizer.workbook.table.sheet import SETTING, SETTING_ABOUT, VALUE, Column, Holds, Sheet
from optimizer.workbook.unit import layout_care, layout_money
from optimizer.workbook.unit.layout_ledger import LEDGER

UNIT_NAME, FIRST_DAY, LAST_DAY = "Unit", "First day", "Last day"
WEEK_START, PAY_START, PAY_DAYS = "Week starts on", "Pay periods start on", "Days in a pay period"
FULL_TIME, OVERTIME_AFTER = "Full-time hours a pay period", "Overtime after hours a week"
NIGHT_WEEKEND = "A night worker's weekend"
JURISDICTIONS, KIND_OF_UNIT = "Jurisdictions", "Kind of unit"
FRIDAY_NIGHTS, SATURDAY_NIGHTS = "Friday and Saturday nights", "Saturday and Sunday nights"
SETTINGS: tuple[tuple[str, str], ...] = (
    (UNIT_NAME, "The unit's name, as it stands above the schedule."),
    (FIRST_DAY, "First day to plan, such as 2026-12-06."),
    (LAST_DAY, "Last day to plan."),
    (WEEK_START, "Weekday on which the week of the overtime law starts. Sunday when empty."),
    (PAY_START, "A day on which a pay period starts. The first day when empty."),
    (PAY_DAYS, "14 when empty."),
    (FULL_TIME, "Paid hours of 1.0 FTE. 80 when empty."),
    (OVERTIME_AFTER, "40 when empty."),
    (NIGHT_WEEKEND, f"'{SATURDAY_NIGHTS}' (also when empty) or '{FRIDAY_NIGHTS}'."),
    (
        JURISDICTIONS,
        "Laws and contracts that bind the unit, with commas between: us-flsa, us-oregon. 'optimizer law' lists all. "
        "None when empty.",
    ),
    (KIND_OF_UNIT, "What ratios call the unit's patients, such as med_surg. 'optimizer law' lists the kinds."),
)

CALENDAR = Sheet(
    "Calendar",
    "The days to plan and how the unit counts time.",
    (SETTING, VALUE, SETTING_ABOUT),
    needed=True,
)
HOLIDAYS = Sheet(
    "Holidays",
    "Days that count as holidays.",
    (Column("Date", "The day.", True, holds=Holds.DATE), Column("Name", "What it is called.", width=28)),
)
ROLES = Sheet(
    "Roles",
    "What somebody can be on a shift.",
    (
        Column("Role", "Its name, such as RN or Charge.", True, 16),
        Column("Requires", "Credentials it takes, with commas between: RN licence, BLS.", width=44),
        Column(
            "Mark",
            "Up to three letters that follow the shift in the schedule when this is not the person's main "
            "role: C makes D/C.",
            width=8,
        ),
    ),
    needed=True,
)
SHIFTS = Sheet(
    "Shifts",
    "Everything that can stand in a cell of the schedule.",
    (
        Column("Code", "What stands in the schedule. Upper and lower case differ.", True, 8),
        Column("Name", "What it is called.", width=24),
        Column("Start", "Such as 07:00.", True, 8),
        Column("End", "Such as 19:30; the next day when it is not after the start.", True, 8),
        Column("Unpaid break", "In minutes. 0 when empty.", width=13, holds=Holds.NUMBER),
        Column("Paid hours", "Start to end less the break when empty; 0 for on call.", width=11, holds=Holds.NUMBER),
        Column(
            "Kind",
            "work (also when empty), on call, orientation, education or leave. Only work and on call are "
            "planned; the others are entered by hand.",
            width=12,
        ),
        Column("Part of day", "day, evening or night. By the times when empty.", width=12),
        Column("Colour", "Six hexadecimal digits, such as FFE699.", width=10),
    ),
    needed=True,
)
STAFF = Sheet(
    "Staff",
    "The people.",
    (
        Column("Id", "Whatever tells people apart: an employee number.", True, 9),
        Column("Name", "As it stands in the schedule.", True, 24),
        Column(
            "Job", "Such as RN; groups the schedule. By law's ratios RN, LPN, LVN, RPN and EN count as nurses.", True, 8
        ),
        Column("Roles", "Roles they may fill, main role first, with commas between.", True, 16),
        Column("FTE", "1 is full time.", True, 7, holds=Holds.NUMBER),
        Column("Type", "FT, PT, PRN or Agency. FT when empty.", width=8, choices=("FT", "PT", "PRN", "Agency")),
        Column("Shifts", "Codes of the only shifts by contract. All when empty.", width=10),
        Column("Experience", "In years.", width=11, holds=Holds.NUMBER),
        Column("Started", "First day of employment.", width=12, holds=Holds.DATE),
        Column("Leaves", "Last day of employment.", width=12, holds=Holds.DATE),
        Column("Pay class", "As on the sheet Pay.", width=14),
        Column("Groups", "Any words that rules can speak of, with commas between: Weekend, Float.", width=14),
        Column("Preceptors", "Of an orientee: the ids of those they work beside.", width=14),
        Column("Least hours", "Owed in a pay period, where it is not the FTE's.", width=12, holds=Holds.NUMBER),
        Column("Most hours", "Allowed in a pay period, where it is not the FTE's.", width=12, holds=Holds.NUMBER),
        Column("Review due", "Day by which the next performance review is to be held.", width=12, holds=Holds.DATE),
    ),
    needed=True,
)
CREDENTIALS = Sheet(
    "Credentials",
    "Licences, certificates and competencies, one a row.",
    (
        Column("Staff", "The person's id.", True, 9),
        Column("Credential", "Such as RN licence, BLS, ACLS, Charge.", True, 22),
        Column("Expires", "Last day on which it is valid. Never when empty.", width=12, holds=Holds.DATE),
    ),
)
NEEDS = Sheet(
    "Needs",
    "How many people each role takes. Of two rows for one shift and role, the more particular one holds: a date before "
    "holidays, holidays before weekdays, weekdays before every day. May be empty where needs come from the "
    "sheet Census.",
    (
        Column("When", "every day, weekdays, weekend, holidays, some weekdays (Mon, Tue) or a date.", True, 18),
        Column(
            "Shift",
            "A shift's code, or a window such as 07:00-15:00 that every shift fills which lasts through it.",
            True,
            14,
        ),
        Column("Role", "As on the sheet Roles.", True, 12),
        Column("Minimum", "Never fewer.", True, 9, holds=Holds.NUMBER),
        Column("Target", "As many as wished. The minimum when empty.", width=9, holds=Holds.NUMBER),
        Column("Maximum", "No more. No bound when empty.", width=9, holds=Holds.NUMBER),
    ),
    needed=True,
)
SKILLS = Sheet(
    "Skills",
    "Credentials that somebody on the shift must hold.",
    (
        Column("When", "As on the sheet Needs.", True, 18),
        Column("Shift", "As on the sheet Needs.", True, 14),
        Column("Credential", "As on the sheet Credentials.", True, 22),
        Column("At least", "How many people. 1 when empty.", width=9, holds=Holds.NUMBER),
    ),
)
REQUESTS = Sheet(
    "Requests",
    "What people ask for, and approved leave.",
    (
        Column("Staff", "The person's id.", True, 9),
        Column("Wish", "on or off.", True, 8, ("on", "off")),
        Column("From", "First day.", True, 12, holds=Holds.DATE),
        Column("To", "Last day. The first when empty.", width=12, holds=Holds.DATE),
        Column("Shift", "A shift's code. Any when empty.", width=8),
        Column("Weight", "A request of weight 3 counts three times. 1 when empty.", width=8, holds=Holds.NUMBER),
        Column(
            "Approved",
            "yes makes days off approved leave: nobody is asked to work then.",
            width=10,
            choices=("yes", "no"),
        ),
    ),
)
LOCKED = Sheet(
    "Locked",
    "Duties that must stay as they are: agreed shifts, paid time off, classes.",
    (
        Column("Staff", "The person's id.", True, 9),
        Column("Date", "The day.", True, 12, holds=Holds.DATE),
        Column("Shift", "A shift's code.", True, 8),
        Column("Role", "The person's main role when empty.", width=12),
    ),
)
TIES = Sheet(
    "Ties",
    "People who work together, or never do.",
    (
        Column("Staff", "One person's id.", True, 9),
        Column("With", "The other's.", True, 9),
        Column("Bond", "together or apart.", True, 10, ("together", "apart")),
    ),
)
RULES = Sheet(
    "Rules",
    "What counts, and how much. The same rule may stand twice, for different people or limits.",
    (
        Column("Rule", "Which rule.", True, 22),
        Column("How", "must, priced or off.", True, 9, ("must", "priced", "off")),
        Column(
            "Price",
            "Of a priced rule: dollars for each unit of breach. A plan is the better, the less it costs.",
            width=9,
            holds=Holds.NUMBER,
        ),
        Column("Per", "The unit of breach. Only to read.", width=26, told=True),
        Column("Limit", "The rule's limit.", width=8, holds=Holds.NUMBER),
        Column("Counted in", "What the limit counts. Only to read.", width=18, told=True),
        Column(
            "For",
            "Jobs, roles, types, groups or ids, with commas between; 'not Agency' leaves some out. Everyone "
            "when empty.",
            width=16,
        ),
        Column(
            "Shifts",
            "Shift codes or kinds that it counts, on call and leave too; or day, evening, night and long (12 h or "
            "more), of which those at work count. All at work when empty.",
            width=12,
        ),
        Column("Details", "More limits, such as nights=2.", width=34),
        Column("What it does", "Only to read.", width=90, told=True),
    ),
)

SHEETS: tuple[Sheet, ...] = (
    CALENDAR,
    HOLIDAYS,
    ROLES,
    SHIFTS,
    STAFF,
    CREDENTIALS,
    NEEDS,
    *layout_care.SHEETS,
    SKILLS,
    REQUESTS,
    LOCKED,
    TIES,
    *layout_money.SHEETS,
    LEDGER,
    RULES,
    layout_money.SCENARIOS,
)
READ = (*(sheet.title for sheet in SHEETS), SCHEDULE, HISTORY, BEFORE)
"""The titles of all sheets that are read."""
