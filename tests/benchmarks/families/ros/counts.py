"""Counts of a contract: duties, days off and hours in the period, in weeks and between dates."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from xml.etree.ElementTree import Element

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.rules.charged import ONCE
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.hours.hours_in_period import WHOLE_HOURS, FewestHoursInPeriod, MostHoursInPeriod
from optimizer.staffing.rules.hours.share_of_duties import FewestShare, MostShare
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.spans import WEEK
from tests.benchmarks.families.ros.document import DAY_NAMES, Contract, Document
from tests.benchmarks.families.ros.past import OTHER

Said = tuple[str, UnitRule, int]
"""The family's name for a component, a rule that says it or a part of it, and its price."""


def counts(contract: Contract) -> Iterator[Said]:
    """Yield the rules that count duties and hours."""
    yield from _in_period(contract)
    yield from _by_shift(contract)
    yield from _shares(contract)
    yield from _on_days(contract)
    yield from _squared(contract)
    yield from _hours(contract)
    yield from _hours_between(contract)


def _in_period(contract: Contract) -> Iterator[Said]:
    length = len(contract.document.period.days)
    for name, rule, turned in (
        ("MaxNumAssignments", MostDuties, False), ("MaxDaysOff", FewestDuties, True), ("MinDaysOff", MostDuties, True),
    ):  # fmt: skip
        if found := contract.number(name):
            limit = int(found[0])
            shifts = () if turned else _duties(contract)
            yield name, rule(contract.to, shifts, limit=length - limit if turned else limit), found[1]
    if found := contract.number("MaxWeekendDays"):
        yield (
            "MaxWeekendDays",
            MostDuties(contract.to, _duties(contract), days=("weekend",), limit=int(found[0])),
            found[1],
        )
    if found := contract.number("MaxWorkingDaysPerWeek"):
        yield "MaxWorkingDaysPerWeek", MostDuties(contract.to, span=WEEK, limit=int(found[0])), found[1]


def _by_shift(contract: Contract) -> Iterator[Said]:
    for shifts, limit, weight in contract.rows("MaxShiftTypes", "MaxShiftType"):
        yield "MaxShiftTypes", MostDuties(contract.to, shifts=shifts, limit=limit), weight
    for shifts, limit, weight in contract.rows("MinShiftTypes", "MinShiftType"):
        yield "MinShiftTypes", FewestDuties(contract.to, shifts=shifts, limit=limit), weight


def _duties(contract: Contract) -> tuple[str, ...]:
    """Return the shifts that are duties: all, but for other work."""
    return (f"not {OTHER}",) if contract.document.entered else ()


def _shares(contract: Contract) -> Iterator[Said]:
    """Yield the shares of duties that are asked for, but those that any plan has: at most 100 percent, at least 0."""
    for side, rule, any_plan in (("Max", MostShare, 100), ("Min", FewestShare, 0)):
        for shifts, percent, weight in contract.rows(f"{side}ShiftTypeRatios", f"{side}ShiftTypeRatio"):
            if percent != any_plan:
                yield f"{side}ShiftTypeRatios", rule(contract.to, shifts, percent), weight


def _on_days(contract: Contract) -> Iterator[Said]:
    """Yield what is counted on a weekday, and in a week by its number; the last of two for the same counts."""
    if found_holidays := contract.number("MaxWorkingBankHolidays"):
        only = MostDuties(contract.to, _duties(contract), days=("holidays",), limit=int(found_holidays[0]))
        yield "MaxWorkingBankHolidays", only, found_holidays[1]
    rule, found = contract.rule("MaxAssignmentsForDayOfWeek"), dict[tuple[str, str], int]()
    if rule is not None:
        limits = {(row.findtext("Day") or "").strip(): int(row.findtext("Value") or 0) for row in rule}
        for name, limit in limits.items():
            day = DAY_NAMES[DAY_NAMES.index(name)][:3]
            yield rule.tag, MostDuties(contract.to, _duties(contract), days=(day,), limit=limit), contract.weight(rule)
    rule, weeks = contract.rule("MaxShiftTypesPerWeek"), [*contract.document.blocks(contract.document.period.first)]
    for row in rule if rule is not None else ():
        found[row.findtext("Week") or "", row.findtext("ShiftType") or ""] = int(row.findtext("Value") or 0)
    for (week, code), limit in found.items():
        if rule is not None and int(week) <= len(weeks):
            only = MostDuties(contract.to, (code,), days=(_dates(weeks[int(week) - 1]),), limit=limit)
            yield rule.tag, only, contract.weight(rule)


