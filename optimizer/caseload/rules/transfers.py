"""Patients keep the manager they know."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, patient_of
from optimizer.caseload.tier import Tier
from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.planning.words import count

HEAVY = 2
"""What a transfer of a patient of a complex tier or above weighs beside any other."""


@dataclass(frozen=True)
class Continuity(PanelRule):
    """Leaves every patient with the present manager, or with the successor named for the whole caseload.

    The transfer of a heavy case weighs twice.
    """

    key, title, unit = "continuity", "Patients keep their case manager", "transfer"
    sentence = "every patient stays with the present manager; the transfer of a heavy case weighs twice"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every patient who has a manager now, over all the others."""
        for patient in panel.kept:
            weight = HEAVY if panel.tier(patient) >= Tier.COMPLEX else 1
            yield Sum(Place(what=(patient,)), tuple((weight, pair) for pair in moved(panel, patient)), high=0)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who loses whom."""
        patient = patient_of(finding)
        had, kept = panel.present[patient], panel.kept[patient]
        if had != kept:
            return f"{patient} is to go from {panel.name_of(had)} to {panel.name_of(kept)} and would go elsewhere."
        return f"{patient} is with {panel.name_of(had)} now and would change."


@dataclass(frozen=True)
class MostTransfers(PanelRule):
    """Moves no more than so many patients from one manager to another."""

    key, title, unit = "most-transfers", "Most transfers", "transfer too many"
    sentence = "no more than {limit} from one manager to another"
    measure = number_of("transfer", "transfers")

    limit: int = 10

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum over every patient who has a manager now, with all the others."""
        away = (pair for patient in panel.kept for pair in moved(panel, patient))
        yield Sum(Place(), tuple((1, pair) for pair in away), high=self.limit)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many change and how many may."""
        del panel
        return f"{count(finding.total, 'patient')} would change; it should be {finding.bound} at most."


def moved(panel: Panel, patient: str) -> Iterator[Pair]:
    """Yield the pairs in which a patient is with another manager than now, or than the one named to take over."""
    return (pair for pair in panel.owners.get(patient, ()) if pair.who != panel.kept[patient])
