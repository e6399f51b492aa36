"""By what rules the staff of a unit take part in the schedule of a draft."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from optimizer.staffing.asks.part_rules import PartRules
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import DRAFT, PART_RULES, UNIT
from optimizer.store.facts_text import facts_text, read_facts
from optimizer.store.kinds import check_own, require_schedule
from optimizer.store.roles import Actor, Permission, check


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft in which staff take part, as they may know of it, published or not."""

    draft: int
    unit: str
    name: str
    rules: PartRules


@guarded
def rules_of(database: Database, actor: Actor, draft: int) -> PartRules:
    """Return the rules of a draft; where it has none yet those of the unit's last, without their days, or the usual."""
    check(actor, Permission.READ_PUBLISHED)
    with database.reading() as connection:
        own = connection.execute(select(PART_RULES.c.rules).where(PART_RULES.c.draft == draft)).scalar()
        if own is not None:
            return read_facts(own, PartRules)
        last = _last_of_unit(connection, draft)
    return PartRules() if last is None else replace(last, opens=None, closes=None, blackout=())


@guarded
def set_rules(database: Database, actor: Actor, draft: int, rules: PartRules) -> None:
    """Have the staff take part in a draft by some rules from now on."""
    check(actor, Permission.DECIDE_ASKS)
    row = {"draft": draft, "rules": facts_text(rules), "at": now(), "who": actor.id}
    with database.writing() as connection:
        require_schedule(connection, draft)
        check_own(connection, actor, draft)
        changes = Changes(connection)
        there = connection.execute(select(PART_RULES.c.draft).where(PART_RULES.c.draft == draft)).scalar()
        changes.add(PART_RULES, row) if there is None else changes.change(PART_RULES, row)
        changes.tell(actor, "set rules", f"draft {draft}", {})


@guarded
def open_drafts(database: Database, actor: Actor) -> tuple[OpenDraft, ...]:
    """Return the drafts whose staff were asked to take part, the newest first."""
    check(actor, Permission.TAKE_PART)
    wanted = select(PART_RULES.c.draft, UNIT.c.name.label("unit"), DRAFT.c.name, PART_RULES.c.rules)
    wanted = wanted.join(DRAFT, DRAFT.c.id == PART_RULES.c.draft).join(UNIT, UNIT.c.id == DRAFT.c.unit)
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(DRAFT.c.id.desc())).mappings().all()
    return tuple(OpenDraft(r["draft"], r["unit"], r["name"], read_facts(r["rules"], PartRules)) for r in rows)


def _last_of_unit(connection: Connection, draft: int) -> PartRules | None:
    unit = select(DRAFT.c.unit).where(DRAFT.c.id == draft).scalar_subquery()
    wanted = select(PART_RULES.c.rules).join(DRAFT, DRAFT.c.id == PART_RULES.c.draft).where(DRAFT.c.unit == unit)
    found = connection.execute(wanted.order_by(DRAFT.c.id.desc()).limit(1)).scalar()
    return None if found is None else read_facts(found, PartRules)
