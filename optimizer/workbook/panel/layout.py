"""The sheets of a panel's workbook: titles, columns, and what goes where, told to the person who fills them."""

from optimizer.caseload.capacity.setting import Contact, Experience, Phase
from optimizer.caseload.medication.reconciliation import Where
from optimizer.workbook.panel.layout_risk import DISPENSING, OVERRIDES, RISK
from optimizer.workbook.panel.layout_study import TIME_STUDY
from optimizer.workbook.table.sheet import SETTING, SETTING_ABOUT, VALUE, Column, Sheet
from optimizer.workbook.unit import layout

NAME, ON, PRESET, BUDGET, GOALS = "Panel", "Planning date", "Setting", "Budget a month", "Order of goals"
CERTIFICATES, CERTIFIED, EXPERIENCED = "Certifications that count", "Certified from tier", "Experienced from tier"
CLINICAL, MANAGING, AHEAD = "Months of clinical work", "Months of case management", "Days ahead"
FORM = "HOSPITAL score"
SETTINGS: tuple[tuple[str, str], ...] = (
    (NAME, "What the panel is called."),
    (ON, "The day of the assignment, such as 2026-12-07."),
    (
        PRESET,
        "community (also when empty), home-health, payer or hospital: where the numbers on the sheet Hours start.",
    ),
    (BUDGET, "Dollars that the work of a month may cost. No budget when empty."),
    (
        GOALS,
        "What comes before what, with semicolons between: Patients without a case manager; Overload; Budget; "
        "Transfers; Even caseloads; Fit. That order when empty.",
    ),
    (CERTIFICATES, "With commas between. CCM, CMGT-BC, ACM when empty."),
    (CERTIFIED, "From this tier on a case manager must be certified: 1 to 5, or none. 4 when empty."),
    (EXPERIENCED, "From this tier on experience is asked for: 1 to 5, or none. 3 when empty."),
    (CLINICAL, "Of such experience. 24 when empty."),
    (MANAGING, "Of such experience. 12 when empty."),
    (
        AHEAD,
        "For so many days after the planning date a new patient's case manager must be employed, licensed and "
        "certified. 30 when empty; 0 looks at the planning date alone.",
    ),
    (FORM, "Which form of it: 2016 (also when empty), 2013 or simplified (2017)."),
)
PANEL = Sheet("Panel", "What the assignment is for.", (SETTING, VALUE, SETTING_ABOUT), needed=True)
HOURS = Sheet(
    "Hours",
    "How much work a case is and how much time there is for cases. What is empty or missing is the setting's own "
    "number. None of these is a published standard: replace them by what a time study finds.",
    (SETTING, VALUE, SETTING_ABOUT),
)
MANAGERS = Sheet(
    "Managers",
    "The case managers.",
    (
        Column("Id", "Whatever tells people apart: an employee number.", True, 9),
        Column("Name", "As it stands in lists.", True, 24),
        Column("FTE", "1 is full time.", True, 7),
        Column(
            "Practice",
            "orientation, novice, competent (also when empty) or expert: how much of the time counts, by the sheet "
            "Hours.",
            width=12,
            choices=tuple(Experience),
        ),
        Column("Clinical months", "Of clinical work. 60 when empty.", width=10),
        Column("Case months", "Of case management. 36 when empty.", width=10),
        Column("Areas", "Areas served, with commas between. All when empty.", width=18),
        Column("Home", "The area that travel starts from, as on the sheet Travel.", width=12),
        Column("Languages", "Spoken with patients, with commas between.", width=18),
        Column("Specialties", "With commas between: renal, oncology.", width=18),
        Column("Open", "no keeps all patients and takes no more. yes when empty.", width=7, choices=("yes", "no")),
        Column("Fixed hours", "A month, for duties beside the cases. 0 when empty.", width=10),
        Column("Overtime hours", "A month, that may be worked on top. 0 when empty.", width=10),
        Column("Most cases", "By contract. No such number when empty.", width=9),
        Column("Pay", "Dollars an hour. Only for the budget; shown nowhere else.", width=9),
        Column("Leaves", "Last day of employment.", width=12),
        Column("Starts", "First day of employment, where it is still to come.", width=12),
    ),
    needed=True,
)
LICENCE, CERTIFICATION = "licence", "certification"
LICENCES = Sheet(
    "Licences",
    "Licences and certifications, one a row.",
    (
        Column("Manager", "The case manager's id.", True, 10),
        Column("Kind", "licence or certification.", True, 14, (LICENCE, CERTIFICATION)),
        Column("Name", "Of a licence the state (TX), of a certification its letters (CCM).", True, 12),
        Column("Expires", "Last day on which it is valid. Never when empty.", width=12),
        Column("Valid from", "First day on which it is valid. Since long ago when empty.", width=12),
    ),
)
LEAVE = Sheet(
    "Leave",
    "When case managers are away. Who is away on the planning date, or on half of the days ahead, gets nobody new.",
    (
        Column("Manager", "The case manager's id.", True, 10),
        Column("From", "First day.", True, 12),
        Column("To", "Last day. The first when empty.", width=12),
    ),
)
PATIENTS = Sheet(
    "Patients",
    "The patients, by ids alone if you like. Whether a case manager fits hangs on these columns; the tier on the "
    "sheets Risk, Overrides and Dispensing.",
    (
        Column("Id", "Whatever tells patients apart.", True, 11),
        Column("Name", "May be empty, and the column may be missing: no result names it.", width=20),
        Column("Referred", "The day.", width=12),
        Column("Setting", "Where the patient is cared for. Only to read.", width=12),
        Column("Phase", "Where the case stands. active when empty.", width=12, choices=tuple(Phase)),
        Column(
            "Contact", "How the patient is mostly met. The setting's way when empty.", width=12, choices=tuple(Contact)
        ),
        Column("Payer", "Only to read.", width=12),
        Column("Review due", "By this day. Only to read.", width=12),
        Column("New reviews", "Utilization reviews to begin, in a month (hospital: a day). 0 when empty.", width=9),
        Column("Continued reviews", "Further ones. 0 when empty.", width=10),
        Column("Discharged", "From the last hospital stay.", width=12),
        Column("To", "Where after it. home when empty.", width=14, choices=tuple(Where)),
        Column("Reconciled", "When medicines were reconciled after it.", width=12),
        Column("State", "Where a licence must hold.", width=7),
        Column("Area", "As on the sheet Managers. Anybody serves it when empty.", width=12),
        Column("Language", "That must be spoken. Anybody will do when empty.", width=12),
        Column("Interpreter", "yes if it may be interpreted.", width=10, choices=("yes", "no")),
        Column("Specialties", "That the case manager must have, with commas between.", width=16),
        Column("Prefers", "Ids of case managers, with commas between.", width=12),
        Column("Locked", "yes keeps the patient with the present case manager.", width=8, choices=("yes", "no")),
        Column("Last contact", "The day; the referral counts when empty. Tells when the next is due.", width=12),
    ),
    needed=True,
)
EXCLUSIONS = Sheet(
    "Exclusions",
    "Who must not have whom.",
    (Column("Patient", "The patient's id.", True, 11), Column("Manager", "The case manager's id.", True, 10)),
)
HOUSEHOLDS = Sheet(
    "Households",
    "Patients who live together, and should have one case manager.",
    (Column("Household", "Any word.", True, 14), Column("Patient", "The patient's id.", True, 11)),
)
TRAVEL = Sheet(
    "Travel",
    "What travel takes for each patient. None where there is no row.",
    (
        Column("From", "A case manager's home.", True, 14),
        Column("To", "A patient's area.", True, 14),
        Column("Hours a month", "For each patient.", True, 12),
    ),
)
ASSIGNMENT = Sheet(
    "Assignment",
    "Who has whom. Patients without a row have nobody.",
    (
        Column("Patient", "The patient's id.", True, 11),
        Column("Manager", "The case manager's id.", True, 10),
        Column("Name", "The case manager's. Only to read.", width=24, told=True),
        Column("Hours a month", "Only to read.", width=10, told=True),
    ),
)
BEFORE = Sheet("Before", "Who had whom before the assignment, so that transfers count.", ASSIGNMENT.columns[:2])
RULES = Sheet(
    layout.RULES.title,
    "What counts, and how much. The same rule may stand twice, with different limits.",
    tuple(column for column in layout.RULES.columns if column.header not in ("For", "Shifts")),
)
SHEETS: tuple[Sheet, ...] = (
    PANEL,
    MANAGERS,
    LICENCES,
    LEAVE,
    PATIENTS,
    RISK,
    OVERRIDES,
    DISPENSING,
    EXCLUSIONS,
    HOUSEHOLDS,
    TRAVEL,
    ASSIGNMENT,
    HOURS,
    TIME_STUDY,
    RULES,
)
READ = (*(sheet.title for sheet in SHEETS), BEFORE.title)
"""The titles of all sheets that are read."""
