"""The sheets about money: what hours cost, what is budgeted, and what could be different."""

from optimizer.staffing.facts.rates import SCHEMES
from optimizer.workbook.table.sheet import Column, Holds, Sheet

PAY = Sheet(
    "Pay",
    "What an hour costs.",
    (
        Column("Pay class", "As on the sheet Staff.", True, 18),
        Column("Rate", "Dollars an hour; of an agency, what it bills.", True, 10, holds=Holds.NUMBER),
        Column(
            "Overtime",
            "As the jurisdictions on the sheet Calendar say when empty, or else weekly: beyond the hours a week that "
            "that sheet says. 8-80: beyond 8 hours a duty and 80 a pay period of 14 days. california: beyond 8 hours a "
            "duty and 40 a week, double beyond 12. "
            "california-3x12: beyond 40 a week, double beyond 12 a duty. none: never.",
            width=15,
            choices=tuple(SCHEMES),
        ),
        Column(
            "Burden %",
            "What the employer adds to every dollar: payroll tax, retirement. 0 when empty.",
            width=10,
            holds=Holds.NUMBER,
        ),
        Column(
            "Extra shifts",
            "Dollars on top for every hour above the contract in a pay period.",
            width=12,
            holds=Holds.NUMBER,
        ),
        Column(
            "Called in",
            "Hours that somebody on call is expected to be called in, each duty; paid one and a half times.",
            width=10,
            holds=Holds.NUMBER,
        ),
    ),
)

PREMIUMS = Sheet(
    "Premiums",
    "What is paid on top of the rate, and when. Premiums add up.",
    (
        Column(
            "On",
            "A shift's code, a part of the day (evening, night), a role (Charge), weekend, holiday, on call, or "
            "precepting (paid for the hours of an orientee, to whoever teaches).",
            True,
            16,
        ),
        Column("Dollars an hour", "0 when empty.", width=15, holds=Holds.NUMBER),
        Column("% of the rate", "0 when empty.", width=13, holds=Holds.NUMBER),
        Column("For", "As on the sheet Rules. Everyone when empty.", width=18),
    ),
)

ASIDE = "Dollars of leave and classes"

BUDGET = Sheet(
    "Budget",
    "What is budgeted for each pay period, to be flexed by the patients there are.",
    (
        Column(
            "Pay period",
            "Its first day. Every pay period without a row of its own when empty.",
            width=13,
            holds=Holds.DATE,
        ),
        Column("Patient days", "Patients at midnight, added up over the pay period.", True, 12, holds=Holds.NUMBER),
        Column(
            "Hours per patient day",
            "At the bedside, all roles together, a free charge nurse too (worked HPPD).",
            True,
            14,
            holds=Holds.NUMBER,
        ),
        Column(
            "Dollars an hour",
            "For each hour at the bedside, with premiums, overtime, on call and burden.",
            True,
            14,
            holds=Holds.NUMBER,
        ),
        Column(
            ASIDE,
            "Pay for leave, orientation and education in the pay period, however many patients there are. None when "
            "empty.",
            width=14,
            holds=Holds.NUMBER,
        ),
    ),
)

SCENARIOS = Sheet(
    "Scenarios",
    "What could be different, for optimizer compare: one scenario a row. What is empty stays as it is.",
    (
        Column("Name", "What it is called. 'As it is' always comes first by itself.", True, 22),
        Column("About", "Why it is looked at.", width=44),
        Column(
            "Budget",
            "Dollars that the schedule may cost, as a must; budget=priced 3 under Rules has each more cost $3.",
            width=11,
            holds=Holds.NUMBER,
        ),
        Column(
            "Overtime cap hours", "Hours of overtime that everyone together may have.", width=12, holds=Holds.NUMBER
        ),
        Column("Agency cap hours", "Paid hours that agency staff together may have.", width=12, holds=Holds.NUMBER),
        Column("Wage change %", "2.5 for 2.5 % more; agency rates stay.", width=10, holds=Holds.NUMBER),
        Column("Agency rate %", "10 for agency rates that are 10 % higher.", width=10, holds=Holds.NUMBER),
        Column(
            "Census change %",
            "10 for 10 % more patients, rounded up: what they need is computed anew; needs given by hand change in "
            "proportion, rounded up.",
            width=10,
            holds=Holds.NUMBER,
        ),
        Column("HPPD", "Direct HPPD, in the place of the sheet Care's.", width=8, holds=Holds.NUMBER),
        Column("Jurisdictions", "In the place of the sheet Calendar's, for ratios and limits.", width=16),
        Column("Remove", "Ids of people who would not be there, with commas between.", width=16),
        Column(
            "Add",
            "People who would be hired: how many, role, FTE and, where the contract has only one, shift. 2 RN 0.9 N, "
            "1 CNA 0.6",
            width=22,
        ),
        Column(
            "Rules",
            "Rules that would count in another way, with semicolons between: cover-minimum=priced 500; overtime=must; "
            "rest=limit 11. A limit is in the measure of the sheet Rules.",
            width=40,
        ),
    ),
)

SHEETS = (PAY, PREMIUMS, BUDGET)
