"""Second competition, static reading: skills are roles, the history file becomes past duties, contracts are priced.

An instance such as n030w4_1_6-2-9-1 is scenario n030w4 with history file 1 and the week files 6, 2, 9 and 1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import must
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekends
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from tests.benchmarks.families.benchmark import Benchmark
from tests.benchmarks.families.sharing import sharing

MONDAY = date(2024, 1, 1)
NAME = re.compile(r"(n\d+w\d+)_(\d+)_(\d+(?:-\d+)*)")
SHIFT = re.compile(r"(\S+)\s+\((\d+),(\d+)\)")
CONTRACT = re.compile(r"(\S+)" + 3 * r"\s+\((\d+),(\d+)\)" + r"\s+(\d+)\s+(\d+)")
NEED = re.compile(r"\((\d+),(\d+)\)")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MORNING, EIGHT_HOURS = 7 * 60, 8 * 60
Lines = dict[str, list[str]]


@dataclass(frozen=True)
class Contract:
    """What a contract says, most and fewest in the file's order."""

    fewest_duties: int
    most_duties: int
    fewest_in_a_row: int
    most_in_a_row: int
    fewest_days_off: int
    most_days_off: int
    most_weekends: int
    complete_weekends: int


@dataclass(frozen=True)
class Nurse:
    """One nurse: contract, skills, and what the history file knows of the days before the plan."""

    who: str
    contract: Contract
    skills: tuple[str, ...]
    duties: int
    weekends: int
    last_shift: str
    same_shift_days: int
    days_at_work: int
    days_off: int


def read(path: Path) -> Benchmark:
    """Return the instance of a name, from the scenario's folder beside it."""
    match = NAME.fullmatch(path.name)
    if not match:
        raise ValueError(f"'{path.name}' is no instance; write a name such as n030w4_1_6-2-9-1")
    scenario, history, weeks = match.groups()
    folder = path.with_name(scenario)
    facts = _sections(folder / f"Sc-{scenario}.txt")
    nurses = _nurses(facts, _sections(folder / f"H0-{scenario}-{history}.txt"))
    files = [_sections(folder / f"WD-{scenario}-{week}.txt") for week in weeks.split("-")]
    codes = [line.split()[0] for line in facts["SHIFT_TYPES"]]
    known = 1 + max(nurse.days_at_work + nurse.days_off for nurse in nurses)
    unit = Unit(
        path.name,
        Calendar(MONDAY, _day(7 * len(files) - 1), week_start=MONDAY.weekday()),
        tuple(Shift(code, code, MORNING, MORNING + EIGHT_HOURS, EIGHT_HOURS) for code in codes),
        tuple(DutyRole(skill) for skill in facts["SKILLS"]),
        tuple(Staff(nurse.who, nurse.who, nurse.skills[0], nurse.skills) for nurse in nurses),
        needs=tuple(need for week, lines in enumerate(files) for need in _needs(week, lines)),
        requests=tuple(wish for week, lines in enumerate(files) for wish in _wishes(week, lines)),
        history=frozenset(pair for nurse in nurses for pair in _past(nurse, codes)),
        history_from=_day(-known),
    )
    rulings = (*_common(facts), *_same_shift(facts["SHIFT_TYPES"]), *_contracted(nurses))
    return Benchmark("inrc2", path.name, unit, Policy(rulings))


def _common(facts: Lines) -> Iterator[Ruling]:
    successions = [line.split() for line in facts["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"]]
    pairs = tuple(f"{before}>{after}" for before, _, *follow in successions for after in follow)
    yield from (must(OneDutyADay()), must(CoverMinimum()), must(ForbiddenSuccession(pairs=pairs)))
    yield from (_priced(CoverTarget(), 30), _priced(Requests(), 10))


def _same_shift(lines: list[str]) -> Iterator[Ruling]:
    for line in lines:
        code, fewest, most = _matched(SHIFT, line)
        yield _priced(FewestInARow(limit=int(fewest), shifts=(code,)), 15)
        yield _priced(MostInARow(limit=int(most), shifts=(code,)), 15)


