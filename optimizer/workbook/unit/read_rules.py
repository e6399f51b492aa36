"""Reads the policy: which rules, how they count, and their limits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

from optimizer.caseload.rule import PanelRule
from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.scope import NOT, Scope
from optimizer.staffing.facts.shift import SHIFT_WORDS, Shift
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.rule import UnitRule
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.table import Row, Table, UnreadableError, number, one_of, text, whole, words
from optimizer.workbook.unit import layout

R = TypeVar("R")
Rulings = tuple[Ruling, ...]
BY_KEY = {rule.key: rule for rule in RULES}
OWN_COLUMNS = {"limit": "Limit", "to": "For", "shifts": "Shifts"}


def read_rules(source: UnitSource, unit: Unit) -> tuple[Ruling, ...]:
    """Return the rulings in the order of their rows; none when the workbook has no rules."""
    return rulings_of(source.table(layout.RULES), BY_KEY, lambda row, cls: _rule(row, cls, unit))


def rulings_of(table: Table | None, by_key: Mapping[str, R], make: Callable[[Row, R], Rule[Any] | None]) -> Rulings:
    """Return the rulings of a table: ``make`` builds the rule of a row, or takes note of why it cannot."""
    rulings: list[Ruling] = []
    for row in table.rows() if table else ():
        key, how = row.get("Rule", one_of(by_key, "rule")), row.get("How", one_of([*Mode], "way for a rule to count"))
        price = row.get("Price", number(0, 1_000_000))
        rule = make(row, by_key[key]) if key else None
        if rule is None or how is None:
            continue
        if how == Mode.PRICED and not price and row.ok:
            row.fault("Price", f"'{key}' is priced but has no price", "write dollars above 0, or must, or off")
        if row.ok and how != Mode.PRICED and price:
            row.say("Price", f"the price counts for nothing while the rule is {how}")
        if row.ok:
            _add(rulings, row, rule, Mode(how), round((price or 0) * 100))
    return tuple(rulings)


def _add(rulings: list[Ruling], row: Row, rule: Rule[Any], mode: Mode, price: int) -> None:
    try:
        rulings.append(Ruling(rule, mode, price if mode is Mode.PRICED else 0))
    except ValueError as error:
        row.fault("How", str(error).rstrip("."), "write must")


def _rule(row: Row, cls: type[UnitRule], unit: Unit) -> UnitRule | None:
    """Return a rule with the limits of its row; what the rule cannot be set to must be empty."""
    own = {field.name for field in fields(cls)}
    settings: dict[str, Any] = {}
    for name, header in OWN_COLUMNS.items():
        if name not in own and row.raw(header) is not None:
            row.fault(header, f"'{cls.key}' takes nothing in '{header}'", "leave it empty")
    if "limit" in own and row.raw("Limit") is not None:
        settings["limit"] = row.get("Limit", lambda value: limit_of(value, cls))
    settings["to"] = row.get("For", lambda value: scope(value, people_words(unit))) or ()
    if "shifts" in own:
        settings["shifts"] = row.get("Shifts", lambda value: scope(value, shift_words(unit.shifts))) or ()
    details = row.get("Details", lambda value: details_of(value, cls, own - OWN_COLUMNS.keys()))
    rule = _built(row, cls, settings | (details or {}), unit) if row.ok else None
    if rule and row.raw("How") != Mode.OFF:
        _fault_idle(row, rule, unit)
    return rule


def people_words(unit: Unit) -> set[str]:
    """Return the words that describe people in a unit: types of employment always do."""
    return {*Employment, *(tag for person in unit.staff for tag in person.tags)}


def shift_words(shifts: Iterable[Shift]) -> set[str]:
    """Return the words that describe shifts: parts of the day and kinds always do, whether or not there are such."""
    return {*SHIFT_WORDS, *(shift.code for shift in shifts)}


def _fault_idle(row: Row, rule: UnitRule, unit: Unit) -> None:
    """Take note of what leaves a rule in force nothing to count: such a must would always be kept."""
    for setting, why in rule.idle(unit):
        row.fault(OWN_COLUMNS.get(setting, "Details"), why, "name others, or turn the rule off")


def _built(row: Row, cls: type[UnitRule], settings: dict[str, Any], unit: Unit) -> UnitRule | None:
    try:
        rule = cls(**settings)
        rule.check(unit)
    except ValueError as error:
        row.fault("Details", str(error).rstrip("."), f"see '{cls.key}' in the template")
        return None
    return rule


def limit_of(value: Any, cls: type[UnitRule | PanelRule]) -> int:
    """Read a rule's limit, written in its own measure."""
    assert cls.measure is not None
    limit = number(0, 100_000_000)(value) * cls.measure.scale
    if not limit.is_integer():
        raise UnreadableError(f"'{cls.key}' takes whole {cls.measure.title}", "round it")
    return int(limit)


def scope(value: Any, tags: set[str]) -> Scope:
    """Read words that describe people or shifts, some of them with "not" before."""
    parse = one_of(sorted(tags), "word that describes anybody or anything here")
    return tuple(_scope_word(word, parse) for word in words(value))


def _scope_word(word: str, parse: Any) -> str:
    if word.casefold().startswith(NOT):
        return NOT + str(parse(word[len(NOT) :].strip()))
    return str(parse(word))


def details_of(value: Any, cls: type[UnitRule | PanelRule], known: set[str]) -> dict[str, Any]:
    """Read settings such as "nights=2; novice=12" by the types of the rule's fields; text may hold commas."""
    types = get_type_hints(cls)
    parsers: dict[Any, Callable[[Any], Any]] = {int: whole(0, 1_000_000), str: text}
    found: dict[str, Any] = {}
    for part in text(value).split(";"):
        name, equals, setting = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise UnreadableError(f"'{part.strip()}' sets nothing", "write name=value with semicolons between")
        name = one_of(sorted(known), f"detail of '{cls.key}'")(name)
        parse: Callable[[Any], Any] = parsers.get(types[name], words)
        found[name] = parse(setting) if setting or types[name] in parsers else ()
    return found
