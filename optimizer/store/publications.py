"""Publications: schedules frozen as people were told of them, with the rules, the score and who answers for what.

Number 1 of a draft is its publication, those after are amendments. What everybody may see is kept apart from the
workbook, which tells pay, so that nobody needs the one for the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from optimizer.planning.pair import Plan
from optimizer.planning.score import Score
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.balance import Balance, balances
from optimizer.staffing.schedule.accepted import Accepted
from optimizer.staffing.schedule.ledger_entry import with_period
from optimizer.staffing.schedule.posting import Posting, posting_of, seen_by
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_pay
from optimizer.store.canonical import now, read_plan, written
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import DRAFT, PUBLICATION, UNIT, WORKBOOK
from optimizer.store.drafts import expect
from optimizer.store.edits import edits_of, plan_of
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.frozen import (
    accepted_text,
    balances_text,
    posting_text,
    read_accepted,
    read_balances,
    read_posting,
)
from optimizer.store.kinds import check_own, require_schedule
from optimizer.store.revisions import expect_revision
from optimizer.store.roles import PERMITTED, Actor, Permission, check
from optimizer.store.workbooks import workbook_id

FROZEN = ("plan", "policy", "workbook")
"""What an amendment has to change something of."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication as everybody may see it; ``draft_name`` mostly says its days, ``version`` is the draft's."""

    draft: int
    unit: str
    draft_name: str
    number: int
    version: int
    at: str
    who: str

    @property
    def said(self) -> str:
        """Return what it is a publication of: "draft 3 (December)"."""
        return f"draft {self.draft} ({self.draft_name})"


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a schedule was published as it is, for those who answer for it; ``policy`` is JSON text."""

    number: int
    why: str
    score: Score
    policy: str
    accepted: tuple[Accepted, ...]


@guarded
def publish(
    database: Database, actor: Actor, draft: int, expected_version: int, *, revision: int, unit: Unit, policy: str,
    score: Score, accepted: Sequence[Accepted] = (), why: str = "",
) -> int:  # fmt: skip
    """Freeze the schedule of a draft at its newest version, and return the number of the publication.

    ``unit`` and ``policy`` are what the draft's facts say at a revision, and ``score`` is by them. Raise ConflictError
    when the draft has moved on from the version, RevisionConflictError when its facts have.
    """
    check(actor, Permission.PUBLISH)
    _require_reasons(score, accepted)
    with database.writing() as connection:
        require_schedule(connection, draft)
        check_own(connection, actor, draft)
        expect(connection, draft, expected_version)
        expect_revision(connection, draft, revision)
        plan = known_to(unit, plan_of(edits_of(connection, draft)))
        first, last = _ends(connection, draft)
        row = {
            "draft": draft,
            "number": last["number"] + 1 if last else 1,
            "version": expected_version,
            "workbook": workbook_id(connection, draft),
            "at": now(),
            "who": actor.id,
            "why": why.strip(),
            "broken": score.broken,
            "cost_cents": score.cost,
            "plan": written(plan),
            "policy": policy,
            "accepted": accepted_text(accepted),
            "posting": posting_text(posting_of(unit)),
            "ledger": balances_text(_balances(unit, plan, read_plan(first["plan"]) if first else None)),
        }
        if last:
            _require_amendment(row, last)
        _append(connection, actor, row)
    return int(row["number"])


@guarded
def changed_since(database: Database, actor: Actor, draft: int, plan: Plan, policy: str) -> bool:
    """Tell whether a schedule, its rules or its facts differ from what was published last; they do if nothing was."""
    check(actor, Permission.READ_DRAFTS)
    with database.reading() as connection:
        _, last = _ends(connection, draft)
        row = {"plan": written(plan), "policy": policy, "workbook": workbook_id(connection, draft)}
        return last is None or _differs(row, last)


def known_to(unit: Unit, plan: Plan) -> Plan:
    """Return a schedule, and refuse one with duties that the unit's facts do not know, such as of people who left."""
    people = sorted({pair.who for pair in plan - frozenset(unit.pairs)})
    if people:
        raise StoreError(f"The schedule has duties that the facts do not know (of {', '.join(people)}); take them out.")
    return plan


@guarded
def publications(database: Database, actor: Actor, draft: int | None = None) -> tuple[Publication, ...]:
    """Return every publication, of one draft if one is named, the oldest first."""
    check(actor, Permission.READ_PUBLISHED)
    own = (PUBLICATION.c[name] for name in ("draft", "number", "version", "at", "who"))
    wanted = select(*own, UNIT.c.name.label("unit"), DRAFT.c.name.label("draft_name"))
    wanted = wanted.join(DRAFT, DRAFT.c.id == PUBLICATION.c.draft).join(UNIT, UNIT.c.id == DRAFT.c.unit)
    if draft is not None:
        wanted = wanted.where(PUBLICATION.c.draft == draft)
    with database.reading() as connection:
        return tuple(Publication(**row) for row in connection.execute(wanted.order_by(PUBLICATION.c.id)).mappings())


@guarded
def grounds_of(database: Database, actor: Actor, draft: int) -> tuple[Grounds, ...]:
    """Return why each publication of a draft is as it is, the oldest first."""
    check(actor, Permission.READ_DRAFTS)
    wanted = select(PUBLICATION).where(PUBLICATION.c.draft == draft).order_by(PUBLICATION.c.number)
    with database.reading() as connection:
        return tuple(_grounds(row) for row in connection.execute(wanted).mappings())


