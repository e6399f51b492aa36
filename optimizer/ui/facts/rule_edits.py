"""A number of a rule's sentence changed where it stands: it is typed into the rule's line of the table Rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule_pieces import rule_pieces, scale_of
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.rule import UnitRule
from optimizer.ui.facts.memory import FactsMemory
from optimizer.workbook.rules.read import limit_of
from optimizer.workbook.table.hours_cell import hours_of
from optimizer.workbook.table.parse import UnreadableError, number, whole
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.rules_seen import line_of, rulings_seen

HOW, POINTS = "how", "points"
"""What else of a rule can be set in its sentence: whether it must be kept, and what a broken one costs."""
BEGINS_AT = 10_00
"""The cents that a rule costs which was without a price, until somebody says better."""
MOST, MOST_EDITS, LONGEST = 1_000_000, 1_000, 40


@dataclass(frozen=True, slots=True)
class RuleEdit:
    """What somebody typed for a setting of the rule with this key, at a place in the table."""

    place: int
    key: str
    setting: str
    value: str


def read_rule_edits(event: Any) -> tuple[int, tuple[RuleEdit, ...]]:
    """Return the number of an event of a browser and its edits; raise ValueError where anything about it is odd."""
    match event:
        case {"number": int(asked), "edits": [*edits]} if len(edits) <= MOST_EDITS:
            return asked, tuple(map(_edit, edits))
    raise ValueError("This is no change of a rule.")


def _edit(edit: Any) -> RuleEdit:
    match edit:
        case {"row": int(row), "rule": str(rule), "setting": str(setting), "value": str(value)} if len(value) < LONGEST:
            return RuleEdit(row, rule, setting, value)
    raise ValueError("This is no change of a rule.")


def set_rule(memory: FactsMemory, unit: Unit, edit: RuleEdit) -> None:
    """Type a change into the line of its rule; raise ValueError with a sentence where it cannot be."""
    ruling = rulings_seen(memory.shown(layout.RULES), unit).get(edit.place)
    if ruling is None or ruling.rule.key != edit.key:
        raise ValueError("The table of rules has changed meanwhile; look, and type it again.")
    try:
        wanted = _set(ruling, edit)
        if isinstance(wanted.rule, UnitRule):
            wanted.rule.check(unit)
    except UnreadableError as error:
        raise ValueError(f"{ruling.rule.title}: {error.problem}; {error.remedy or 'write a number'}.") from None
    before, after = line_of(ruling), line_of(wanted)
    memory.put(layout.RULES, edit.place, _changed(before, after))


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {header: value for header, value in after.items() if value != before[header]}


def _set(ruling: Ruling, edit: RuleEdit) -> Ruling:
    if edit.setting == HOW:
        mode = Mode(edit.value)
        return Ruling(ruling.rule, mode, (ruling.price or BEGINS_AT) if mode is Mode.PRICED else 0)
    if edit.setting == POINTS:
        return replace(ruling, price=round(100 * number(0, MOST)(edit.value)))
    if edit.setting not in {piece.setting for piece in rule_pieces(ruling.rule) if piece.setting}:
        raise ValueError(f"'{edit.setting}' is no number of this rule.")
    return replace(ruling, rule=replace(ruling.rule, **{edit.setting: _value(ruling, edit)}))


def _value(ruling: Ruling, edit: RuleEdit) -> int:
    """Return what was typed as the rule's laws count it."""
    if edit.setting == "limit" and ruling.rule.measure:
        return limit_of(edit.value, type(ruling.rule))
    scale = scale_of(ruling.rule, edit.setting)
    return round(scale * hours_of(0, MOST)(edit.value)) if scale > 1 else whole(0, MOST)(edit.value)
