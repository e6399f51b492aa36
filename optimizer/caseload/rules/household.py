"""One manager for a household."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.rule import PanelRule
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding


@dataclass(frozen=True)
class Household(PanelRule):
    """Gives patients who live together to one manager."""

    key, title, unit = "household", "One case manager for a household", "patient apart from the household"
    sentence = "patients who live together are with one manager"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager and two patients of a household: not the first without the second."""
        households: dict[str, list[str]] = defaultdict(list)
        for patient in panel.patients:
            if patient.household:
                households[patient.household].append(patient.id)
        for two in (two for members in households.values() for two in pairwise(members)):
            for manager in panel.managers:
                first, second = (Pair(manager.id, Case(each)) for each in two)
                yield Sum(Place(manager.id, what=two), ((1, first), (-1, second)), high=0)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who of a household is not with the same manager."""
        first, second = finding.place.what
        return f"{second} lives with {first}, but is not with {panel.name_of(finding.place.who)}, too."
