"""A panel's workbook being read: who is known so far, and every fault found."""

from dataclasses import dataclass, field

from optimizer.caseload.manager import Manager
from optimizer.caseload.patient import Patient
from optimizer.workbook.table.parse import one_of, text
from optimizer.workbook.table.sheets import Sheets


@dataclass
class PanelSource(Sheets):
    """Collects what the sheets read so far tell those after them. A row with a fault still makes its id known."""

    managers: dict[str, Manager | None] = field(default_factory=dict)
    patients: dict[str, Patient | None] = field(default_factory=dict)

    def manager(self, value: object) -> str:
        """Read the id of a case manager."""
        return one_of(self.managers, "case manager's id")(value)

    def patient(self, value: object) -> str:
        """Read the id of a patient."""
        word = text(value)
        return word if word in self.patients else one_of(self.patients, "patient's id")(value)
