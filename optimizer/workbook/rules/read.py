"""Reads rules: which count, how, and their limits; each column that fills a field of rules where a rule has it."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

from optimizer.planning.measure import Measure
from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule import Rule
from optimizer.workbook.rules.columns import DETAILS, HOW, LIMIT, OWN_COLUMNS, PRICE, RULE
from optimizer.workbook.table.codecs import plain
from optimizer.workbook.table.hours_cell import hours_of, minutes_of
from optimizer.workbook.table.parse import UnreadableError, number, one_of, text, whole, words
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.sheets import Sheets
from optimizer.workbook.table.table import SheetRow

R = TypeVar("R", bound=Rule[Any])
MOST = 100_000_000
IdleSettings = Callable[[R], Iterable[tuple[str, str]]]
"""The settings, and why, with which a rule in force has nothing to count."""


def read_rulings(
    source: Sheets,
    sheet: Sheet,
    rules: Iterable[type[R]],
    check: Callable[[R], None],
    idle: IdleSettings[R] = lambda _: (),
) -> tuple[Ruling, ...]:
    """Return the rulings in the order of their rows; none when the workbook has no rules.

    ``check`` raises ValueError when a rule's settings make no sense.
    """
    by_key = {rule.key: rule for rule in rules}
    return tuple(ruling for row in source.rows(sheet) if (ruling := ruling_of(row, by_key, check, idle)))


def limit_of(value: Any, cls: Any) -> int:
    """Read a rule's limit, written in its own measure; hours to the minute."""
    measure: Measure = cls.measure
    if measure.in_time:
        return round(hours_of(0, MOST)(value) * measure.scale)
    limit = number(0, MOST)(value) * measure.scale
    if not limit.is_integer():
        raise UnreadableError(f"'{cls.key}' takes whole {measure.title}", "round it")
    return int(limit)


def ruling_of(
    row: SheetRow, by_key: dict[str, type[R]], check: Callable[[R], None], idle: IdleSettings[R] = lambda _: ()
) -> Ruling | None:
    """Return what one row says, None where it has a fault."""
    key = row.read(RULE, plain(one_of(by_key, RULE.header.casefold())))
    how, price = row[HOW], row[PRICE]
    rule = _rule(row, by_key[key], check) if key else None
    if rule and row.raw(HOW) != Mode.OFF:
        _fault_idle(row, idle(rule))
    if rule is None or how is None:
        return None
    if how is Mode.PRICED and not price and row.ok:
        row.fault(PRICE, f"'{key}' is priced but has no price", "write dollars above 0, or must, or off")
    if row.ok and how is not Mode.PRICED and price:
        row.say(PRICE, f"the price counts for nothing while the rule is {how}")
    return _counting(row, rule, how, price or 0) if row.ok else None


def _counting(row: SheetRow, rule: Rule[Any], mode: Mode, price: int) -> Ruling | None:
    try:
        return Ruling(rule, mode, price if mode is Mode.PRICED else 0)
    except ValueError as error:
        row.fault(HOW, str(error).rstrip("."), "write must")
        return None


def _rule(row: SheetRow, cls: type[R], check: Callable[[R], None]) -> R | None:
    """Return a rule with the limits of its row; what the rule cannot be set to must be empty."""
    own = {field.name for field in fields(cls)}
    settings: dict[str, Any] = {}
    for column in (column for column in row.table.layout.columns if column.field):
        if column.field in own:
            settings |= _set(row, cls, column)
        elif row.raw(column) is not None:
            row.fault(column, f"'{cls.key}' takes nothing in '{column.header}'", "leave it empty")
    details = row.read(DETAILS, plain(lambda value: _details_of(value, cls, own - {*OWN_COLUMNS})))
    return _built(row, cls, settings | (details or {}), check) if row.ok else None


def _set(row: SheetRow, cls: type[R], column: Column[Any]) -> dict[str, Any]:
    """Return what a column sets: without a limit the rule's own holds, and without words the rule is for all."""
    if column is not LIMIT:
        return {column.field: row[column] or ()}
    limit = row.read(LIMIT, plain(lambda value: limit_of(value, cls)))
    return {} if limit is None else {column.field: limit}


def _built(row: SheetRow, cls: type[R], settings: dict[str, Any], check: Callable[[R], None]) -> R | None:
    try:
        rule = cls(**settings)
        check(rule)
    except ValueError as error:
        row.fault(DETAILS, str(error).rstrip("."), f"see '{cls.key}' in the template")
        return None
    return rule


def _fault_idle(row: SheetRow, idle: Iterable[tuple[str, str]]) -> None:
    """Take note of what leaves a rule in force nothing to count: such a must would always be kept."""
    by_field = {column.field: column for column in row.table.layout.columns if column.field}
    for setting, why in idle:
        row.fault(by_field.get(setting, DETAILS), why, "name others, or turn the rule off")


def _details_of(value: Any, cls: type[Rule[Any]], known: set[str]) -> dict[str, Any]:
    """Read settings such as "nights=2; novice=12" by the types of the rule's fields; text may hold commas.

    Of what is a time a plain number is minutes, as "after=720", and "12 h" or "12:00" are hours.
    """
    types = get_type_hints(cls)
    parsers: dict[Any, Callable[[Any], Any]] = {int: whole(0, 1_000_000), str: text}
    in_time = minutes_of(0, 1_000_000)
    found: dict[str, Any] = {}
    for part in text(value).split(";"):
        name, equals, setting = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise UnreadableError(f"'{part.strip()}' sets nothing", "write name=value with semicolons between")
        name = one_of(sorted(known), f"detail of '{cls.key}'")(name)
        parse: Callable[[Any], Any] = in_time if name in cls.in_time else parsers.get(types[name], words)
        found[name] = parse(setting) if setting or types[name] in parsers else ()
    return found
