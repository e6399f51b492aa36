"""Reads the text instances of the First International Nurse Rostering Competition (2010).

Cover is a must; contracts, patterns and requests are priced at their weights in cents. Runs have only their days within
the period, and weekends count where they begin. The family's scorer charges no night before a free weekend, so its
switch is read over; what else no published instance switches on is refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import DAY_MINUTES, Shift, part_of_day
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.facts.weekend import WEEKDAYS
from optimizer.staffing.rules.border import CLOSED
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.pattern import ANY, OFF
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.weekends.fewest_weekends import FewestWeekendsInARow
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekendsInARow
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.requests import Requests
from tests.benchmarks.families.benchmark import Benchmark

FAMILY, ROLE = "inrc1", "Nurse"
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEADING = re.compile(r"([A-Z_]{5,})\s*=?\s*\d*\s*;")
GROUP, ENTRY = re.compile(r"\(([^)]*)\)"), re.compile(r"\(([^|()]+)\|([^|()]+)\)")
WISHES = (("DAY_OFF", Wish.OFF), ("DAY_ON", Wish.ON), ("SHIFT_OFF", Wish.OFF), ("SHIFT_ON", Wish.ON))

Sections = dict[str, list[str]]
Contracted = Callable[["Contract", int], UnitRule]
RANGES: tuple[Contracted | None, ...] = (
    lambda c, limit: MostDuties(c.to, limit=limit),
    lambda c, limit: FewestDuties(c.to, limit=limit),
    lambda c, limit: MostInARow(c.to, limit=limit),
    lambda c, limit: FewestInARow(c.to, limit=limit, border=CLOSED),
    lambda c, limit: MostDaysOff(c.to, limit=limit),
    lambda c, limit: FewestDaysOff(c.to, limit=limit, border=CLOSED),
    lambda c, limit: MostWeekendsInARow(c.to, weekend=c.weekend, border=CLOSED, limit=limit),
    lambda c, limit: FewestWeekendsInARow(c.to, weekend=c.weekend, border=CLOSED, limit=limit),
    None,
)
"""The rule of each range of a contract, in the file's order; the last, weekends in four weeks, is never switched on."""


@dataclass(frozen=True)
class Contract:
    """One line of the contracts: its ranges as (weight, limit), None when off, and its switches as weights."""

    id: str
    name: str
    ranges: tuple[tuple[int, int] | None, ...]
    switches: tuple[int, ...]
    weekend: str
    patterns: tuple[str, ...]

    @property
    def to(self) -> tuple[str, ...]:
        """Return whom the contract's rules are for."""
        return (f"contract {self.id}",)


def read(path: Path) -> Benchmark:
    """Return the instance in a file; raise ValueError where it says what cannot be meant."""
    try:
        sections = _sections(path.read_text(encoding="utf-8-sig"))
        contracts = [_contract(line) for line in sections["CONTRACTS"]]
        unit = _unit(path.stem, sections, {contract.id: contract for contract in contracts})
        policy = Policy(tuple(_rulings(sections, contracts)))
        for ruling in policy.rulings:
            ruling.rule.check(unit)
    except KeyError as error:
        raise ValueError(f"{path} is no instance of {FAMILY}: {error} is missing.") from error
    except (IndexError, ValueError) as error:
        raise ValueError(f"{path} is no instance of {FAMILY} that can be read: {error}.") from error
    return Benchmark(FAMILY, path.stem, unit, policy)


def _sections(text: str) -> Sections:
    """Return the lines of every section, without comments and semicolons."""
    sections: Sections = {}
    lines: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("//"):
            continue
        if heading := HEADING.fullmatch(line):
            lines = sections.setdefault(heading[1], [])
        else:
            lines.append(line.rstrip(";").strip())
    return sections


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split(",")]


def _date(text: str) -> date:
    return date(*(int(part) for part in text.split("-")))


def _weekday(name: str) -> int:
    if name not in DAY_NAMES:
        raise ValueError(f"'{name}' is no weekday")
    return DAY_NAMES.index(name)


def _contract(line: str) -> Contract:
    groups = [[int(number) for number in group.split("|")] for group in GROUP.findall(line)]
    ranges = tuple((weight, limit) if on else None for on, weight, limit in groups[1:10])
    switches = tuple(weight if on else 0 for on, weight in groups[10:15])
    words = [word for word in _fields(GROUP.sub("", line)) if word]
    number, *patterns = line[line.rindex(")") + 1 :].replace(",", " ").split()
    contract = Contract(words[0], words[1], ranges, switches, _weekend(words[2]), tuple(patterns[: int(number)]))
    if ranges[8] or switches[3]:
        raise ValueError(f"contract {contract.id} switches on a constraint that no published instance does")
    return contract


def _weekend(text: str) -> str:
    """Return the weekend that the names of its days run together mean."""
    days = [_weekday(name) for name in re.findall(r"[A-Z][a-z]+", text)]
    last = (days[0] + len(days) - 1) % 7
    return f"{WEEKDAYS[days[0]]}-{WEEKDAYS[last]}"


