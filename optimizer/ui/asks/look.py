"""A draft as it stands, for what staff ask: read for them by the page, since they may not read drafts."""

from optimizer.scenarios.asks.judged_ask import DraftNow, LookAgain
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.store.database.connection import Database
from optimizer.store.locks import locks_of
from optimizer.ui.frame.draft_study import PAGE
from optimizer.ui.frame.study import study_of


def look_at(database: Database, draft: int) -> LookAgain:
    """Return what looks at a draft of a schedule as it stands now."""

    def look() -> DraftNow:
        now = study_of(str(database.engine.url), draft, database).now(PAGE)
        locks = locks_of(database, PAGE, draft)
        facts = now.facts
        known = KnownSchedule(facts.unit, facts.contents.policy, facts.judge, now.verdict, locks)
        return DraftNow(now.version, facts.revision, known)

    return look