def _contracted(nurses: list[Nurse]) -> Iterator[Ruling]:
    """Yield the rules of the contracts; what the history counts already is taken off the limits of the period."""
    for contract, to in sharing((n.who, n.contract) for n in nurses):
        yield _priced(FewestInARow(limit=contract.fewest_in_a_row, to=to), 30)
        yield _priced(MostInARow(limit=contract.most_in_a_row, to=to), 30)
        yield _priced(FewestDaysOff(limit=contract.fewest_days_off, to=to), 30)
        yield _priced(MostDaysOff(limit=contract.most_days_off, to=to), 30)
        if contract.complete_weekends:
            yield _priced(CompleteWeekends(to=to), 30)
    for limit, to in sharing((n.who, n.contract.fewest_duties - n.duties) for n in nurses):
        yield _priced(FewestDuties(limit=limit, to=to), 20)
    for limit, to in sharing((n.who, n.contract.most_duties - n.duties) for n in nurses):
        yield _priced(MostDuties(limit=limit, to=to), 20)
    for limit, to in sharing((n.who, n.contract.most_weekends - n.weekends) for n in nurses):
        yield _priced(MostWeekends(limit=limit, to=to), 30)


def _past(nurse: Nurse, codes: list[str]) -> Iterator[Pair]:
    """Yield duties that end in the runs of the history file, each run beginning within the days that are known."""
    other = next(code for code in codes if code != nurse.last_shift)
    if not nurse.days_at_work:
        yield _duty(nurse, -nurse.days_off - 1, other)
    for number in range(nurse.days_at_work):
        yield _duty(nurse, -number - 1, nurse.last_shift if number < nurse.same_shift_days else other)


def _duty(nurse: Nurse, day: int, code: str) -> Pair:
    return Pair(nurse.who, Duty(_day(day), code, nurse.skills[0]))


def _nurses(facts: Lines, history: Lines) -> list[Nurse]:
    contracts = {
        name: Contract(*map(int, limits)) for name, *limits in (_matched(CONTRACT, c) for c in facts["CONTRACTS"])
    }
    past = {line.split()[0]: line.split()[1:] for line in history["NURSE_HISTORY"]}
    return [_nurse(line.split(), contracts, past) for line in facts["NURSES"]]


def _nurse(fields: list[str], contracts: dict[str, Contract], past: dict[str, list[str]]) -> Nurse:
    who, contract, _, *skills = fields
    duties, weekends, last, *runs = past[who]
    return Nurse(who, contracts[contract], tuple(skills), int(duties), int(weekends), last, *map(int, runs))


def _needs(week: int, lines: Lines) -> Iterator[Need]:
    for line in lines["REQUIREMENTS"]:
        shift, skill, _ = line.split(maxsplit=2)
        for weekday, (minimum, target) in enumerate(NEED.findall(line)):
            yield Need(When(_day(7 * week + weekday)), shift, skill, int(minimum), int(target))


def _wishes(week: int, lines: Lines) -> Iterator[Request]:
    for who, shift, weekday in (line.split() for line in lines["SHIFT_OFF_REQUESTS"]):
        day = _day(7 * week + WEEKDAYS.index(weekday))
        yield Request(who, Wish.OFF, day, day, "" if shift == "Any" else shift)


def _sections(path: Path) -> Lines:
    """Return the lines below each heading in capitals; a heading may have a number behind it."""
    sections: Lines = {}
    name = ""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        heading = re.fullmatch(r"([A-Z_]{5,})( = \S+)?", line.strip())
        if heading:
            name = heading[1]
            sections[name] = []
        elif line.strip():
            sections[name].append(line.strip())
    return sections


def _matched(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    match = pattern.fullmatch(line)
    if not match:
        raise ValueError(f"'{line}' cannot be read")
    return match.groups()


def _priced(rule: UnitRule, points: int) -> Ruling:
    return Ruling(rule, Mode.PRICED, points)


def _day(number: int) -> date:
    return MONDAY + timedelta(days=number)
