"""Tells of an approved ask at once, as an amendment of what was published, where that changes nothing else."""

from optimizer.planning.words import capital
from optimizer.scenarios.asks.judged_ask import DraftNow
from optimizer.staffing.asks.ask import Ask
from optimizer.staffing.schedule.accepted import Accepted, accepted, still_accepted, unaccepted
from optimizer.store.database.connection import Database
from optimizer.store.edits import ConflictError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import changed_since, grounds_of, publish
from optimizer.store.revisions import RevisionConflictError
from optimizer.store.roles import Actor


def is_as_published(database: Database, actor: Actor, draft: int, now: DraftNow) -> bool:
    """Tell whether people were told of a draft exactly as it stands; not where it was never published."""
    known = now.known
    return not changed_since(database, actor, draft, known.verdict.plan, policy_text(known.policy))


def amend(database: Database, actor: Actor, ask: Ask, now: DraftNow, why: str) -> int | None:
    """Publish a draft as it stands with an approved ask, and return the number.

    None where musts need other answers, or somebody else has changed the draft or its facts since ``now``.
    """
    known = now.known
    musts = tuple(finding for finding in known.judge.findings(known.verdict) if finding.must)
    kept: tuple[Accepted, ...] = still_accepted(known.unit, musts, grounds_of(database, actor, ask.draft)[-1].accepted)
    new = unaccepted(known.unit, musts, kept)
    if new and not why.strip():
        return None
    answers = (*kept, *(accepted(known.unit, finding, why.strip()) for finding in new))
    try:
        return publish(
            database, actor, ask.draft, now.version, revision=now.revision, unit=known.unit,
            policy=policy_text(known.policy), score=known.verdict.score, accepted=answers,
            why=f"{capital(ask.kind.value)} (ask {ask.id})",
        )  # fmt: skip
    except (ConflictError, RevisionConflictError):
        return None
