"""What is known of a hospital stay."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stay:
    """One hospital stay; None stands for what is not known.

    ``days`` is the length of stay. ``hemoglobin`` is in tenths of g/dL and ``sodium`` in mmol/L, both at discharge.
    ``oncology`` is a discharge from an oncology service. ``primary_care_booked`` is a visit after it.
    """

    discharged: date | None = None
    days: int | None = None
    urgent: bool | None = None
    hemoglobin: int | None = None
    sodium: int | None = None
    oncology: bool | None = None
    active_cancer: bool | None = None
    procedure: bool | None = None
    primary_care_booked: bool | None = None

    def days_since(self, day: date) -> int | None:
        """Return how many days before a day the discharge was; None when there was none yet or it is not known."""
        since = None if self.discharged is None else (day - self.discharged).days
        return None if since is None or since < 0 else since
