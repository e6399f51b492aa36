"""Runs and sequences of a contract."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import WEEKDAYS
from optimizer.staffing.rules.border import CLOSED_BEFORE
from optimizer.staffing.rules.excused import EXCUSED
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.run_lengths import RunLengths
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import ANY, ANYTHING, NOT, OFF, OR, UnwantedPattern
from tests.benchmarks.families.ros.counts import Said
from tests.benchmarks.families.ros.document import DAY_NAMES, Contract

CELLS = {"": OFF, "*": ANYTHING, "$": ANY}


def sequences(contract: Contract, unit: Unit) -> Iterator[Said]:
    """Yield the rules that look from day to day."""
    yield from _runs(contract)
    yield from _runs_of_shifts(contract)
    yield from _lengths(contract, unit)
    yield from _successions(contract, unit)
    yield from _after_nights(contract, nights(unit))
    for element, weight in _patterns(contract):
        yield "BadPatterns", UnwantedPattern(contract.to, cells(contract, element)), weight


def nights(unit: Unit) -> str:
    """Return the shifts of the night as a pattern names them."""
    return OR.join(shift.code for shift in unit.shifts if shift.part == "night")


def _runs(contract: Contract) -> Iterator[Said]:
    to = contract.to
    for name, rule in (
        ("MaxConsecutiveWorkingDays", MostInARow(to)),
        ("MinConsecutiveWorkingDays", FewestInARow(to, border=CLOSED_BEFORE)),
        ("MaxConsecutiveFreeDays", MostDaysOff(to, EXCUSED)),
        ("MinConsecutiveFreeDays", FewestDaysOff(to, border=CLOSED_BEFORE, leave_is=EXCUSED)),
    ):
        if found := contract.number(name):
            yield name, replace(rule, limit=int(found[0])), found[1]


def _runs_of_shifts(contract: Contract) -> Iterator[Said]:
    for shifts, limit, weight in contract.rows("MaxConsecutiveShiftTypes", "MaxConsecutiveShiftType"):
        if limit >= 1:
            yield "MaxConsecutiveShiftTypes", MostInARow(contract.to, shifts, limit), weight
    for shifts, limit, weight in contract.rows("MinConsecutiveShiftTypes", "MinConsecutiveShiftType"):
        rule = FewestInARow(contract.to, border=CLOSED_BEFORE, shifts=shifts, limit=limit)
        yield "MinConsecutiveShiftTypes", rule, weight


def _lengths(contract: Contract, unit: Unit) -> Iterator[Said]:
    groups = contract.document.groups
    for name, kind, known in (
        ("ValidNumConsecutiveShiftTypes", "ShiftType", {code: (code,) for code in unit.shift_by_code}),
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
    days = ["", *unit.shift_by_code]
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
    if contract.node.find("GoodPatterns/PatternGroup") is not None:
        raise ValueError("wanted patterns are not read")
    found: dict[object, tuple[Element, int]] = {}
    for number, element in enumerate(contract.node.findall("BadPatterns/Pattern")):
        begins = element.find("StartDay") is not None or element.find("StartDate") is not None
        same = number if begins else tuple((each.tag, each.text) for each in element)
        found[same] = element, int(element.get("weight", 0))
    yield from (pair for pair in found.values() if pair[1] > 0)


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
            days.append(_cell(contract, each.tag, text))
    return (f"{start}{days[0]}", *days[1:])


def _cell(contract: Contract, tag: str, text: str) -> str:
    if tag == "ShiftGroup":
        return OR.join(contract.document.groups[text])
    if text == "+":
        raise ValueError("days of other work are not read")
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
