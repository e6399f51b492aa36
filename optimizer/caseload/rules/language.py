"""The patient's language."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible


@dataclass(frozen=True)
class Language(Eligible):
    """Gives a patient who takes no interpreter only to a manager who speaks the language."""

    key, title = "language", "Patient's language"
    sentence = "a patient who takes no interpreter is only with a manager who speaks the language"
    attribute = Attribute.LANGUAGE

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        del panel
        return f"does not speak {lack.wanted}"
