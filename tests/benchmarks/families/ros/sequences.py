"""Runs and sequences of a contract."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import WEEKDAYS
from optimizer.staffing.rules.border import CLOSED_BEFORE, BorderRule
from optimizer.staffing.rules.excused import EXCUSED
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.days_without import FewestDaysBetween, MostDaysWithout
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.pattern import ANY, ANYTHING, FREE, NOT, OFF, OR
from optimizer.staffing.rules.sequence.run_lengths import RunLengths
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.sequence.wanted_pattern import WantedPattern
from tests.benchmarks.families.ros.counts import Said
from tests.benchmarks.families.ros.document import DAY_NAMES, Contract
from tests.benchmarks.families.ros.past import OTHER, PAST, Histories, Known

CELLS = {"": OFF, "*": ANYTHING, "$": ANY}


def sequences(contract: Contract, unit: Unit) -> Iterator[Said]:
    """Yield the rules that look from day to day."""
    past = Histories(contract.document)
    yield from _runs(contract, past)
    yield from _runs_of_shifts(contract, past)
    yield from _days_between(contract, past)
    yield from _lengths(contract, unit)
    yield from _successions(contract, unit)
    yield from _after_nights(contract, nights(unit))
    for element, weight in _patterns(contract):
        yield "BadPatterns", UnwantedPattern(contract.to, cells(contract, element)), weight
    yield from _wanted(contract)


def _own(unit: Unit) -> list[str]:
    """Return the shifts of the instance."""
    return [code for code in unit.shift_by_code if code not in (OTHER, PAST)]


def nights(unit: Unit) -> str:
    """Return the shifts of the night as a pattern names them."""
    return OR.join(shift.code for shift in unit.shifts if shift.part == "night")


def _runs(contract: Contract, past: Histories) -> Iterator[Said]:
    rules = (
        ("MaxConsecutiveWorkingDays", MostInARow(), "PreviousConsecutiveWorkingDays"),
        ("MinConsecutiveWorkingDays", FewestInARow(), "PreviousConsecutiveWorkingDays"),
        ("MaxConsecutiveFreeDays", MostDaysOff(leave_is=EXCUSED), "PreviousConsecutiveFreeDays"),
        ("MinConsecutiveFreeDays", FewestDaysOff(leave_is=EXCUSED), "PreviousConsecutiveFreeDaysAndHoliday"),
    )
    for name, rule, counter in rules:
        if found := contract.number(name):
            for to, border in past.counter(contract, counter):
                of_border = {"border": border} if isinstance(rule, BorderRule) else {}
                yield name, replace(rule, to=to, limit=int(found[0]), **of_border), found[1]
    if contract.document.entered and (found := contract.number("MaxConsecutiveFreeDays")):
        # A day of other work counts as one free day more, and ends the row.
        days = (*[OFF] * int(found[0]), OTHER)
        yield "MaxConsecutiveFreeDays", UnwantedPattern(contract.to, days), found[1]


def _runs_of_shifts(contract: Contract, past: Histories) -> Iterator[Said]:
    for shifts, limit, weight in contract.rows("MaxConsecutiveShiftTypes", "MaxConsecutiveShiftType"):
        if limit >= 1:
            yield "MaxConsecutiveShiftTypes", MostInARow(contract.to, shifts, limit), weight
    for shifts, limit, weight in contract.rows("MinConsecutiveShiftTypes", "MinConsecutiveShiftType"):
        for to, border in past.sides(contract, lambda known, shifts=shifts: known.run(shifts)):
            rule = FewestInARow(to, border=border, shifts=shifts, limit=limit)
            yield "MinConsecutiveShiftTypes", rule, weight


def _days_between(contract: Contract, past: Histories) -> Iterator[Said]:
    """Yield the days between runs of a shift; one not had for longer than the most allowed is forgotten."""
    for shifts, limit, weight in contract.rows("MinDaysBetweenShiftSeries", "MinDaysBetweenShifts"):
        yield "MinDaysBetweenShiftSeries", FewestDaysBetween(contract.to, shifts=shifts, limit=limit), weight
    for shifts, limit, weight in contract.rows("MaxDaysBetweenShiftSeries", "MaxDaysBetweenShifts"):

        def recent(known: Known, shift: str = shifts[0], most: int = limit) -> bool:
            return (ago := known.since(shift)) is not None and ago <= most

        for to, border in past.sides(contract, recent):
            rule = MostDaysWithout(to, border=border, shifts=shifts, limit=limit)
            yield "MaxDaysBetweenShiftSeries", rule, weight


def _lengths(contract: Contract, unit: Unit) -> Iterator[Said]:
    groups = contract.document.groups
    for name, kind, known in (
        ("ValidNumConsecutiveShiftTypes", "ShiftType", {code: (code,) for code in _own(unit)}),
        ("ValidNumConsecutiveShiftGroups", "ShiftGroup", groups),
    ):
        rule, listed = contract.rule(name), defaultdict[str, list[str]](list)
        if rule is None or not contract.weight(rule):
            continue
        for row in rule:
            listed[row.findtext(kind) or ""].append(str(int(row.findtext("Value") or 0)))
        for thing, shifts in known.items():
            lengths = tuple(listed[thing]) or ("0",)
            runs = RunLengths(contract.to, CLOSED_BEFORE, shifts, lengths)
            yield name, runs, contract.weight(rule)


def _successions(contract: Contract, unit: Unit) -> Iterator[Said]:
    name = "ValidShiftTypeSuccessions"
    rule = contract.rule(name)
    if rule is None or not contract.weight(rule):
        return
    valid = {(row.findtext("ShiftTypeID1") or "", row.findtext("ShiftTypeID2") or "") for row in rule}
    days = ["", *_own(unit)]
    wrong = [(one, two) for one in days for two in days if (one, two) not in valid]
    shifts = tuple(f"{one}>{two}" for one, two in wrong if one and two)
    if shifts:
        yield name, ForbiddenSuccession(contract.to, shifts), contract.weight(rule)
    for one, two in wrong:
        if not (one and two):
            yield name, UnwantedPattern(contract.to, (one or OFF, two or OFF)), contract.weight(rule)


def _after_nights(contract: Contract, night: str) -> Iterator[Said]:
    name = "TwoFreeDaysAfterNightShifts"
    if weight := contract.switched(name):
        yield name, UnwantedPattern(contract.to, (night, f"{NOT}{night}{OR}{OFF}")), 2 * weight
        yield name, UnwantedPattern(contract.to, (night, OFF, ANY)), weight


def _patterns(contract: Contract) -> Iterator[tuple[Element, int]]:
    """Yield every unwanted pattern and its weight; of equal ones that may begin anywhere the last counts."""
    found: dict[object, tuple[Element, int]] = {}
    for number, element in enumerate(contract.node.findall("BadPatterns/Pattern")):
        begins = element.find("StartDay") is not None or element.find("StartDate") is not None
        same = number if begins else tuple((each.tag, each.text) for each in element)
        found[same] = element, int(element.get("weight", 0))
    yield from (pair for pair in found.values() if pair[1] > 0)


def _wanted(contract: Contract) -> Iterator[Said]:
    """Yield the patterns of which one is wanted: the same days, begun on any of some dates."""
    for group in contract.node.findall("GoodPatterns/PatternGroup"):
        found = list(group)
        days = {tuple((each.tag, each.text) for each in pattern if each.tag != "StartDate") for pattern in found}
        begins = tuple((pattern.findtext("StartDate") or "").strip() for pattern in found)
        if len(days) != 1 or "" in begins or any(int(pattern.get("weight", 0)) for pattern in found):
            raise ValueError("wanted patterns that differ in more than their date are not read")
        pattern = tuple(_cell(contract, tag, (text or "").strip()) for tag, text in days.pop())
        yield "GoodPatterns", WantedPattern(contract.to, pattern, begins), int(group.get("weight", 0))


def cells(contract: Contract, element: Element) -> tuple[str, ...]:
    """Return the days of a pattern as our rules write them."""
    start = ""
    days = []
    for each in element:
        text = (each.text or "").strip()
        if each.tag == "StartDay":
            start = f"{WEEKDAYS[DAY_NAMES.index(text)]} "
        elif each.tag == "StartDate":
            start = f"{date.fromisoformat(text)} "
        else:
            days.append(_cell(contract, each.tag, text, dated=bool(start)))
    return (f"{start}{days[0]}", *days[1:])


def _cell(contract: Contract, tag: str, text: str, *, dated: bool = False) -> str:
    """Return a day of a pattern; other work is busy, but not in a pattern from a weekday or date."""
    if tag == "ShiftGroup":
        return OR.join(contract.document.groups[text])
    if text == "" and contract.document.other_work and not contract.document.entered:
        return FREE
    if text == "$" and dated and contract.document.entered:
        return OR.join(each.get("ID", "") for each in contract.document.all("ShiftTypes/Shift"))
    return f"{NOT if tag == 'NotShift' else ''}{CELLS.get(text, text)}"


def dated_patterns(contract: Contract, past: list[set[str]], who: str) -> Iterator[Said]:
    """Yield what is left in the period of every pattern that begins in the days known before it and fits there."""
    first = contract.document.period.first
    for element, weight in _patterns(contract):
        days = [each for each in element if not each.tag.startswith("Start")]
        for before in range(1, min(len(past), len(days) - 1) + 1):
            if _begins(element, first.toordinal() - before) and all(
                _fits(contract, cell, had) for cell, had in zip(days, past[-before:], strict=False)
            ):
                left = [_cell(contract, each.tag, (each.text or "").strip()) for each in days[before:]]
                rule: UnitRule = UnwantedPattern((who,), (f"{first} {left[0]}", *left[1:]))
                yield "BadPatterns", rule, weight


def _begins(element: Element, ordinal: int) -> bool:
    day, dated = element.findtext("StartDay"), element.findtext("StartDate")
    if dated:
        return date.fromisoformat(dated.strip()).toordinal() == ordinal
    return not day or DAY_NAMES.index(day) == date.fromordinal(ordinal).weekday()


def _fits(contract: Contract, cell: Element, had: set[str]) -> bool:
    text = (cell.text or "").strip()
    if cell.tag == "ShiftGroup":
        return bool(had & {*contract.document.groups[text]})
    if cell.tag == "NotShift":
        return text not in had
    return {"": not had, "*": True, "$": bool(had)}.get(text, text in had)