@guarded
def published_plan(database: Database, actor: Actor, draft: int, number: int | None = None) -> Plan:
    """Return the schedule of a publication, of the last one when no number is given.

    Why others are away is left out for whoever may not know.
    """
    check(actor, Permission.READ_PUBLISHED)
    plan, posting = _one(database, select(PUBLICATION.c.plan, PUBLICATION.c.posting), draft, number)
    if Permission.READ_LEAVE in PERMITTED[actor.role]:
        return read_plan(plan)
    return seen_by(read_posting(posting), read_plan(plan), actor.staff_id)


@guarded
def posting_at(database: Database, actor: Actor, draft: int, number: int | None = None) -> Posting:
    """Return who is on the schedule of a publication, in which shifts and on which days."""
    check(actor, Permission.READ_PUBLISHED)
    (posting,) = _one(database, select(PUBLICATION.c.posting), draft, number)
    return read_posting(posting)


def issues_before(database: Database, actor: Actor, last: Publication) -> tuple[tuple[Posting, Plan], ...]:
    """Return what was published of a draft before a publication, the oldest first, as the actor may see it."""
    return tuple(
        (posting_at(database, actor, last.draft, number), published_plan(database, actor, last.draft, number))
        for number in range(1, last.number)
    )


@guarded
def published_workbook(database: Database, actor: Actor, draft: int, number: int | None = None) -> bytes:
    """Return the workbook that the rules and the pay of a publication stand in. It tells everyone's pay."""
    check(actor, Permission.READ_PUBLISHED, Permission.READ_PAY)
    wanted = select(WORKBOOK.c.bytes).join(PUBLICATION, PUBLICATION.c.workbook == WORKBOOK.c.id)
    (content,) = _one(database, wanted, draft, number)
    note_pay(database, actor, draft)
    return bytes(content)


@guarded
def ledger_at(database: Database, actor: Actor, draft: int, number: int | None = None) -> tuple[Balance, ...]:
    """Return what everyone bore and got over the periods up to a publication's own."""
    check(actor, Permission.READ_LEDGERS)
    (ledger,) = _one(database, select(PUBLICATION.c.ledger), draft, number)
    return read_balances(ledger)


@guarded
def own_ledger(database: Database, actor: Actor, draft: int, number: int | None = None) -> Balance | None:
    """Return what the actor bore and got over the periods, None for somebody who is not on the schedule."""
    check(actor, Permission.READ_OWN_LEDGER)
    (ledger,) = _one(database, select(PUBLICATION.c.ledger), draft, number)
    return next((each for each in read_balances(ledger) if each.who == actor.staff_id), None)


def _append(connection: Connection, actor: Actor, row: Mapping[str, Any]) -> None:
    """Add a publication and its row of the audit."""
    changes = Changes(connection)
    changes.add(PUBLICATION, {"id": next_id(connection, PUBLICATION.c.id), **row})
    changes.tell(actor, "publish", f"draft {row['draft']}", {name: row[name] for name in ("number", "version")})


def _require_reasons(score: Score, accepted: Sequence[Accepted]) -> None:
    if score.broken and not accepted:
        raise StoreError("The schedule breaks musts, and nobody answers for them.")
    if not all(each.reason.strip() for each in accepted):
        raise StoreError("Every accepted breach needs a reason.")


def _require_amendment(row: Mapping[str, Any], last: Mapping[str, Any]) -> None:
    if not _differs(row, last):
        raise StoreError(f"Nothing changed since number {last['number']} was published, so there is nothing to amend.")
    if not row["why"]:
        raise StoreError("An amendment needs a reason.")


def _differs(row: Mapping[str, Any], last: Mapping[str, Any]) -> bool:
    return any(row[name] != last[name] for name in FROZEN)


def _balances(unit: Unit, plan: Plan, first: Plan | None) -> tuple[Balance, ...]:
    return balances(replace(unit, ledger=with_period(unit, plan, first)))


def _ends(connection: Connection, draft: int) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    """Return the first and the last publication of a draft, None when there is none."""
    wanted = select(PUBLICATION).where(PUBLICATION.c.draft == draft).order_by(PUBLICATION.c.number)
    rows: list[Any] = [*connection.execute(wanted).mappings()]
    return (rows[0], rows[-1]) if rows else (None, None)


def _one(database: Database, wanted: Select[Any], draft: int, number: int | None) -> Any:
    """Return what is wanted of one publication."""
    newest = select(func.max(PUBLICATION.c.number)).where(PUBLICATION.c.draft == draft)
    with database.reading() as connection:
        last = connection.execute(newest).scalar()
        if last is None:
            raise MissingError(f"Draft {draft} has not been published.")
        here = wanted.where(PUBLICATION.c.draft == draft, PUBLICATION.c.number == (number or last))
        found = connection.execute(here).first()
    if found is None:
        raise MissingError(f"Draft {draft} has no publication {number}; it has 1 to {last}.")
    return found


def _grounds(row: Mapping[Any, Any]) -> Grounds:
    score = Score(row["broken"], row["cost_cents"])
    return Grounds(row["number"], row["why"], score, row["policy"], read_accepted(row["accepted"]))
