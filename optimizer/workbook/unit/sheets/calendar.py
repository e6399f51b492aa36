"""The sheets Calendar and Holidays: the days to plan, how the unit counts time, and what law is to know of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from optimizer.planning.currency import DOLLAR
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.clock.clock_change import time_zones
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.clock.typed_time import window_label
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.presets import jurisdictions, kinds
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.clock_cell import CLOCK, window_of_day
from optimizer.workbook.table.codecs import (
    TEXT,
    TO_PLAN,
    WITHIN_TEN_YEARS,
    all_known,
    hours,
    known,
    one_for_each,
    one_word,
    plain,
    wholes,
)
from optimizer.workbook.table.currency_cell import CURRENCY
from optimizer.workbook.table.dated_names import dated_names
from optimizer.workbook.table.parse import one_of
from optimizer.workbook.table.settings import SETTING, VALUE, SettingsRead, setting_lines, settings_sheet
from optimizer.workbook.table.sheet import CellValues, Column, Sheet

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 366
FRIDAY_NIGHTS, SATURDAY_NIGHTS = "Friday and Saturday nights", "Saturday and Sunday nights"
SUNDAY_NIGHTS = "Sunday and Monday nights"
BY_THE_DAY, BY_THE_CLOCK = "the day a duty begins", "the clock"
WEEKDAY = plain(lambda value: WEEKDAYS.index(one_of(WEEKDAYS, "weekday")(value)), WEEKDAYS.__getitem__)
WEEKEND_OF_NIGHTS = one_for_each({0: SATURDAY_NIGHTS, -1: FRIDAY_NIGHTS, 1: SUNDAY_NIGHTS}, "weekend of nights")
PREMIUMS_GO_BY = one_for_each({False: BY_THE_DAY, True: BY_THE_CLOCK}, "way to count premiums")
HOURS_OF_DAY = plain(window_of_day, lambda window: window_label(window, ()))

UNIT_NAME = Column("Unit", "The unit's name, as it stands above the schedule.", TEXT)
FIRST_DAY = Column("First day", "First day to plan, such as 2026-12-06.", TO_PLAN, "first", required=True)
LAST_DAY = Column("Last day", "Last day to plan.", TO_PLAN, "last", required=True)
JURISDICTIONS = Column(
    "Jurisdictions",
    "Laws and contracts that bind the unit, with commas between: us-flsa, us-oregon. 'optimizer law' lists all. "
    "None when empty.",
    all_known(lambda _: jurisdictions(), "jurisdiction"),
)
RATIOS_FROM = Column(
    "Ratios bind from",
    "Where a law is brought in unit by unit, the day from which its ratios bind this one, such as ca-british-columbia "
    "2026-03-01; several with commas between. As the law says when empty.",
    dated_names(jurisdictions, "jurisdiction"),
)
OWN_PLAN_FROM = Column(
    "Own plan instead of ratios",
    "Where an agreed plan takes the place of a law's ratios, and from which day: us-oregon 2026-03-01. What the plan "
    "allows stands on the sheet Acuity. Never when empty.",
    dated_names(jurisdictions, "jurisdiction"),
)
KIND_OF_UNIT = Column(
    "Kind of unit",
    "What ratios call the unit's patients, such as med_surg. 'optimizer law' lists the kinds.",
    known(lambda _: kinds(), "kind of unit"),
)
CALENDAR = settings_sheet(
    "Calendar",
    "The days to plan and how the unit counts time.",
    (
        UNIT_NAME,
        FIRST_DAY,
        LAST_DAY,
        Column(
            "Time zone",
            "Such as America/New_York: a night in which clocks change has the hours that pass. Clocks never change "
            "when empty.",
            known(lambda _: time_zones(), "time zone"),
            "time_zone",
        ),
        Column(
            "Week starts on",
            "Weekday on which the week of the overtime law starts. Sunday when empty.",
            WEEKDAY,
            "week_start",
        ),
        Column(
            "Week starts at",
            "Time of day at which the week of overtime and weekly hours starts, such as 07:00: a duty that is under "
            "way counts to both weeks. When empty, a duty counts whole to the week of the day it begins on.",
            CLOCK,
            "week_minute",
        ),
        Column(
            "Pay periods",
            f"'{PayCycle.DAYS}' (also when empty), '{PayCycle.MONTH}', or '{PayCycle.TWICE}': 1 to 15 and 16 to the "
            "end. Months and their halves need neither the day nor the days of the next two settings.",
            one_word(PayCycle, "kind of pay period"),
            "pay_cycle",
        ),
        Column(
            "Pay periods start on",
            "A day on which a pay period starts. The first day when empty.",
            TO_PLAN,
            "pay_period_start",
        ),
        Column("Days in a pay period", "14 when empty.", wholes(1, 31), "pay_period_days"),
        Column("Full-time hours a pay period", "Paid hours of 1.0 FTE. 80 when empty.", hours(1, 400), "full_time"),
        Column(
            "Full-time hours a weekday",
            "Where 1.0 FTE owes hours by the Mondays to Fridays of a pay period, such as 8: 168 in a month that has "
            "21, holidays among them. Stands instead of the setting above.",
            hours(1, 24),
            "full_time_weekday",
        ),
        Column("Overtime after hours a week", "40 when empty.", hours(1, 168), "overtime_after"),
        Column(
            "A night worker's weekend",
            f"'{SATURDAY_NIGHTS}' (also when empty), '{FRIDAY_NIGHTS}' or '{SUNDAY_NIGHTS}'.",
            WEEKEND_OF_NIGHTS,
            "night_weekend_shift",
        ),
        Column(
            "Premiums go by",
            f"'{BY_THE_DAY}' (also when empty): shift and day say what the whole duty earns. '{BY_THE_CLOCK}': evening "
            "and night premiums are for the hours below, weekends and holidays from midnight to midnight.",
            PREMIUMS_GO_BY,
            "premiums_by_clock",
        ),
        Column("Evening premium hours", "By the clock. 15:00-23:00 when empty.", HOURS_OF_DAY, "evening"),
        Column("Night premium hours", "By the clock. 23:00-07:00 when empty.", HOURS_OF_DAY, "night"),
        JURISDICTIONS,
        KIND_OF_UNIT,
        RATIOS_FROM,
        OWN_PLAN_FROM,
        Column(
            "Hours off a year",
            "Of the 2,080 that 1.0 FTE is paid for, those not at work: vacation, holidays, illness. 224 when empty.",
            hours(0, 1500),
            "time_off",
        ),
        CURRENCY,
    ),
    of=Calendar,
    needed=True,
)
DAY = Column("Date", "The day.", WITHIN_TEN_YEARS, required=True)
NAME = Column("Name", "What it is called.", TEXT, width=28)
PAIR = Column(
    "Pair",
    "The same word for holidays that go together, such as Christmas for Eve and Day: the rule holiday-turns gives "
    "nobody both. None when empty.",
    TEXT,
    width=16,
)
HOLIDAYS = Sheet("Holidays", "Days that count as holidays.", (DAY, NAME, PAIR))


class CalendarRead(NamedTuple):
    """What the sheet says of the unit; ``calendar`` is None when the period could not be read."""

    name: str
    calendar: Calendar | None
    jurisdictions: tuple[str, ...]
    kind: str
    currency: str
    ratios_from: Mapping[str, date]
    own_plan_from: Mapping[str, date]


class HolidaysRead(NamedTuple):
    """The names of the holidays by day, and the pairs of those that go together."""

    names: Mapping[date, str]
    pairs: Mapping[date, str]


def read_calendar(source: UnitSource) -> CalendarRead:
    """Return the unit's name, its calendar, and what law is to know of it."""
    read = SettingsRead(source, CALENDAR)
    first, last = read[FIRST_DAY], read[LAST_DAY]
    source.period = (first, last) if first and last else None
    calendar = _calendar(read, _holidays(source))
    laws = read[JURISDICTIONS] or ()
    kind, currency = read[KIND_OF_UNIT] or "", read[CURRENCY] or DOLLAR
    days = read[RATIOS_FROM] or {}, read[OWN_PLAN_FROM] or {}
    return CalendarRead(read[UNIT_NAME] or "Unit", calendar, tuple(dict.fromkeys(laws)), kind, currency, *days)