def _squared(contract: Contract) -> Iterator[Said]:
    """Yield limits on every week whose price is squared: one unit beyond costs once, the next three times as much."""
    first = contract.document.period.first
    monday = first - timedelta(days=first.weekday())
    for suffix, begins in (("", first), ("StartMon", monday)):
        for name, rule, sign in (("MaxShiftsPerWeek", MostDuties, 1), ("MinShiftsPerWeek", FewestDuties, -1)):
            found = contract.number(name + suffix)
            if found is None:
                continue
            weeks = list(contract.document.blocks(begins))
            if suffix and sign < 0:
                yield from _forgiving(contract, int(found[0]), found[1], weeks.pop())
            for step, limit in enumerate(range(int(found[0]), 7 if sign > 0 else 0, sign)):
                for week in weeks:
                    priced = rule(contract.to, _duties(contract), days=(_dates(week),), limit=limit)
                    yield name + suffix, priced, found[1] * (1 if step == 0 else 2)


def _forgiving(contract: Contract, fewest: int, weight: int, week: Span) -> Iterator[Said]:
    """Yield what a last week costs, in which up to two missing cost nothing and more their square."""
    charged = 0
    for missing in range(3, fewest + 1):
        limit = fewest - missing + 1
        rule = FewestDuties(contract.to, _duties(contract), days=(_dates(week),), limit=limit, charged=ONCE)
        yield "MinShiftsPerWeekStartMon", rule, (missing**2 - charged) * weight
        charged = missing**2


def _hours(contract: Contract) -> Iterator[Said]:
    leave = int(Fraction((contract.node.findtext("StandardPerformance") or "0").strip()) * 60)
    for name, rule, rounded in (
        ("MaxHoursWorked", MostHoursInPeriod, ceil),
        ("MinHoursWorked", FewestHoursInPeriod, floor),
    ):
        if found := contract.number(name):
            threshold = Fraction((contract.node.find(name).get("threshold") or "0").strip())
            let_pass = int(threshold)
            limit = rounded((Fraction(found[0]) + (let_pass if rule is MostHoursInPeriod else -let_pass)) * 60)
            yield name, rule(contract.to, leave=leave, parts=WHOLE_HOURS, limit=limit), found[1]
            if let_pass:
                yield name, rule(contract.to, leave=leave, limit=limit, charged=ONCE), found[1] * let_pass
    if found := contract.number("MaxHoursPerWeek"):
        limit = ceil(Fraction(found[0]) * 60)
        yield "MaxHoursPerWeek", MostHoursInPeriod(contract.to, WEEK, parts=WHOLE_HOURS, limit=limit), found[1]
    if found := contract.number("MaxHoursPerFortnight"):
        limit = ceil(Fraction(found[0]) * 60)
        yield "MaxHoursPerFortnight", MostHoursInPeriod(contract.to, "2 weeks", limit=limit), found[1]


def _dates(span: Span) -> str:
    return f"{span.first} to {span.last}"


def _hours_between(contract: Contract) -> Iterator[Said]:
    for side, kind in (("Max", MostHoursInPeriod), ("Min", FewestHoursInPeriod)):
        rule = contract.rule(f"{side}HoursWorkedBetweenDates")
        for row in rule if rule is not None else ():
            dates, limit = _dates(_between(row)), int(row.findtext("Value") or 0) * 60
            hours = kind(contract.to, days=(dates,), parts=WHOLE_HOURS, limit=limit)
            if rule is not None:
                yield rule.tag, hours, contract.weight(rule)


def days_off_between(document: Document) -> Iterator[Said]:
    """Yield how many days people want off between two dates, as duties that are left."""
    name = "DayOffRequestsBetweenDates"
    for row in document.all(f"{name}/Request"):
        span, to = _between(row), (row.findtext("EmployeeID") or "",)
        least, most = (int(row.findtext(f"{side}imumDaysOff") or 0) for side in ("Min", "Max"))
        for kind, off in ((MostDuties, least), (FewestDuties, most)):
            yield name, kind(to, days=(_dates(span),), limit=len(span.days) - off), int(row.get("weight", 0))


def _between(row: Element) -> Span:
    return Span(*(date.fromisoformat((row.findtext(tag) or "").strip()) for tag in ("StartDate", "EndDate")))
