"""The sheets Pay and Premiums: what an hour costs, and what is paid on top."""

from collections.abc import Iterator
from dataclasses import replace

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.rates import CREDITABLE, OCCASIONS, PRECEPTING, SCHEMES, PayClass, Premium, RegularRate
from optimizer.staffing.facts.shift import Kind, Part
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, empty_for_nothing, hours, known, numbers_in, one_word
from optimizer.workbook.table.scope_cell import scope
from optimizer.workbook.table.sheet import CellValues, Column, Sheet
from optimizer.workbook.table.table import SheetRow

FORTNIGHT = 14
IN_THE_RATE = (
    "in when empty: overtime pays half as much again of it, too. not: it does not. credited: it does not, and is set "
    "against the overtime of its week."
)
AS_REGULAR = replace(
    one_word(RegularRate, "place in the regular rate"),
    write=lambda value: None if value is RegularRate.IN else value,
)

PAY_CLASS = Column("Pay class", "As on the sheet Staff.", TEXT, required=True, width=18)
OVERTIME = Column(
    "Overtime",
    "As the jurisdictions on the sheet Calendar say when empty, or else weekly: beyond the hours a week that "
    "that sheet says. 8-80: beyond 8 hours a duty and 80 a pay period of 14 days. california: beyond 8 hours a "
    "duty and 40 a week, double beyond 12. "
    "california-3x12: beyond 40 a week, double beyond 12 a duty. colorado: beyond 12 a duty "
    "and 40 a week. none: never.",
    known(lambda _: SCHEMES, "way to count overtime"),
    "overtime",
    width=15,
    choices=tuple(SCHEMES),
)
PAY = Sheet(
    "Pay",
    "What an hour costs.",
    (
        PAY_CLASS,
        Column(
            "Rate",
            "Dollars an hour; of an agency, what it bills.",
            numbers_in(100, 0, 1000),
            "rate",
            required=True,
            width=10,
        ),
        OVERTIME,
        Column(
            "Burden %",
            "What the employer adds to every dollar: payroll tax, retirement. 0 when empty.",
            empty_for_nothing(numbers_in(10, 0, 200)),
            "burden",
            width=10,
        ),
        Column(
            "Extra shifts",
            "Dollars on top for every hour above the contract in a pay period.",
            empty_for_nothing(numbers_in(100, 0, 500)),
            "extra",
        ),
        Column(
            "Called in",
            "Hours that somebody on call is expected to be called in, each duty; paid half as much again, and no rest.",
            empty_for_nothing(hours(0, 24)),
            "called_in",
            width=10,
        ),
        Column(
            "Call-back minimum",
            "Hours that everybody who is called in is paid for at least. 0 when empty.",
            empty_for_nothing(hours(0, 24)),
            "call_back",
            width=12,
        ),
        Column(
            "Extra in rate",
            f"{IN_THE_RATE} Of what extra shifts pay on top.",
            AS_REGULAR,
            "extra_regular",
            width=10,
            choices=tuple(RegularRate),
        ),
        Column(
            "Missed meals %",
            "How many duties of more than 5 hours miss a meal, each of which pays an hour more, as in California.",
            empty_for_nothing(numbers_in(10, 0, 100)),
            "missed_meals",
            width=10,
        ),
    ),
    of=PayClass,
)
ON = Column(
    "On",
    "A shift's code, a part of the day (evening, night), a role (Charge), weekend, holiday, on call, or "
    "precepting (paid for the hours of an orientee, to whoever teaches).",
    known(
        lambda source: (*Part, *Kind, *OCCASIONS, *source.roles, *source.shifts),
        "shift, part of the day, role or occasion",
    ),
    "on",
    required=True,
    width=16,
)
DOLLARS = Column("Dollars an hour", "0 when empty.", empty_for_nothing(numbers_in(100, 0, 500)), "cents", width=15)
PERCENT = Column("% of the rate", "0 when empty.", empty_for_nothing(numbers_in(10, 0, 300)), "part", width=13)
REGULAR = Column(
    "Regular rate",
    f"{IN_THE_RATE} Only a weekend or a holiday is, at half the rate or more (29 CFR 778.203); what pays less is in.",
    AS_REGULAR,
    "regular",
    width=12,
    choices=tuple(RegularRate),
)
PREMIUMS = Sheet(
    "Premiums",
    "What is paid on top of the rate, and when. Premiums add up.",
    (
        ON,
        DOLLARS,
        PERCENT,
        Column("For", "As on the sheet Rules. Everyone when empty.", scope(lambda source: source.tags), "to", width=18),
        REGULAR,
    ),
    of=Premium,
)


def read_pay(source: UnitSource) -> dict[str, PayClass]:
    """Return the pay classes by name, and make them known."""
    for row, name in source.named_rows(PAY, PAY_CLASS, source.pay):
        facts, scheme = row.facts(), row[OVERTIME]
        if scheme and SCHEMES[scheme].by_pay_period and not _fortnights(source.calendar):
            row.fault(OVERTIME, f"'{scheme}' takes pay periods of {FORTNIGHT} days", "see the sheet Calendar")
        source.pay[name] = PayClass(**{"rate": 0, **facts})
    return dict(source.pay)


def read_premiums(source: UnitSource) -> tuple[Premium, ...]:
    """Return the premiums."""
    return tuple(premium for row in source.rows(PREMIUMS) if (premium := _premium(row)))


def pay_lines(unit: Unit) -> Iterator[CellValues]:
    """Yield the pay classes of a unit."""
    return (PAY.line(paid, {PAY_CLASS: name}) for name, paid in unit.pay.items())


def _premium(row: SheetRow) -> Premium | None:
    facts, cents, part = row.facts(), row[DOLLARS], row[PERCENT]
    if row[ON] == PRECEPTING and part:
        row.fault(PERCENT, "what a preceptor gets does not hang on the orientee's rate", "write dollars")
    on = row[ON]
    if row[REGULAR] is RegularRate.CREDITED and on not in CREDITABLE:
        row.fault(REGULAR, f"'{on}' is no weekend and no holiday, so it is never credited", "write in, or not")
    if row.ok and not cents and not part:
        row.fault(DOLLARS, "the premium pays nothing", "write dollars an hour or a percentage of the rate")
    return Premium(**facts) if row.ok else None


def _fortnights(calendar: Calendar | None) -> bool:
    return calendar is None or (calendar.pay_cycle is PayCycle.DAYS and calendar.pay_period_days == FORTNIGHT)
