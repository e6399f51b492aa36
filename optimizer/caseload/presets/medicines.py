"""The lists by which medicines are judged, and the times that work on them takes."""

from collections.abc import Mapping
from functools import cache

from optimizer.caseload.medication.adherence import MeasuredYear, Tracked
from optimizer.caseload.medication.complexity import Complexities, Frequency
from optimizer.caseload.medication.duplication import Allowed, Together
from optimizer.caseload.medication.high_alert import Alert
from optimizer.caseload.medication.interaction import Clash
from optimizer.caseload.medication.own import NO_OWN, PanelMedicines
from optimizer.caseload.medication.reconciliation import ReconciliationWindow, Where, Windows
from optimizer.caseload.medication.review import Reference
from optimizer.caseload.medication.with_condition import ConditionRule
from optimizer.caseload.medication.worklist import MedicationTimes, MedicationWork, Time
from optimizer.caseload.presets import PresetRow, read, source_of
from optimizer.caseload.presets.ingredients import vocabulary_with

GROUP = "@"
"""Before the name of a group: all its members."""


def reference(own: PanelMedicines = NO_OWN, year: MeasuredYear = MeasuredYear.ROLLING) -> Reference:
    """Return the lists to begin with, and beside them what a panel says of medicines itself."""
    return Reference(
        tracked(), allowed(), clashes(), alerts(), windows(), vocabulary_with(own.names), complexities(),
        condition_rules(), frozenset(own.prolonging), own.pairs, year,
    )  # fmt: skip


@cache
def tracked() -> tuple[Tracked, ...]:
    """Return the classes whose days are counted."""
    data = read("adherence")
    return tuple(
        Tracked(
            row["title"],
            frozenset(row["classes"]),
            row["percent"],
            frozenset(row["not_with"]),
            source_of(row, data),
            row.get("in_renal_failure", False),
            row.get("least", 1),
            frozenset(row.get("aside", ())),
        )
        for row in data["tracked"]
    )


@cache
def allowed() -> Allowed:
    """Return what is no duplication."""
    data = read("duplication")
    together = (Together(row["title"], frozenset(row["one"]), frozenset(row["other"])) for row in data["together"])
    return Allowed(tuple(together), frozenset(data["both_releases"]), frozenset(data["extended"]), source_of(data))


@cache
def clashes() -> tuple[Clash, ...]:
    """Return the high-priority interactions."""
    data = read("interactions")
    return tuple(_clash(row, data) for row in data["clash"])


def _clash(row: PresetRow, data: PresetRow) -> Clash:
    one, other = (_members(row[side], data["groups"]) for side in ("one", "other"))
    return Clash(row["number"], row["title"], one, other, source_of(row, data), row.get("by_user", False))


def _members(words: list[str], groups: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(
        drug for word in words for drug in (groups[word.removeprefix(GROUP)] if word.startswith(GROUP) else [word])
    )


@cache
def alerts() -> tuple[Alert, ...]:
    """Return the tags of high-alert medicines."""
    data = read("high_alert")
    return tuple(
        Alert(row["title"], frozenset(row.get("classes", ())), frozenset(row.get("drugs", ())), source_of(row, data))
        for row in data["alert"]
    )


@cache
def condition_rules() -> tuple[ConditionRule, ...]:
    """Return what labels say of medicines beside a condition."""
    data = read("with_condition")
    return tuple(
        ConditionRule(
            row["title"], frozenset((*row.get("classes", ()), *row.get("drugs", ()))), row["condition"], row["why"],
            source_of(row, data),
        )
        for row in data["rule"]
    )  # fmt: skip


@cache
def windows() -> Windows:
    """Return how long after a transition medicines may be reconciled in time."""
    data = read("reconciliation")
    return {Where(row["where"]): ReconciliationWindow(row["days"], source_of(row, data)) for row in data["window"]}


@cache
def complexities() -> Complexities:
    """Return the table of the complexity index."""
    data = read("complexity")
    forms = {word: (row[0], form["halves"]) for form in data["form"] for row in form["rows"] for word in row}
    frequencies = {
        word: Frequency(row.get("regular"), row.get("as_needed")) for word, row in data["frequencies"].items()
    }
    return Complexities(forms, frequencies, data["directions"], source_of(data))


@cache
def times() -> MedicationTimes:
    """Return the minutes that each kind of work takes."""
    data = read("work")
    return {MedicationWork(word): Time(minutes, source_of(data)) for word, minutes in data["minutes"].items()}
