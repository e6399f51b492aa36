"""Hours for each patient and day (HPPD), of which there are three; whatever shows one says which."""

from dataclasses import dataclass
from fractions import Fraction

DIRECT, WORKED, PAID = "Direct HPPD", "Worked HPPD", "Paid HPPD"
MEANS = {
    DIRECT: "hours at the bedside of those who care for patients, for each patient and day",
    WORKED: "all hours at the bedside, those free of patients such as a charge nurse too",
    PAID: "all hours that are paid, leave, orientation and education too",
}
"""What each means. The HPPD that a need is computed from is direct (NQF 0205), the one that is budgeted is worked."""


@dataclass(frozen=True, slots=True)
class PatientHours:
    """The patients of some days at midnight, and minutes for them; ``paid`` is None of what is only aimed at."""

    patient_days: int
    direct: int
    worked: int
    paid: int | None = None

    @property
    def direct_each(self) -> Fraction | None:
        """Return direct HPPD in hours, None without patients."""
        return self._each(self.direct)

    @property
    def worked_each(self) -> Fraction | None:
        """Return worked HPPD in hours, None without patients."""
        return self._each(self.worked)

    @property
    def paid_each(self) -> Fraction | None:
        """Return paid HPPD in hours, None without patients or where it is not known."""
        return self._each(self.paid)

    @property
    def named(self) -> tuple[tuple[str, Fraction | None], ...]:
        """Return the three by name, in hours."""
        return (DIRECT, self.direct_each), (WORKED, self.worked_each), (PAID, self.paid_each)

    def _each(self, minutes: int | None) -> Fraction | None:
        return Fraction(minutes, 60 * self.patient_days) if self.patient_days and minutes is not None else None