def calendar_lines(unit: Unit) -> Iterator[CellValues]:
    """Yield the settings of a unit."""
    of_calendar = {each: getattr(unit.calendar, each.field) for each in CALENDAR.settings if each.field}
    of_unit: dict[Column[Any], Any] = {UNIT_NAME: unit.name, JURISDICTIONS: unit.jurisdictions}
    law_days = {RATIOS_FROM: unit.ratios_from, OWN_PLAN_FROM: unit.own_plan_from}
    return setting_lines(
        CALENDAR, {**of_calendar, **of_unit, KIND_OF_UNIT: unit.kind, CURRENCY: unit.currency, **law_days}
    )


def holiday_lines(unit: Unit) -> Iterator[CellValues]:
    """Yield the holidays of a unit."""
    pairs = unit.calendar.holiday_pairs
    return (
        HOLIDAYS.line(values={DAY: day, NAME: name, PAIR: pairs.get(day)})
        for day, name in sorted(unit.calendar.holidays.items())
    )


def _calendar(read: SettingsRead, holidays: HolidaysRead) -> Calendar | None:
    for each in (FIRST_DAY, LAST_DAY):
        if each not in read.rows and (header := read.header):
            header.fault(SETTING, f"the setting '{each.header}' is missing", "add a row for it")
    first, last = read[FIRST_DAY], read[LAST_DAY]
    if first is None or last is None:
        return None
    if last < first or (last - first).days >= LONGEST:
        remedy = f"write a day from {first} to at most a year later"
        read.rows[LAST_DAY].fault(VALUE, f"the last day {last} does not fit the first day {first}", remedy)
        return None
    facts: dict[str, Any] = read.facts()
    return Calendar(**facts, holidays=holidays.names, holiday_pairs=holidays.pairs)


def _holidays(source: UnitSource) -> HolidaysRead:
    found, pairs = dict[date, str](), dict[date, str]()
    for row in source.rows(HOLIDAYS):
        when, name, pair = row[DAY], row[NAME], row[PAIR]
        if when in found:
            row.fault(DAY, f"{when} stands twice", "leave one of them")
        if when is not None:
            found[when] = name or "Holiday"
        if when is not None and pair:
            pairs[when] = pair
    return HolidaysRead(found, pairs)
