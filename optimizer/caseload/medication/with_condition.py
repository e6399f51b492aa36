"""Medicines beside a condition of the patient: rules from labels, and pairs that users want looked at themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.naming.recognise import means
from optimizer.caseload.medication.naming.vocabulary import Vocabulary
from optimizer.caseload.medication.own import OwnPair
from optimizer.caseload.medication.supply import Spans, common
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import PanelSpan
from optimizer.planning.words import on

OWN = "by your own list"


@dataclass(frozen=True, slots=True)
class ConditionRule:
    """Classes or ingredients that a label warns of beside a condition, in our own words."""

    title: str
    medicines: frozenset[str]
    condition: str
    why: str
    source: CitedSource


class ConditionHit(NamedTuple):
    """A medicine on hand beside a condition, and what the source says of the two."""

    drug: str
    condition: str
    why: str
    source: str

    @property
    def sentence(self) -> str:
        """Return which two, and what the source says."""
        return f"{self.drug} with {self.condition}: {self.why} ({self.source})."


class OwnHit(NamedTuple):
    """Two medicines of a user's own list that are on hand together."""

    one: str
    other: str
    why: str
    span: PanelSpan

    @property
    def sentence(self) -> str:
        """Return which two, since when, and why."""
        since = f"{on(self.span.first)} {self.span.first.year}"
        return f"{self.one} and {self.other}, both on hand since {since}: {self.why} ({OWN})."


def condition_hits(
    active: Sequence[Fill],
    conditions: frozenset[str],
    rules: Iterable[ConditionRule],
    pairs: Iterable[OwnPair],
    vocabulary: Vocabulary,
) -> tuple[ConditionHit, ...]:
    """Return which of the active fills a rule or a user's pair speaks of beside one of the conditions, each once."""
    said = {each.casefold(): str(each) for each in conditions}
    wanted = [(rule.medicines, rule.condition, rule.why, rule.source.mark) for rule in rules]
    wanted += [(frozenset({pair.one}), pair.other, pair.why, OWN) for pair in pairs]
    found = (
        ConditionHit(drug, said[condition.casefold()], why, source)
        for medicines, condition, why, source in wanted
        if condition.casefold() in said
        for drug in _meant(active, medicines, vocabulary)
    )
    return tuple(dict.fromkeys(found))


def own_hits(
    active: Sequence[Fill], supply: Mapping[str, Spans], pairs: Iterable[OwnPair], vocabulary: Vocabulary, day: date
) -> tuple[OwnHit, ...]:
    """Return which two of a user's own list are on hand together on a day; ``supply`` is of what is on hand then."""
    found: dict[tuple[frozenset[str], str], OwnHit] = {}
    for pair in pairs:
        one, other = (_meant(active, frozenset({each}), vocabulary) for each in (pair.one, pair.other))
        for a, b in ((a, b) for a in one for b in other if a != b and {a, b} <= supply.keys()):
            span = next(each for each in common(supply[a], supply[b]) if each.has(day))
            found.setdefault((frozenset((a, b)), pair.why), OwnHit(a, b, pair.why, span))
    return tuple(found.values())


def _meant(active: Iterable[Fill], words: frozenset[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ingredients that are meant by some words, each once."""
    named = (each for fill in active for each in fill.ingredients if means(fill, each, words, vocabulary))
    return tuple(dict.fromkeys(named))
