"""An instance as a unit and a policy; what our reader cannot say is refused."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.demand import Need, most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum, CoverSurplus, CoverTarget
from optimizer.staffing.rules.coverage.preceptor import Preceptor
from optimizer.staffing.rules.coverage.skill_on_shift import SkillMaximum, SkillOnShift, SkillTarget
from optimizer.staffing.rules.sequence.pattern import ANYTHING
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.rules.wishes.ties import SAME_TIME, KeepApart
from tests.benchmarks.families.benchmark import Benchmark
from tests.benchmarks.families.ros.counts import Said, counts, days_off_between
from tests.benchmarks.families.ros.document import Contract, Document
from tests.benchmarks.families.ros.facts import SECONDARY, has_maxima, skills_of, unit_of
from tests.benchmarks.families.ros.past import OTHER, Histories
from tests.benchmarks.families.ros.sequences import dated_patterns, sequences
from tests.benchmarks.families.ros.weekends import weekends

FAMILY = "ros"
DAY_WISHES, SHIFT_WISHES = ("DayOffRequests", "DayOnRequests"), ("ShiftOffRequests", "ShiftOnRequests")


def read(path: Path) -> Benchmark:
    """Return the instance in a file; raise ValueError for what is not read."""
    unit, said = components(path)
    rulings = (Ruling(rule, Mode.PRICED, price) for _, rule, price in said)
    return Benchmark(FAMILY, path.stem, unit, Policy((Ruling(OneDutyADay()), *rulings)), frozenset({OTHER}))


def components(path: Path) -> tuple[Unit, tuple[Said, ...]]:
    """Return the unit of an instance, and its rules with the family's names for what they cost."""
    document = Document.at(path)
    try:
        unit = unit_of(document, path.stem)
        said = tuple(each for each in _said(document, unit) if each[2] > 0)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}.") from error
    for _, rule, _ in said:
        rule.check(unit)
    return unit, said


def _said(document: Document, unit: Unit) -> Iterator[Said]:
    weights = document.weights
    yield "Cover.MinUnderStaffing", CoverMinimum(), weights.get("MinUnderStaffing", 0)
    yield "Cover.MinUnderStaffing", SkillOnShift(), weights.get("MinUnderStaffing", 0)
    yield "EmployeeAvailability", Availability(), weights.get("EmployeeAvailability", 0)
    yield "Cover.PrefUnderStaffing", CoverTarget(), weights.get("PrefUnderStaffing", 0)
    yield "Cover.PrefUnderStaffing", SkillTarget(), weights.get("PrefUnderStaffing", 0)
    over = weights.get("PrefOverStaffing", 0)
    if has_maxima(document):
        yield "Cover.PrefOverStaffing", CoverSurplus(), over
        yield "Cover.MaxOverStaffing", CoverMaximum(), weights.get("MaxOverStaffing", 0)
        yield "Cover.MaxOverStaffing", SkillMaximum(), weights.get("MaxOverStaffing", 0)
    else:
        yield "Cover.PrefOverStaffing", CoverMaximum(), over
        yield "Cover.PrefOverStaffing", SkillMaximum(), over
    yield "Requests", Requests(), 1
    contracts = {each.get("ID", ""): Contract(document, each) for each in document.all("Contracts/Contract")}
    for contract in contracts.values():
        yield from _of_contract(contract, unit)
    yield from _for_all(document, unit)
    yield from days_off_between(document)
    people = {each.get("ID", ""): each.findtext("ContractID") or "" for each in document.all("Employees/Employee")}
    histories = Histories(document)
    for who, known in histories.by_person.items() if not histories.counted else ():
        yield from dated_patterns(contracts[people[who]], [{code} - {""} for code in known.days], who)
    yield from uncovered_before(document, unit)
    yield "Tutorship", Preceptor(), weights.get("Tutorship", 0)
    yield "WorkSeparately", KeepApart(when=SAME_TIME), weights.get("WorkSeparately", 0)


def _of_contract(contract: Contract, unit: Unit) -> Iterator[Said]:
    yield from counts(contract)
    yield from sequences(contract, unit)
    yield from weekends(contract, unit)
    if weight := contract.switched("AlternativeSkillCategory"):
        for code, skills in skills_of(contract.document).items():
            held = tuple(SECONDARY + skill for skill in skills)
            if held:
                yield "AlternativeSkillCategory", OnlySkilled(contract.to, (code,), held), weight


def _for_all(document: Document, unit: Unit) -> Iterator[Said]:
    for code, skills in skills_of(document).items():
        if skills and (weight := document.weights.get("SkilledShifts", 0)):
            yield "SkilledShifts", OnlySkilled((), (code,), skills), weight
    if weight := document.weights.get("MinTimeBetweenShifts", 0):
        free = {each.get("ID", ""): each for each in document.all("ShiftTypes/Shift")}
        for one in unit.shifts:
            for two in unit.shifts:
                after, before = _free(free[one.code], "After"), _free(free[two.code], "Before")
                start = two.start + 1440
                lacking = max(0, one.end + after - start) + max(0, one.end - (start - before))
                yield "MinTimeBetweenShifts", UnwantedPattern((), (one.code, two.code)), lacking * weight


def uncovered_before(document: Document, unit: Unit) -> Iterator[Said]:
    """Yield what nobody can mend: need on the first morning, through hours that only a night before could fill.

    It is charged as a pattern that always fits, to the first person.
    """
    first, weights, who = unit.calendar.first, document.weights, unit.staff[0].id
    for need in most_particular(first, (*unit.needs, *unit.skill_needs), unit.calendar):
        least = need.minimum if isinstance(need, Need) else need.at_least
        if not unit.plannable(first, need.shift):
            for side, number in (("Min", least), ("Pref", need.target or 0)):
                price = weights.get(f"{side}UnderStaffing", 0) * number
                yield f"Cover.{side}UnderStaffing", UnwantedPattern((who,), (f"{first} {ANYTHING}",)), price


def _free(shift: Element, side: str) -> int:
    return int(float(shift.findtext(f"FreeTime{side}") or 0))
