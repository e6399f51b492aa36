"""By when referrals are to be answered and closed, and what a hand-off takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CareTaskTimes:
    """Days from sending a referral to its acceptance, and from there to its end; minutes of a hand-off.

    The days are our own design, to be replaced by what was agreed with the resources. Without minutes nobody is asked
    for a hand-off.
    """

    accepted: int = 7
    closed: int = 30
    handoff: int | None = None


USUAL_TIMES = CareTaskTimes()
