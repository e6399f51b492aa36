"""Writes rules as a table that reads back to the same."""

from collections.abc import Iterable, Iterator
from typing import Any

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.workbook.table.sheet import CellValues, Sheet


def rule_lines(sheet: Sheet, policy: Policy, rules: Iterable[type[Rule[Any]]]) -> Iterator[CellValues]:
    """Yield a line for every ruling of some rules, and one for every rule the policy leaves out, off but for few."""
    rules = tuple(rules)
    yield from (sheet.line(ruling) for ruling in policy.rulings if isinstance(ruling.rule, rules))
    present = {ruling.rule.key for ruling in policy.rulings}
    for rule in rules:
        if rule.key not in present and not rule.always_must:
            yield sheet.line(Ruling(rule(), Mode.MUST if rule.must_unless_said else Mode.OFF))
