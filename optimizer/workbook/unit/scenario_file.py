"""Reads scenarios from TOML files: the same names and the same values as on the sheet Scenarios."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.scenario import Scenario
from optimizer.workbook.grid.source import UnitSource, knowing
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError, meant
from optimizer.workbook.table.parse import UnreadableError
from optimizer.workbook.table.sheet import Column
from optimizer.workbook.unit.sheets.scenarios import CHANGE, NAME, RULES, SCENARIOS, first_scenarios, refusal

TellFault = Callable[[str, str, str], None]
"""Takes note of a fault: its key, what is wrong, and what would be right."""


def key_of(column: Column[Any]) -> str:
    """Return the key that a column has in a TOML file: "Census change %" is census_change."""
    return "_".join(re.findall(r"[a-z]+", column.header.casefold()))


BY_KEY = {key_of(column): column for column in SCENARIOS.columns}


def read_scenario_file(path: Path, unit: Unit, policy: Policy) -> tuple[Scenario, ...]:
    """Return the scenarios of a TOML file, ``[[scenario]]`` tables, or raise FaultyWorkbookError with its faults."""
    faults: list[Fault] = []
    found, source = first_scenarios(), knowing(unit)
    for place, table in enumerate(_tables(path), start=1):
        scenario = _from_table(table, source, lambda *fault, n=place: faults.append(_at(path, n, *fault)))
        if scenario and (problem := refusal(scenario, unit, policy)):
            faults.append(_at(path, place, key_of(RULES), problem, CHANGE))
        if scenario and scenario.name in found:
            faults.append(_at(path, place, "name", f"'{scenario.name}' stands twice", "give each its own name"))
        elif scenario:
            found[scenario.name] = scenario
    if faults:
        raise FaultyWorkbookError(faults)
    return tuple(found.values())[1:]


def _tables(path: Path) -> list[Any]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("scenario", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FaultyWorkbookError(
            [Fault(path.name, "", f"this is not TOML ({error})", "see the chapter: optimizer guide scenarios")]
        ) from error
    if not isinstance(tables, list) or not tables:
        raise FaultyWorkbookError([Fault(path.name, "", "there is no scenario", "begin each one with [[scenario]]")])
    return tables


def _at(path: Path, place: int, key: str, problem: str, remedy: str) -> Fault:
    return Fault(path.name, f"scenario[{place}].{key}", problem, remedy)


def _from_table(table: Any, source: UnitSource, fault: TellFault) -> Scenario | None:
    values: dict[str, Any] = {}
    wrong = not isinstance(table, dict) or key_of(NAME) not in table
    if wrong:
        fault("name", "there is no name", 'write name = "..."')
    for key, raw in table.items() if isinstance(table, dict) else ():
        try:
            values |= _value(key, raw, source)
        except UnreadableError as error:
            fault(key, error.problem, error.remedy)
            wrong = True
    return None if wrong else Scenario(**values)


def _value(key: str, raw: Any, source: UnitSource) -> dict[str, Any]:
    column = BY_KEY.get(key)
    if column is None or column.codec is None:
        raise UnreadableError(f"'{key}' is nothing that a scenario can change", meant(key, BY_KEY))
    return {column.field: column.codec.read(source, "; ".join(map(str, raw)) if isinstance(raw, list) else raw)}
