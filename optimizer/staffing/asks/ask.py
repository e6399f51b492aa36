"""One thing that somebody on a schedule asks for, and every step that was taken on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.request import Wish


class AskKind(StrEnum):
    """What somebody asks for; each can be opened to staff, and be approved by rule, apart from the others."""

    TIME_OFF = "time off"
    PREFERENCE = "preference"
    SWAP = "swap"
    OPEN_SHIFT = "open shift"
    SELF_SCHEDULE = "self-scheduling"
    CALL_OUT = "call-out"


TAKES_A_DUTY = frozenset({AskKind.OPEN_SHIFT, AskKind.SELF_SCHEDULE})
"""The kinds by which somebody takes a duty that is still needed: of a published schedule, or of one in the making."""


class AskState(StrEnum):
    """Where an ask stands.

    ``OFFERED`` waits for the colleague who is to swap, ``ASKED`` and ``WAITLISTED`` for whoever decides, all else for
    nobody.
    """

    OFFERED = "offered to a colleague"
    ASKED = "waits for an answer"
    WAITLISTED = "on the waitlist"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


UNANSWERED = frozenset({AskState.OFFERED, AskState.ASKED, AskState.WAITLISTED})
DECIDABLE = frozenset({AskState.ASKED, AskState.WAITLISTED})
"""The states from which somebody can decide."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: some days, one shift and role of them or any; ``wish`` is whether to work them.

    A swap is with ``other``: ``gives`` and ``gets`` are duties of whoever asks, before and after.
    """

    first: date
    last: date
    wish: Wish = Wish.OFF
    shift: str = ""
    role: str = ""
    other: str = ""
    gives: Plan = frozenset()
    gets: Plan = frozenset()


@dataclass(frozen=True, slots=True)
class AskStep:
    """One step: into which state, when, by whom and why. ``who`` is an actor's id, ``why`` is for whoever asked."""

    number: int
    at: str
    who: str
    state: AskState
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one person asks for on the schedule of a draft; ``note`` is for whoever decides, and nobody else."""

    id: int
    draft: int
    who: str
    kind: AskKind
    wanted: Wanted
    note: str
    steps: tuple[AskStep, ...]

    @property
    def state(self) -> AskState:
        """Return where it stands."""
        return self.steps[-1].state

    @property
    def unanswered(self) -> bool:
        """Tell whether it still waits for anybody."""
        return self.state in UNANSWERED

    @property
    def asked_at(self) -> str:
        """Return when it was asked, in UTC."""
        return self.steps[0].at