def _unit(name: str, sections: Sections, contracts: dict[str, Contract]) -> Unit:
    _, first, last = _fields(sections["SCHEDULING_PERIOD"][0])[:3]
    calendar = Calendar(_date(first), _date(last))
    shifts = tuple(_shift(line) for line in sections["SHIFT_TYPES"])
    staff = tuple(_staff(line, contracts) for line in sections["EMPLOYEES"])
    unit = Unit(
        name, calendar, shifts, (DutyRole(ROLE),), staff, (*_needs(sections, shifts),), requests=(*_requests(sections),)
    )
    _refuse_strangers(unit)
    return unit


def _shift(line: str) -> Shift:
    code, name, *times = _fields(line)[:4]
    start, end = (_minutes(text) for text in times)
    end += DAY_MINUTES if end <= start else 0
    return Shift(code, name, start, end, end - start, part=part_of_day(start, end))


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _skills(fields: list[str]) -> tuple[str, ...]:
    """Return what stands behind the number of skills."""
    return tuple(" ".join(fields).split())


def _staff(line: str, contracts: dict[str, Contract]) -> Staff:
    who, name, number, _, *skills = _fields(line)
    contract = contracts[number]
    return Staff(who, name, contract.name, (ROLE,), credentials=dict.fromkeys(_skills(skills)), groups=contract.to)


def _needs(sections: Sections, shifts: tuple[Shift, ...]) -> Iterator[Need]:
    """Yield what every shift takes: nobody, but for the rows of weekdays, but for those of dates."""
    for shift in shifts:
        yield _need(When(), shift.code, "0")
    for day, code, number in map(_fields, sections["DAY_OF_WEEK_COVER"]):
        yield _need(When(weekdays=frozenset({_weekday(day)})), code, number)
    for day, code, number in map(_fields, sections["DATE_SPECIFIC_COVER"]):
        yield _need(When(day=_date(day)), code, number)


def _need(when: When, code: str, number: str) -> Need:
    return Need(when, code, ROLE, int(number), int(number), int(number))


def _requests(sections: Sections) -> Iterator[Request]:
    for name, wish in WISHES:
        for line in sections[f"{name}_REQUESTS"]:
            who, day, *shift, weight = _fields(line)
            if int(weight):
                code = shift[0] if name.startswith("SHIFT") else ""
                yield Request(who, wish, _date(day), _date(day), code, int(weight))


def _refuse_strangers(unit: Unit) -> None:
    """Raise ValueError where a need or a request speaks of a day, a person or a shift that the unit does not have."""
    days, codes = {*unit.days, None}, {*unit.shift_by_code, ""}
    strangers = [n for n in unit.needs if n.when.day not in days or n.shift not in codes] + [
        r for r in unit.requests if r.first not in days or r.shift not in codes or r.who not in unit.people
    ]
    if strangers:
        raise ValueError(f"these speak of what the instance does not have: {strangers}")


def _rulings(sections: Sections, contracts: list[Contract]) -> Iterator[Ruling]:
    yield Ruling(OneDutyADay())
    yield Ruling(CoverMinimum())
    yield Ruling(CoverMaximum())
    patterns = dict(_pattern(line) for line in sections["PATTERNS"])
    skills = {fields[0]: _skills(fields[5:]) for fields in map(_fields, sections["SHIFT_TYPES"])}
    priced = [pair for contract in contracts for pair in _priced(contract, patterns, skills)]
    yield from (Ruling(rule, Mode.PRICED, weight) for rule, weight in priced if weight)
    yield Ruling(Requests(), Mode.PRICED, 1)


def _priced(
    contract: Contract, patterns: dict[str, tuple[int, tuple[str, ...]]], skills: dict[str, tuple[str, ...]]
) -> Iterator[tuple[UnitRule, int]]:
    """Yield every soft rule of a contract and its weight."""
    for rule, limited in zip(RANGES, contract.ranges, strict=True):
        if rule and limited:
            weight, limit = limited
            yield rule(contract, limit), weight
    complete, identical, _, _, skilled = contract.switches
    yield CompleteWeekends(contract.to, weekend=contract.weekend), complete
    yield IdenticalWeekends(contract.to, weekend=contract.weekend), identical
    for code, needed in skills.items():
        yield OnlySkilled(contract.to, (code,), needed), skilled
    for number in contract.patterns:
        weight, days = patterns[number]
        yield UnwantedPattern(contract.to, days), weight


def _pattern(line: str) -> tuple[str, tuple[int, tuple[str, ...]]]:
    number, weight = _fields(line)[:2]
    return number, (int(weight), tuple(_pattern_day(*entry) for entry in ENTRY.findall(line)))


def _pattern_day(shift: str, day: str) -> str:
    what = {"Any": ANY, "None": OFF}.get(shift, shift)
    return what if day == "Any" else f"{WEEKDAYS[_weekday(day)]} {what}"
