"""Reads scenarios: rows of the workbook, or the tables of a TOML file, with the same names and the same values."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.presets import jurisdictions
from optimizer.staffing.scenario import AS_IT_IS, Position, RuleChange, Scenario
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError, meant
from optimizer.workbook.table.table import UnreadableError, many_of, number, one_of, text, whole, words
from optimizer.workbook.unit import layout_money
from optimizer.workbook.unit.read_rules import BY_KEY, limit_of

Parser = Callable[[Any], Any]
NAME, RULES = "Name", "Rules"
MOST = 100_000_000
POSITION = "write how many, role, FTE and, where there is only one, shift: 2 RN 0.9 N"
CHANGE = "write rule=must, rule=off, rule=priced 500 or rule=limit 11, with semicolons between"


def columns(unit: Unit) -> tuple[tuple[str, str, Parser], ...]:
    """Return what can be changed: the scenario's field, its header, and how it is read."""
    return (
        ("about", "About", text),
        ("budget", "Budget", _scaled(0, MOST, 100)),
        ("overtime_cap", "Overtime cap hours", _scaled(0, MOST, 60)),
        ("agency_cap", "Agency cap hours", _scaled(0, MOST, 60)),
        ("wages", "Wage change %", _scaled(-90, 900, 10)),
        ("agency_rate", "Agency rate %", _scaled(-90, 900, 10)),
        ("census", "Census change %", _scaled(-90, 900, 10)),
        ("hppd", "HPPD", _scaled(0.1, 48, 60)),
        ("jurisdictions", "Jurisdictions", many_of(jurisdictions(), "jurisdiction")),
        ("remove", "Remove", many_of(unit.people, "staff id")),
        ("add", "Add", lambda value: tuple(_position(part, unit) for part in words(value))),
        ("rules", RULES, lambda value: tuple(map(_change, text(value).strip("; ").split(";")))),
    )


def read_scenarios(source: UnitSource, unit: Unit, policy: Policy) -> tuple[Scenario, ...]:
    """Return the scenarios of a workbook, none when it has no such sheet."""
    table, found = source.table(layout_money.SCENARIOS), _known()
    for row in table.rows() if table else ():
        name = row.get(NAME, text)
        values = {field: row.get(header, parse) for field, header, parse in columns(unit)}
        if name in found:
            row.fault(NAME, f"'{name}' stands twice", "give every scenario its own name")
        if not row.ok or name is None:
            continue
        scenario = found[name] = Scenario(name, **_given(values))
        if problem := _refusal(scenario, unit, policy):
            row.fault(RULES, problem, CHANGE)
    return tuple(found.values())[1:]


def read_scenario_file(path: Path, unit: Unit, policy: Policy) -> tuple[Scenario, ...]:
    """Return the scenarios of a TOML file, ``[[scenario]]`` tables, or raise FaultyWorkbookError with its faults."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("scenario", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FaultyWorkbookError(
            [Fault(path.name, "", f"this is not TOML ({error})", "see the chapter: optimizer guide scenarios")]
        ) from error
    if not isinstance(tables, list) or not tables:
        raise FaultyWorkbookError([Fault(path.name, "", "there is no scenario", "begin each one with [[scenario]]")])
    faults: list[Fault] = []
    found = _known()
    for place, table in enumerate(tables, start=1):
        scenario = _from_table(table, unit, policy, lambda *fault, n=place: faults.append(_at(path, n, *fault)))
        if scenario and scenario.name in found:
            faults.append(_at(path, place, "name", f"'{scenario.name}' stands twice", "give each its own name"))
        elif scenario:
            found[scenario.name] = scenario
    if faults:
        raise FaultyWorkbookError(faults)
    return tuple(found.values())[1:]


def _known() -> dict[str, Scenario]:
    """Return the one scenario whose name is taken from the beginning."""
    return {AS_IT_IS: Scenario(AS_IT_IS)}


def key_of(header: str) -> str:
    """Return the key that a column has in a TOML file: "Census change %" is census_change."""
    return "_".join(re.findall(r"[a-z]+", header.casefold()))


def _at(path: Path, place: int, key: str, problem: str, remedy: str) -> Fault:
    return Fault(path.name, f"scenario[{place}].{key}", problem, remedy)


def _from_table(table: Any, unit: Unit, policy: Policy, fault: Callable[..., None]) -> Scenario | None:
    known = {key_of(NAME): ("name", text)} | {key_of(header): (field, read) for field, header, read in columns(unit)}
    values: dict[str, Any] = {}
    wrong = not isinstance(table, dict) or "name" not in table
    if wrong:
        fault("name", "there is no name", 'write name = "..."')
    for key, raw in table.items() if isinstance(table, dict) else ():
        try:
            field, parse = known[key]
            values[field] = parse("; ".join(map(str, raw)) if isinstance(raw, list) else raw)
        except KeyError:
            fault(key, f"'{key}' is nothing that a scenario can change", meant(key, known))
            wrong = True
        except UnreadableError as error:
            fault(key, error.problem, error.remedy)
            wrong = True
    if wrong:
        return None
    scenario = Scenario(**values)
    if problem := _refusal(scenario, unit, policy):
        fault(key_of(RULES), problem, CHANGE)
    return scenario


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in values.items() if value is not None}


def _refusal(scenario: Scenario, unit: Unit, policy: Policy) -> str:
    """Return why a scenario cannot be had, "" when it can."""
    try:
        scenario.apply(unit, policy)
    except ValueError as error:
        return str(error).rstrip(".")
    return ""


def _scaled(low: float, high: float, scale: int) -> Parser:
    parse = number(low, high)
    return lambda value: round(parse(value) * scale)


def _position(part: str, unit: Unit) -> Position:
    match = re.fullmatch(r"(\d+)\s+(.+?)\s+(\d*\.?\d+)(?:\s+(\S+))?", part)
    if not match:
        raise UnreadableError(f"'{part}' is no position", POSITION)
    role, fte = one_of(unit.role_by_name, "role")(match[2]), number(0.01, 1.5)(match[3])
    shift = one_of(unit.shift_by_code, "shift")(match[4]) if match[4] else ""
    return Position(whole(1, 99)(match[1]), role, fte, shift)


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
