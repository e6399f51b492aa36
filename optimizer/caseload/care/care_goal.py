"""What is aimed at with a patient, how, by whom, and when somebody looks at it again."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CareGoal:
    """A goal of a care plan, and the intervention for it.

    ``review`` is the day by which it is looked at, and ``minutes`` what intervention and review take until then.
    ``owner`` is the id of the case manager who does it, "" for whoever has the patient. ``met`` is when it was reached
    or given up, None while it stands.
    """

    goal: str
    review: date
    intervention: str = ""
    owner: str = ""
    minutes: int = 0
    met: date | None = None
