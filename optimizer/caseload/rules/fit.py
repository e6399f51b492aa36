"""Among those who may, whoever suits the patient better."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, on_pair, patient_of
from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.planning.words import hours


@dataclass(frozen=True)
class Preference(PanelRule):
    """Gives a patient one of the managers whom they prefer."""

    key, title, unit = "preference", "Case manager whom the patient prefers", "patient with another case manager"
    sentence = "a patient who prefers some managers is with one of them"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every patient who prefers somebody, over all the others."""
        for patient in panel.patients:
            if patient.preferred:
                others = (pair for pair in panel.owners[patient.id] if pair.who not in patient.preferred)
                yield Sum(Place(what=(patient.id,)), tuple((1, pair) for pair in others), high=0)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say whom a patient would rather have."""
        patient = panel.patient_by_id[patient_of(finding)]
        names = " or ".join(panel.name_of(who) for who in patient.preferred if who in panel.manager_by_id)
        return f"{patient.id} would rather be with {names}."


@dataclass(frozen=True)
class OwnLanguage(PanelRule):
    """Gives a patient who takes an interpreter to a manager who needs none."""

    key, title, unit = "own-language", "No interpreter where one can be spared", "patient with an interpreter"
    sentence = "a patient who would take an interpreter is with a manager who needs none"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every pair that takes an interpreter."""
        for patient in panel.patients:
            if patient.interpreter and patient.language:
                for pair in panel.owners[patient.id]:
                    if pair in panel.offered and not panel.manager_by_id[pair.who].speaks(patient.language):
                        yield on_pair(pair)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who takes an interpreter."""
        language = panel.patient_by_id[patient_of(finding)].language
        return f"{panel.name_of(finding.place.who)} needs a {language} interpreter for {patient_of(finding)}."


@dataclass(frozen=True)
class Travel(PanelRule):
    """Keeps travel short."""

    key, title, unit = "travel", "Little travel", "minute of travel"
    sentence = "nobody travels more than they must"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager who would travel, in minutes a month."""
        for manager in panel.managers:
            terms = tuple(
                (minutes, pair)
                for pair in panel.caseloads.get(manager.id, ())
                if (minutes := panel.travel_minutes(pair))
            )
            if terms:
                yield Sum(Place(manager.id), terms, high=0)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how much somebody travels."""
        return f"{panel.name_of(finding.place.who)} travels {hours(finding.total)} a month."
