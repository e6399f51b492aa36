"""Shift scheduling: all that concerns one person is a must, requests and cover are priced."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import must
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverTarget
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod, MostHoursInPeriod
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from tests.benchmarks.families.benchmark import Benchmark
from tests.benchmarks.families.sharing import sharing

MONDAY = date(2024, 1, 1)
MORNING = 7 * 60
ROLE = "employee"
Sections = dict[str, list[list[str]]]


@dataclass(frozen=True)
class Contract:
    """What one employee's line says: the most duties by shift, minutes in all, runs of duties and days off, weekends.

    A run that touches the first or the last day may be shorter than the fewest, as our rules have it without history.
    """

    who: str
    most: dict[str, int]
    most_minutes: int
    fewest_minutes: int
    most_in_a_row: int
    fewest_in_a_row: int
    fewest_days_off: int
    most_weekends: int


def read(path: Path) -> Benchmark:
    """Return the instance in a file."""
    sections = _sections(path)
    days = int(sections["HORIZON"][0][0])
    contracts = [_contract(*line) for line in sections["STAFF"]]
    unit = Unit(
        path.stem,
        Calendar(MONDAY, _day(days - 1), week_start=MONDAY.weekday()),
        tuple(_shift(code, int(minutes)) for code, minutes, *_ in sections["SHIFTS"]),
        (DutyRole(ROLE),),
        tuple(_staff(contract) for contract in contracts),
        needs=tuple(_need(int(day), shift, int(number)) for day, shift, number, *_ in sections["COVER"]),
        requests=(*_days_off(sections), *_wishes(sections, Wish.ON), *_wishes(sections, Wish.OFF)),
    )
    rulings = (*_personal(contracts, days), *_successions(sections), *_cover(sections), _priced(Requests(), 1))
    return Benchmark("nrp", path.stem, unit, Policy(rulings))


def _personal(contracts: list[Contract], days: int) -> Iterator[Ruling]:
    yield from (must(OneDutyADay()), must(Availability()), must(Leave()))
    for limit, to in sharing((c.who, c.most_in_a_row) for c in contracts):
        yield must(MostInARow(limit=limit, to=to))
    for limit, to in sharing((c.who, c.fewest_in_a_row) for c in contracts):
        yield must(FewestInARow(limit=limit, to=to))
    for limit, to in sharing((c.who, c.fewest_days_off) for c in contracts):
        yield must(FewestDaysOff(limit=limit, to=to))
    for limit, to in sharing((c.who, c.most_weekends) for c in contracts):
        yield must(MostWeekends(limit=limit, to=to))
    for limit, to in sharing((c.who, c.most_minutes) for c in contracts):
        yield must(MostHoursInPeriod(limit=limit, to=to))
    for limit, to in sharing((c.who, c.fewest_minutes) for c in contracts):
        yield must(FewestHoursInPeriod(limit=limit, to=to))
    for code in sorted({code for c in contracts for code in c.most}):
        for limit, to in sharing((c.who, c.most.get(code, 0)) for c in contracts):
            if 0 < limit < days:
                yield must(MostDuties(limit=limit, shifts=(code,), to=to))


def _successions(sections: Sections) -> Iterator[Ruling]:
    forbidden = ((code, after) for code, _, *follow in sections["SHIFTS"] for after in "|".join(follow).split("|"))
    pairs = [f"{code}>{after}" for code, after in forbidden if after]
    if pairs:
        yield must(ForbiddenSuccession(pairs=tuple(pairs)))


def _cover(sections: Sections) -> Iterator[Ruling]:
    weights = {(int(under), int(over)) for *_, under, over in sections["COVER"]}
    if len(weights) > 1:
        raise ValueError(f"cover is weighed differently from day to day ({weights}); our rules have one price")
    ((under, over),) = weights
    yield from (_priced(CoverTarget(), under), _priced(CoverMaximum(), over))


def _sections(path: Path) -> Sections:
    sections: Sections = defaultdict(list)
    name = ""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.startswith("SECTION_"):
            name = line.strip().removeprefix("SECTION_")
        elif line.strip() and not line.startswith("#"):
            sections[name].append([field.strip() for field in line.split(",")])
    return sections


def _contract(who: str, most: str, *numbers: str) -> Contract:
    limits = (item.split("=") for item in most.split("|"))
    return Contract(who, {code: int(limit) for code, limit in limits}, *(int(number) for number in numbers))


def _shift(code: str, minutes: int) -> Shift:
    return Shift(code, code, MORNING, MORNING + minutes, minutes)


def _staff(contract: Contract) -> Staff:
    able = tuple(code for code, limit in contract.most.items() if limit)
    return Staff(contract.who, contract.who, ROLE, (ROLE,), shifts=able)


def _need(day: int, shift: str, number: int) -> Need:
    return Need(When(_day(day)), shift, ROLE, 0, number, number)


def _days_off(sections: Sections) -> Iterator[Request]:
    for who, *days in sections["DAYS_OFF"]:
        for day in filter(None, days):
            yield Request(who, Wish.OFF, _day(int(day)), _day(int(day)), approved=True)


def _wishes(sections: Sections, wish: Wish) -> Iterator[Request]:
    for who, day, shift, weight in sections[f"SHIFT_{wish.name}_REQUESTS"]:
        yield Request(who, wish, _day(int(day)), _day(int(day)), shift, int(weight))


def _priced(rule: Requests | CoverTarget | CoverMaximum, points: int) -> Ruling:
    return Ruling(rule, Mode.PRICED, points)


def _day(number: int) -> date:
    return MONDAY + timedelta(days=number)
