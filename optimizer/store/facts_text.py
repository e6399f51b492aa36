"""How facts are written down: a unit or a panel with its policy and all that was read with it, as canonical JSON.

What goes in is a frozen dataclass of any floor's; what comes out is equal to it. Sets are sorted, mappings are lists of
keys with their values in their own order, days and fractions are text, and a rule is its key with its settings.
"""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from datetime import date
from fractions import Fraction
from importlib.metadata import version
from typing import Any, TypeVar, get_args, get_origin

from cattrs import Converter

from optimizer.caseload.policy import RULES as CASELOAD_RULES
from optimizer.caseload.rule import PanelRule
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Rule
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.store.canonical import canonical, pair_of, row_of
from optimizer.store.errors import StoreError

T = TypeVar("T")
FORM = f"{version('optimizer')} 5"
"""The form of facts that this program keeps: its version, since with another the same workbook may come to other facts
by a new field, rule or law, and a number to raise for such a change between versions. Facts of another form are read
from their workbook again."""
UNIT, CASELOADS = "unit", "caseloads"
UNIT_RULES: tuple[type[Rule[Any]], ...] = (*RULES, NoOverlap)
BY_NAME: Mapping[tuple[str, str], type[Rule[Any]]] = {
    **{(UNIT, rule.key): rule for rule in UNIT_RULES},
    **{(CASELOADS, rule.key): rule for rule in CASELOAD_RULES},
}
"""Every rule by what it is of and its key: a budget is one thing for a unit and another for caseloads."""


def facts_text(facts: Any) -> str:
    """Return facts, a dataclass, as JSON."""
    return canonical(_CONVERTER.unstructure(facts))


def read_facts(text: str, kind: type[T]) -> T:
    """Return the facts of a kind that JSON holds. Raise StoreError when they are damaged."""
    try:
        return _CONVERTER.structure(json.loads(text), kind)
    except (TypeError, ValueError, LookupError, RecursionError) as error:
        raise StoreError("Facts in the database are damaged; ask: optimizer audit verify.") from error


def _converter() -> Converter:
    """Return what takes dataclasses apart and puts them together again, by the types that their fields declare."""
    made = Converter(detailed_validation=False)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_unstructure_hook(Fraction, str)
    made.register_structure_hook(Fraction, lambda text, _: Fraction(text))
    made.register_unstructure_hook(Pair, row_of)
    made.register_structure_hook(Pair, lambda row, _: pair_of(row))
    made.register_unstructure_hook_func(_is_rule, _rule_row)
    made.register_structure_hook_func(_is_rule, lambda row, _: _rule(row))
    made.register_unstructure_hook_func(_is_a(AbstractSet), lambda found: _sorted(map(made.unstructure, found)))
    made.register_unstructure_hook_func(_is_a(Mapping), lambda found: _items(made, found))
    made.register_structure_hook_func(_is_a(Mapping), lambda rows, kind: _mapping(made, rows, kind))
    return made


def _is_a(collection: type) -> Any:
    """Return what tells whether a type is of a kind of collection."""

    def told(kind: Any) -> bool:
        plain = get_origin(kind) or kind
        return isinstance(plain, type) and issubclass(plain, collection)

    return told


_is_rule = _is_a(Rule)


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(values, key=canonical)


def _items(converter: Converter, found: Mapping[Any, Any]) -> list[list[Any]]:
    return [[converter.unstructure(key), converter.unstructure(value)] for key, value in found.items()]


def _mapping(converter: Converter, rows: Iterable[tuple[Any, Any]], kind: Any) -> dict[Any, Any]:
    keys, values = get_args(kind)
    return {converter.structure(key, keys): converter.structure(value, values) for key, value in rows}


def _rule_row(rule: Rule[Any]) -> dict[str, Any]:
    settings = {each.name: getattr(rule, each.name) for each in fields(rule)}
    return {"of": CASELOADS if isinstance(rule, PanelRule) else UNIT, "rule": rule.key, "settings": settings}


def _rule(row: Mapping[str, Any]) -> Rule[Any]:
    """Return the rule of a row; settings are numbers, words, and tuples of words."""
    settings = {name: tuple(value) if isinstance(value, list) else value for name, value in row["settings"].items()}
    return BY_NAME[row["of"], row["rule"]](**settings)


_CONVERTER = _converter()
