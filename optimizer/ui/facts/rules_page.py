"""Rules and prices: what counts and how much, in sentences, what law adds, and how both are changed."""

from collections.abc import Iterable

import streamlit as st

from optimizer.planning.policy import Mode
from optimizer.staffing.law.presets import jurisdictions, preset
from optimizer.summary.unit.rules import RuleWords, rules_in_words
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.rule_sentences import GROUPS, rule_sentences
from optimizer.ui.facts.save import edit_facts, may_edit_facts, memory_of, save, tell_trouble
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.typed import Typed, values_of
from optimizer.workbook.table.settings import SETTING, VALUE
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.sheets.calendar import JURISDICTIONS

CHOSEN = "laws chosen"


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Rules and prices")
    st.text(
        "A schedule keeps every rule that must be kept where it can. Of such schedules the best has the fewest points."
    )
    words = rules_in_words(desk.unit, desk.policy)
    _own(desk, [each for each in words if not each.laws])
    _group("Must be kept by law or contract", [each for each in words if each.laws], expanded=True)
    _laws(desk)


def _own(desk: Desk, words: list[RuleWords]) -> None:
    """Draw the rules of the unit itself: to be changed where they stand by those who may."""
    if may_edit_facts(desk):
        edit_facts(desk, "rules", (layout.RULES,), rule_sentences)
        return
    for mode, title in GROUPS.items():
        _group(title, [each for each in words if each.mode is mode], expanded=mode is Mode.PRICED)


def _group(title: str, rules: list[RuleWords], *, expanded: bool) -> None:
    if not rules:
        return
    with st.expander(f"{title} ({len(rules)})", expanded=expanded):
        st.markdown("\n".join(f"- {_sentence(rule)}" for rule in rules))


def _sentence(rule: RuleWords) -> str:
    cited = f" By {plain('; '.join(rule.laws))}. It cannot be changed here." if rule.laws else ""
    counts = "" if rule.mode is Mode.OFF or rule.laws else f" {plain(rule.counts)}"
    return f"**{plain(rule.title)}**: {plain(rule.about)}{counts}{cited}"


def _laws(desk: Desk) -> None:
    """Draw the laws and contracts that bind the unit, and let them be chosen by those who may."""
    st.header("Laws and contracts")
    if not may_edit_facts(desk):
        st.text("; ".join(preset(name).title for name in desk.unit.jurisdictions) or "None is chosen.")
        return
    memory = memory_of(desk, "laws")
    tell_trouble(memory)
    key = f"{CHOSEN} {desk.draft.id} {memory.revision}"
    with st.form(f"{key} form"):
        st.multiselect(
            "Laws and contracts that bind the unit", jurisdictions(), desk.unit.jurisdictions, key=key,
            format_func=lambda name: preset(name).title, help="Their limits must be kept beside your own rules.",
        )  # fmt: skip
        st.form_submit_button("Save the choice", on_click=_choose, args=(desk, memory, key))


def _choose(desk: Desk, memory: FactsMemory, key: str) -> None:
    chosen = tuple(st.session_state[key])
    memory.typed = {layout.CALENDAR: choice(memory, chosen)}
    named = ", ".join(preset(name).title for name in chosen) or "none"
    save(desk, "laws", memory, f"Laws and contracts: {named}")


def choice(memory: FactsMemory, chosen: Iterable[str]) -> Typed:
    """Return what somebody types into the sheet Calendar to choose laws."""
    value = ", ".join(chosen)
    settings = [str(name or "").casefold() for name in values_of(memory.tables[layout.CALENDAR], SETTING.header)]
    wanted = JURISDICTIONS.header.casefold()
    if wanted in settings:
        return Typed(edited={settings.index(wanted): {VALUE.header: value}})
    return Typed(added=({SETTING.header: JURISDICTIONS.header, VALUE.header: value},))
