"""Approves an ask: judged on the schedule as it stands, entered into the facts where it is one, and told as amended.

Whoever approves, a manager or the unit's rules, comes through here: what breaks a must takes a reason on record.
"""

from dataclasses import dataclass

from optimizer.scenarios.asks.amend import amend, is_as_published
from optimizer.scenarios.asks.enter import enter
from optimizer.scenarios.asks.judged_ask import DraftNow, JudgedAsk, LookAgain, judge_ask
from optimizer.staffing.asks.ask import Ask
from optimizer.store.asks.decisions import grant, require_decidable
from optimizer.store.database.connection import Database
from optimizer.store.edits import ConflictError
from optimizer.store.errors import StoreError
from optimizer.store.revisions import RevisionConflictError
from optimizer.store.roles import Actor

TRIES = 8
"""How often it is judged anew because somebody edited the draft meanwhile."""
BUSY = "Others are changing the draft all the time; try again in a moment."


class RefusedAskError(StoreError):
    """Raised when an ask can be granted by nobody as the schedule stands; the message tells why."""


class BreaksMustError(StoreError):
    """Raised when an ask would break a must and no reason is on record for it; ``breaks`` are the sentences."""

    def __init__(self, breaks: tuple[str, ...]) -> None:
        self.breaks = breaks
        super().__init__(f"It takes a reason, which stays on record: {' '.join(breaks)}")


@dataclass(frozen=True, slots=True)
class Approval:
    """An ask that was approved: the version of the draft with it, and the number of the amendment that tells of it.

    ``amendment`` is None where the draft is not published, holds other changes that nobody was told of yet, or breaks
    musts that nobody answers for.
    """

    version: int
    amendment: int | None


def approve(database: Database, actor: Actor, look: LookAgain, ask: Ask, why: str = "") -> Approval:
    """Approve an ask. Raise RefusedAskError or BreaksMustError when it cannot be, and change nothing then."""
    for _ in range(TRIES):
        require_decidable(database, actor, ask.id)  # the page that shows it may be old, and facts are entered first
        now = look()
        judged = _sound(judge_ask(now.known, ask), why)
        try:
            return _approved(database, actor, look, ask, why, now, judged)
        except (ConflictError, RevisionConflictError):
            continue
    raise StoreError(BUSY)


def _sound(judged: JudgedAsk, why: str) -> JudgedAsk:
    if judged.cannot:
        raise RefusedAskError(" ".join(judged.cannot))
    if judged.breaks and not why.strip():
        raise BreaksMustError(judged.breaks)
    return judged


def _approved(
    database: Database, actor: Actor, look: LookAgain, ask: Ask, why: str, now: DraftNow, judged: JudgedAsk
) -> Approval:
    told = is_as_published(database, actor, ask.draft, now)
    entered = enter(database, actor, ask, now.revision)
    version = grant(database, actor, ask.id, now.version, judged.minus, judged.plus, judged.breaks, why)
    changed = told and bool(entered or judged.minus or judged.plus)
    return Approval(version, _amended(database, actor, look, ask, why, (version, now.revision + entered), changed))


def _amended(
    database: Database, actor: Actor, look: LookAgain, ask: Ask, why: str, made: tuple[int, int], changed: bool
) -> int | None:
    """Tell of an approval where the draft and its facts are still as it made them, so that no other edit goes along."""
    now = look() if changed else None
    return amend(database, actor, ask, now, why) if now and (now.version, now.revision) == made else None
