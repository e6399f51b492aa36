"""The same treatment from two prescriptions at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from optimizer.caseload.medication.fill import Fill, plain
from optimizer.caseload.medication.supply import Spans, by_ingredient, common, shifted
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import PanelSpan
from optimizer.planning.words import on

NO_PURPOSE = ("cytochrome", "p-glycoprotein", "organic anion", "breast cancer resistance protein")
"""Classes of the NDC directory that tell what else a medicine does: they begin so."""
LONGEST = 7
"""Days that two may overlap while one takes over from the other."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two sets of ingredients that belong together, so that they are no duplication."""

    title: str
    one: frozenset[str]
    other: frozenset[str]

    def allows(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Tell whether two drugs belong together."""
        a, b = {*first}, {*second}
        return bool((a & self.one and b & self.other) or (a & self.other and b & self.one))


@dataclass(frozen=True, slots=True)
class Allowed:
    """What is no duplication: sets that belong together, and long beside short release of one of some ingredients."""

    together: tuple[Together, ...]
    both_releases: frozenset[str]
    extended: frozenset[str]
    source: CitedSource

    def releases(self, fill: Fill) -> bool:
        """Tell whether the form of a fill releases slowly."""
        return bool(self.extended.intersection(plain(fill.form).replace("-", " ").split()))


class Duplication(NamedTuple):
    """Two drugs for one purpose, on hand together for a stretch of days; one drug twice when they are the same."""

    one: str
    other: str
    purpose: str
    span: PanelSpan

    @property
    def sentence(self) -> str:
        """Return who overlaps with what, and since when."""
        both = f"{self.one} from two prescriptions" if self.one == self.other else f"{self.one} and {self.other}"
        since = f"{on(self.span.first)} {self.span.first.year}"
        return f"{both} ({self.purpose}), on hand together for {self.span.length} days from {since}."


def duplications(fills: Sequence[Fill], allowed: Allowed) -> tuple[Duplication, ...]:
    """Return what was on hand twice for more than a week on end, from one patient's fills in order of date."""
    return tuple(sorted({*_same_ingredient(fills, allowed), *_same_class(fills, allowed)}))


def _same_ingredient(fills: Sequence[Fill], allowed: Allowed) -> Iterator[Duplication]:
    for ingredient, own in by_ingredient(fills).items():
        for one, other in combinations(_courses(own).values(), 2):
            both_releases = allowed.releases(one[0]) != allowed.releases(other[0])
            if not (both_releases and ingredient in allowed.both_releases):
                for span in _overlaps(shifted(one), shifted(other)):
                    yield Duplication(ingredient, ingredient, "the same ingredient", span)


def _same_class(fills: Sequence[Fill], allowed: Allowed) -> Iterator[Duplication]:
    found = set[tuple[str, str]]()
    for group, drugs in _by_class(fills).items():
        supply = {name: shifted(own) for name, own in drugs.items()}
        for one, other in combinations(sorted(drugs), 2):
            first, second = drugs[one][0].ingredients, drugs[other][0].ingredients
            known = bool({*first} & {*second}) or (one, other) in found
            if not known and not any(pair.allows(first, second) for pair in allowed.together):
                found.add((one, other))
                for span in _overlaps(supply[one], supply[other]):
                    yield Duplication(one, other, group, span)


def _courses(fills: Sequence[Fill]) -> Mapping[tuple[str, ...], list[Fill]]:
    courses: dict[tuple[str, ...], list[Fill]] = defaultdict(list)
    for fill in fills:
        courses[fill.course].append(fill)
    return courses


def _by_class(fills: Sequence[Fill]) -> Mapping[str, Mapping[str, list[Fill]]]:
    classes: dict[str, dict[str, list[Fill]]] = defaultdict(lambda: defaultdict(list))
    for fill in fills:
        for group in dict.fromkeys((*fill.said, *fill.doubled)):
            if not group.startswith(NO_PURPOSE):
                classes[group][plain(fill.drug)].append(fill)
    return classes


def _overlaps(one: Spans, other: Spans) -> Iterator[PanelSpan]:
    return (span for span in common(one, other) if span.length > LONGEST)
