"""Medicines that do more harm than others when something goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.source import CitedSource


@dataclass(frozen=True, slots=True)
class Alert:
    """A tag: the words for its class in the data, and ingredients that carry it by themselves."""

    title: str
    classes: frozenset[str]
    drugs: frozenset[str]
    source: CitedSource

    @property
    def words(self) -> frozenset[str]:
        """Return the classes and ingredients that carry it."""
        return self.classes | self.drugs

    def speaks_of(self, fill: Fill) -> bool:
        """Tell whether a fill carries the tag."""
        return not fill.groups.isdisjoint(self.classes) or bool(self.drugs.intersection(fill.ingredients))


def alerts(active: Iterable[Fill], tags: Iterable[Alert]) -> tuple[Alert, ...]:
    """Return the tags that any of some fills carries, each once."""
    told_apart = {(fill.groups, fill.ingredients): fill for fill in active}.values()
    return tuple(tag for tag in tags if any(tag.speaks_of(fill) for fill in told_apart))
