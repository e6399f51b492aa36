"""Asks as the store keeps them: staff put them and take them back; whoever asks sees their own, managers see all.

An ask is told to nobody but whoever put it, the colleague whom a swap is offered to, and whoever decides. The note for
whoever decides is told to nobody else, and neither is who decided.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from optimizer.staffing.asks.ask import DECIDABLE, UNANSWERED, Ask, AskKind, AskState, AskStep, Wanted
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import ASK, ASK_STEP
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.facts_text import facts_text, read_facts
from optimizer.store.kinds import decides_asks, require_schedule
from optimizer.store.revisions import expect_revision
from optimizer.store.roles import Actor, Permission, check

Begins = Callable[[tuple[Ask, ...]], AskState]
"""Into which state an ask comes, by all that was asked on its draft before; what it raises keeps the ask from being."""


def waits(_: tuple[Ask, ...]) -> AskState:
    """Return the state of an ask that waits for whoever decides, whatever others ask for."""
    return AskState.ASKED


@guarded
def put_ask(
    database: Database, actor: Actor, draft: int, kind: AskKind, wanted: Wanted, note: str = "",
    begins: Begins = waits, revision: int | None = None,
) -> int:  # fmt: skip
    """Keep what somebody asks for on the schedule of a draft, and return the id of the ask.

    A swap begins by being offered to the colleague; else ``begins`` says how, asked while nobody else can write, so
    that two who ask at the same moment are counted one after the other. Raise RevisionConflictError when the facts
    have moved on from the ``revision`` that this is judged by.
    """
    who = staff_of(actor)
    with database.writing() as connection:
        require_schedule(connection, draft)
        if revision is not None:
            expect_revision(connection, draft, revision)
        begun = begins(read_asks(connection, ASK.c.draft == draft))
        begun = AskState.OFFERED if kind is AskKind.SWAP else begun
        if begun not in UNANSWERED:
            raise StoreError("Nobody decides what they ask for themselves.")
        changes, ask = Changes(connection), next_id(connection, ASK.c.id)
        row = {"id": ask, "draft": draft, "staff": who, "kind": kind.value}
        changes.add(ASK, {**row, "wanted": facts_text(wanted), "note": note.strip()})
        step(changes, actor, draft, ask, begun)
    return ask


@guarded
def asks_of(database: Database, actor: Actor, draft: int) -> tuple[Ask, ...]:
    """Return the asks on a draft, the oldest first: all to who decides them, to staff their own and swaps with them."""
    check(actor, Permission.TAKE_PART)
    with database.reading() as connection:
        found, decides = read_asks(connection, ASK.c.draft == draft), decides_asks(connection, actor, draft)
    return found if decides else tuple(_seen_by(actor, ask) for ask in found if _concerns(actor, ask))


@guarded
def take_back(database: Database, actor: Actor, ask: int) -> None:
    """Withdraw an ask of one's own that nobody has answered."""
    who = staff_of(actor)
    with database.writing() as connection:
        found = expect_ask(connection, ask, UNANSWERED)
        _require_own(actor, found.who == who)
        step(Changes(connection), actor, found.draft, ask, AskState.WITHDRAWN)


@guarded
def answer_offer(database: Database, actor: Actor, ask: int, agrees: bool) -> None:
    """Take a swap that a colleague offers, so that it waits for whoever decides, or decline it."""
    who = staff_of(actor)
    with database.writing() as connection:
        found = expect_ask(connection, ask, {AskState.OFFERED})
        _require_own(actor, found.wanted.other == who)
        state, why = (AskState.ASKED, "") if agrees else (AskState.DENIED, "Your colleague would rather not swap.")
        step(Changes(connection), actor, found.draft, ask, state, why)


def staff_of(actor: Actor) -> str:
    """Return whose row of the schedule somebody's is. Raise StoreError when they are on none."""
    check(actor, Permission.TAKE_PART)
    if actor.staff_id is None:
        raise StoreError(f"{actor.id} is on no row of a schedule, so has nothing to ask for.")
    return actor.staff_id


def step(changes: Changes, actor: Actor, draft: int, ask: int, state: AskState, why: str = "") -> None:
    """Add a step to an ask, and tell the audit of it and of all that was written before."""
    steps = select(ASK_STEP.c.number).where(ASK_STEP.c.ask == ask)
    number = len(changes.connection.execute(steps).all()) + 1
    row = {"ask": ask, "number": number, "at": now(), "who": actor.id, "state": state.value, "why": why.strip()}
    changes.add(ASK_STEP, row)
    changes.tell(actor, "ask" if number == 1 else "ask step", f"draft {draft}", {"ask": ask, "step": number})


def expect_ask(connection: Connection, ask: int, states: Iterable[AskState] = DECIDABLE) -> Ask:
    """Return an ask that is in one of some states. Raise StoreError, which tells its state, when it is in another."""
    found = next(iter(read_asks(connection, ASK.c.id == ask)), None)
    if found is None:
        raise MissingError(f"There is no ask {ask}.")
    if found.state not in {*states}:
        raise StoreError(f"This cannot be done any more: the ask is {found.state.value}.")
    return found


def read_asks(connection: Connection, which: Any) -> tuple[Ask, ...]:
    """Return asks with their steps, the oldest first."""
    rows = connection.execute(select(ASK).where(which).order_by(ASK.c.id)).mappings().all()
    wanted = select(ASK_STEP).join(ASK, ASK.c.id == ASK_STEP.c.ask).where(which)
    steps: dict[int, list[AskStep]] = defaultdict(list)
    for row in connection.execute(wanted.order_by(ASK_STEP.c.ask, ASK_STEP.c.number)).mappings():
        steps[row["ask"]].append(AskStep(row["number"], row["at"], row["who"], AskState(row["state"]), row["why"]))
    return tuple(_ask(row, steps[row["id"]]) for row in rows)


def _ask(row: Mapping[Any, Any], steps: list[AskStep]) -> Ask:
    wanted = read_facts(row["wanted"], Wanted)
    return Ask(row["id"], row["draft"], row["staff"], AskKind(row["kind"]), wanted, row["note"], tuple(steps))


def _concerns(actor: Actor, ask: Ask) -> bool:
    return actor.staff_id is not None and actor.staff_id in (ask.who, ask.wanted.other)


def _seen_by(actor: Actor, ask: Ask) -> Ask:
    """Return an ask as somebody who does not decide may see it: of a colleague's neither the note nor the answers."""
    own = ask.who == actor.staff_id
    steps = tuple(replace(each, who="", why=each.why if own else "") for each in ask.steps)
    return replace(ask, note=ask.note if own else "", steps=steps)


def _require_own(actor: Actor, own: bool) -> None:
    if not own:
        permission = Permission.DECIDE_ASKS.value
        raise ForbiddenError(f"{actor.id} has the role {actor.role}, which may not {permission}.", permission)
