"""The rules of a unit as sentences, whose numbers are changed where they stand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule_pieces import rule_pieces
from optimizer.staffing.facts.unit import Unit
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.rule_edits import RuleEdit, read_rule_edits, set_rule
from optimizer.ui.frame.desk import Desk
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.rules_seen import rulings_seen

HERE = Path(__file__).parent / "web"
GROUPS = {Mode.MUST: "Must be kept", Mode.PRICED: "Can bend, for points", Mode.OFF: "Off"}


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "optimizer.rules", html=_text("rules.html"), css=_text("rules.css"), js=_text("rules.js")
)


def rule_sentences(desk: Desk, memory: FactsMemory, key: str) -> None:
    """Draw every rule of the table as it is typed so far, and type what is changed in a sentence into the table."""
    name = f"{key} sentences"
    _mount(
        key=name, data=sentences_data(desk, memory),
        on_edit_change=lambda: take_edits(desk.unit, memory, st.session_state[name].edit),
    )  # fmt: skip


def sentences_data(desk: Desk, memory: FactsMemory) -> dict[str, Any]:
    """Return the sentences by whether they must be kept; ``ack`` is the last change that was taken note of."""
    rulings = rulings_seen(memory.shown(layout.RULES), desk.unit)
    saved = {*rulings_seen(memory.saved(layout.RULES), desk.unit).values()} if memory.dirty else {*rulings.values()}
    lines = [(place, ruling, ruling not in saved) for place, ruling in rulings.items()]
    groups = [
        {
            "name": mode.value, "title": title, "open": mode is not Mode.OFF,
            "rules": [_line(*line) for line in lines if line[1].mode is mode],
        }
        for mode, title in GROUPS.items()
    ]  # fmt: skip
    return {"session": memory.session, "ack": memory.heard, "groups": groups}


def _line(place: int, ruling: Ruling, changed: bool) -> Mapping[str, Any]:
    rule = ruling.rule
    return {
        "row": place, "key": rule.key, "title": rule.title, "how": ruling.mode.value, "changed": changed,
        "points": f"{ruling.price / 100:g}", "unit": rule.unit, "always": rule.always_must,
        "pieces": [(piece.text, piece.setting) for piece in rule_pieces(rule)],
    }  # fmt: skip


def take_edits(unit: Unit, memory: FactsMemory, event: Any) -> None:
    """Type what was changed, all that can be; tell what cannot."""
    if not event:
        return
    memory.trouble = ""
    try:
        memory.heard, edits = read_rule_edits(event)
    except ValueError as error:
        memory.trouble = str(error)
        return
    memory.trouble = " ".join(filter(None, (_trouble(unit, memory, edit) for edit in edits)))


def _trouble(unit: Unit, memory: FactsMemory, edit: RuleEdit) -> str:
    """Type a change, and return why it cannot be, "" where it can."""
    try:
        set_rule(memory, unit, edit)
    except ValueError as error:
        return str(error)
    return ""
