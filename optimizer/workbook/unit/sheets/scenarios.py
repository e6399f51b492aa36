"""The sheet Scenarios: what could be different, one scenario a row."""

import re
from collections.abc import Iterator
from typing import Any

from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.presets import jurisdictions
from optimizer.staffing.policy import RULES as KNOWN
from optimizer.staffing.scenario import AS_IT_IS, Position, RuleChange, Scenario
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.rules.read import limit_of
from optimizer.workbook.table.codecs import TEXT, all_known, hours, numbers_in, plain
from optimizer.workbook.table.parse import UnreadableError, number, one_of, text, whole, words
from optimizer.workbook.table.sheet import Codec, Column, Sheet

BY_KEY = {rule.key: rule for rule in KNOWN}
MOST = 100_000_000
POSITION = "write how many, role, FTE and, where there is only one, shift: 2 RN 0.9 N"
CHANGE = "write rule=must, rule=off, rule=priced 500 or rule=limit 11, with semicolons between"


def _positions(source: UnitSource, value: Any) -> tuple[Position, ...]:
    return tuple(_position(source, part) for part in words(value))


def _position(source: UnitSource, part: str) -> Position:
    match = re.fullmatch(r"(\d+)\s+(.+?)\s+(\d*\.?\d+)(?:\s+(\S+))?", part)
    if not match:
        raise UnreadableError(f"'{part}' is no position", POSITION)
    role, fte = one_of(source.roles, "role")(match[2]), number(0.01, 1.5)(match[3])
    known = [code for code, shift in source.shifts.items() if shift]
    return Position(whole(1, 99)(match[1]), role, fte, one_of(known, "shift")(match[4]) if match[4] else "")


def _changes(value: Any) -> tuple[RuleChange, ...]:
    return tuple(map(_change, text(value).strip("; ").split(";")))


def _change(part: str) -> RuleChange:
    written, _, setting = (piece.strip() for piece in part.partition("="))
    key = one_of(BY_KEY, "rule")(written)
    found = dict(_settings(setting.casefold().split(), key))
    if not found:
        raise UnreadableError(f"'{part.strip()}' changes nothing", CHANGE)
    return RuleChange(key, **found)


def _settings(said: list[str], key: str) -> Iterator[tuple[str, Any]]:
    """Yield what words such as "priced 500 limit 11" set."""
    while said:
        word = said.pop(0)
        if word in (Mode.MUST, Mode.PRICED, Mode.OFF):
            yield "mode", Mode(word)
            if word == Mode.PRICED and said and said[0] != "limit":
                yield "price", round(number(0.01, 1_000_000)(said.pop(0)) * 100)
        elif word == "limit" and said and BY_KEY[key].measure:
            yield "limit", limit_of(said.pop(0), BY_KEY[key])
        else:
            raise UnreadableError(f"'{word}' is no way for '{key}' to change", CHANGE)


def _change_text(change: RuleChange) -> str:
    price = None if change.price is None else f"{change.price / 100:.12g}"
    measure = BY_KEY[change.key].measure
    limit = None if change.limit is None or not measure else f"limit {change.limit / measure.scale:.12g}"
    return f"{change.key}={' '.join(word for word in (change.mode, price, limit) if word)}"


NAME = Column(
    "Name", "What it is called. 'As it is' always comes first by itself.", TEXT, "name", required=True, width=22
)
RULES = Column(
    "Rules",
    "Rules that would count in another way, with semicolons between: cover-minimum=priced 500; overtime=must; "
    "rest=limit 11. A limit is in the measure of the sheet Rules.",
    plain(_changes, lambda changes: "; ".join(map(_change_text, changes))),
    "rules",
    width=40,
)
SCENARIOS = Sheet(
    "Scenarios",
    "What could be different, for optimizer compare: one scenario a row. What is empty stays as it is.",
    (
        NAME,
        Column("About", "Why it is looked at.", TEXT, "about", width=44),
        Column(
            "Budget",
            "Dollars that the schedule may cost, as a must; budget=priced 3 under Rules has each more cost 3 points.",
            numbers_in(100, 0, MOST),
            "budget",
            width=11,
        ),
        Column(
            "Overtime cap hours",
            "Hours of overtime that everyone together may have.",
            hours(0, MOST),
            "overtime_cap",
        ),
        Column(
            "Agency cap hours",
            "Paid hours that agency staff together may have.",
            hours(0, MOST),
            "agency_cap",
        ),
        Column("Wage change %", "2.5 for 2.5 % more; agency rates stay.", numbers_in(10, -90, 900), "wages", width=10),
        Column(
            "Agency rate %",
            "10 for agency rates that are 10 % higher.",
            numbers_in(10, -90, 900),
            "agency_rate",
            width=10,
        ),
        Column(
            "Census change %",
            "10 for 10 % more patients, rounded up: what they need is computed anew; needs given by hand change in "
            "proportion, rounded up.",
            numbers_in(10, -90, 900),
            "census",
            width=10,
        ),
        Column("HPPD", "Direct HPPD, in the place of the sheet Care's.", hours(0.1, 48), "hppd", width=8),
        Column(
            "Jurisdictions",
            "In the place of the sheet Calendar's, for ratios and limits.",
            all_known(lambda _: jurisdictions(), "jurisdiction"),
            "jurisdictions",
            width=16,
        ),
        Column(
            "Remove",
            "Ids of people who would not be there, with commas between.",
            all_known(lambda source: source.people, "staff id"),
            "remove",
            width=16,
        ),
        Column(
            "Add",
            "People who would be hired: how many, role, FTE and, where the contract has only one, shift. 2 RN 0.9 N, "
            "1 CNA 0.6",
            Codec(_positions, lambda add: ", ".join(map(str, add))),
            "add",
            width=22,
        ),
        RULES,
    ),
    of=Scenario,
)


def read_scenarios(source: UnitSource, unit: Unit, policy: Policy) -> tuple[Scenario, ...]:
    """Return the scenarios of a workbook, none when it has no such sheet."""
    found = first_scenarios()
    for row in source.rows(SCENARIOS):
        facts, name = row.facts(), row[NAME]
        if name in found:
            row.fault(NAME, f"'{name}' stands twice", "give every scenario its own name")
        if not row.ok or name is None:
            continue
        scenario = found[name] = Scenario(**facts)
        if problem := refusal(scenario, unit, policy):
            row.fault(RULES, problem, CHANGE)
    return tuple(found.values())[1:]


def first_scenarios() -> dict[str, Scenario]:
    """Return the one scenario whose name is taken from the beginning."""
    return {AS_IT_IS: Scenario(AS_IT_IS)}


def refusal(scenario: Scenario, unit: Unit, policy: Policy) -> str:
    """Return why a scenario cannot be had, "" when it can."""
    try:
        scenario.apply(unit, policy)
    except ValueError as error:
        return str(error).rstrip(".")
    return ""
