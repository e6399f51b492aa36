"""What people answered who were asked to take a duty on; nothing of it is ever changed, the newest answer counts.

The audit tells that there was one, and seals it; who answered what stands in the table alone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select

from optimizer.staffing.facts.shift import Duty
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import ANSWER
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import check_editing, check_reading, require_schedule
from optimizer.store.roles import Actor


class Answer(StrEnum):
    """What somebody said who was asked."""

    YES = "yes"
    NO = "no"
    SILENT = "no answer"


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What somebody answered about a duty; ``at`` is when in UTC, and ``asker`` wrote it down."""

    staff: str
    duty: Duty
    answer: Answer
    at: str
    asker: str


@guarded
def keep_answer(database: Database, actor: Actor, draft: int, staff: str, duty: Duty, answer: Answer) -> int:
    """Keep what somebody answered who was asked to take a duty on, and return the number of the answer."""
    with database.writing() as connection:
        check_editing(connection, actor, draft)
        require_draft(connection, draft)
        require_schedule(connection, draft)
        last = connection.execute(select(func.max(ANSWER.c.number)).where(ANSWER.c.draft == draft)).scalar()
        key = {"draft": draft, "number": (last or 0) + 1}
        about = {"staff": staff, "day": duty.day.isoformat(), "shift": duty.shift, "role": duty.role}
        changes = Changes(connection)
        changes.add(ANSWER, {**key, **about, "answer": answer.value, "at": now(), "who": actor.id})
        changes.tell(actor, "answer", f"draft {draft}", {"number": key["number"]})
    return int(key["number"])


@guarded
def answers_of(database: Database, actor: Actor, draft: int) -> tuple[GivenAnswer, ...]:
    """Return all that people answered about the duties of a draft, the oldest first."""
    wanted = select(ANSWER).where(ANSWER.c.draft == draft).order_by(ANSWER.c.number)
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        rows = connection.execute(wanted).mappings().all()
    return tuple(
        GivenAnswer(
            row["staff"], Duty(date.fromisoformat(row["day"]), row["shift"], row["role"]), Answer(row["answer"]),
            row["at"], row["who"],
        )
        for row in rows
    )  # fmt: skip
