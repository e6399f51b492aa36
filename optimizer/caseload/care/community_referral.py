"""A patient's referral to a community resource, followed until the loop is closed."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from optimizer.caseload.care.care_task_times import CareTaskTimes


class Loop(StrEnum):
    """How far a referral has come."""

    SENT = "sent"
    ACCEPTED = "accepted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CommunityReferral:
    """A referral to a resource such as a food bank; ``minutes`` are what following it up takes.

    It is ``accepted`` when the resource takes the patient, and ``closed`` when it is known how that ended.
    """

    resource: str
    sent: date
    accepted: date | None = None
    closed: date | None = None
    minutes: int = 0

    def loop(self, day: date) -> Loop:
        """Return how far it has come on a day."""
        if self.closed and self.closed <= day:
            return Loop.CLOSED
        return Loop.ACCEPTED if self.accepted and self.accepted <= day else Loop.SENT

    def due(self, times: CareTaskTimes, day: date) -> date | None:
        """Return by when its next step is due, as seen on a day; None once it is closed."""
        loop = self.loop(day)
        if loop is Loop.CLOSED:
            return None
        begun = self.accepted if loop is Loop.ACCEPTED else None
        return begun + timedelta(days=times.closed) if begun else self.sent + timedelta(days=times.accepted)
