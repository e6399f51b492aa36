"""Pairs of medicines that should hardly ever be taken together.

The pairs are those that a panel for the Office of the National Coordinator called high priority (Phansalkar 2012,
PMC3422823), in our own words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from optimizer.caseload.medication.supply import Spans, common
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import PanelSpan
from optimizer.planning.words import on

Supply = Mapping[str, Spans]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sets of ingredients, any of the one with any of the other; ``number`` is the place in the panel's list.

    A clash of what prolongs QT has its sets from the user: both are empty here.
    """

    number: int
    title: str
    one: frozenset[str]
    other: frozenset[str]
    source: CitedSource
    by_user: bool = False


class Interaction(NamedTuple):
    """Two ingredients of a clash that are on hand together."""

    number: int
    title: str
    one: str
    other: str
    span: PanelSpan

    @property
    def sentence(self) -> str:
        """Return which two, and since when."""
        since = f"{on(self.span.first)} {self.span.first.year}"
        return f"{self.one} and {self.other} ({self.title}), both on hand since {since}."


def interactions(
    supply: Supply, clashes: Iterable[Clash], prolonging: frozenset[str] = frozenset()
) -> tuple[Interaction, ...]:
    """Return the high-priority pairs that are on hand together; ``prolonging`` is the user's list of QT risks."""
    return tuple(each for clash in clashes for each in _hits(supply, clash, prolonging))


def _hits(supply: Supply, clash: Clash, prolonging: frozenset[str]) -> Iterator[Interaction]:
    one, other = (prolonging, prolonging) if clash.by_user else (clash.one, clash.other)
    first, second = one & supply.keys(), other & supply.keys()
    pairs = {(min(a, b), max(a, b)) for a in first for b in second if a != b}
    for a, b in sorted(pairs):
        for span in common(supply[a], supply[b]):
            yield Interaction(clash.number, clash.title, a, b, span)
