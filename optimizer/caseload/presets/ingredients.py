"""The ingredients that are recognised."""

from functools import cache

from optimizer.caseload.medication.recognise import Vocabulary
from optimizer.caseload.presets import read, source_of


@cache
def vocabulary() -> Vocabulary:
    """Return the names, their classes, other names for them, and what a label says beside them."""
    data = read("ingredients")
    classes: dict[str, tuple[str, ...]] = dict.fromkeys(data["others"]["drugs"], ())
    for group, drugs in (*data["classes"].items(), *data["combined"].items()):
        classes |= {drug: (*classes.get(drug, ()), group) for drug in drugs}
    label = data["label"]
    return Vocabulary(
        classes, frozenset(data["combined"]), data["synonyms"], frozenset(label["forms"]), frozenset(label["salts"]),
        source_of(data),
    )  # fmt: skip
