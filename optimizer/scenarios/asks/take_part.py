"""What staff do themselves: ask, agree to a swap; decided at once where the rules of the unit say so.

What somebody is told here is about themselves alone: where a must would be broken, which may be about others, they only
hear that their manager decides, and of a swap that cannot be not whose leave, licence or lock is in the way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair
from optimizer.scenarios.asks.approve import BUSY, TRIES, BreaksMustError, RefusedAskError, approve
from optimizer.scenarios.asks.judged_ask import OTHER_NOW, DraftNow, LookAgain, duty_of, figures_of, judge_ask
from optimizer.staffing.asks.ask import TAKES_A_DUTY, Ask, AskKind, AskState, Wanted
from optimizer.staffing.asks.claim import Claim, ClaimRank, claim_of
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.asks.window import full_days, off_by_day, refusals
from optimizer.staffing.facts.calendar import Span
from optimizer.store.asks.asks import Begins, answer_offer, asks_of, put_ask, staff_of
from optimizer.store.asks.decisions import deny, give_back
from optimizer.store.asks.part_rules import rules_of
from optimizer.store.database.connection import Database
from optimizer.store.edits import ConflictError
from optimizer.store.errors import StoreError
from optimizer.store.publications import Publication, publications
from optimizer.store.revisions import RevisionConflictError
from optimizer.store.roles import Actor, Role

RULES = Actor("the unit's rules", Role.MANAGER)
"""Who decides what the rules of a unit decide, and reads for it what staff may not."""
DECIDES = "Your manager decides."
CANNOT_SWAP = "This swap cannot be had as the schedule stands."


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an ask at once: its id, its state, and what to tell whoever asked."""

    ask: int
    state: AskState
    said: str


def take_part(
    database: Database, actor: Actor, look: LookAgain, draft: int, kind: AskKind, wanted: Wanted, today: date,
    note: str = "",
) -> Answered:  # fmt: skip
    """Put an ask, and decide it where the rules do. Raise RefusedAskError when it may not be asked for."""
    who, rules = staff_of(actor), rules_of(database, RULES, draft)
    for _ in range(TRIES):
        now, ask = look(), Ask(0, draft, who, kind, wanted, "", ())
        _require_allowed(rules, now, ask, today)
        try:
            number = put_ask(database, actor, draft, kind, wanted, note, _begins(rules, now, ask), now.revision)
        except RevisionConflictError:
            continue  # somebody's leave may have been granted meanwhile, and is to be counted
        return _decided(database, look, rules, _ask(database, draft, number))
    raise StoreError(BUSY)


def _begins(rules: PartRules, now: DraftNow, ask: Ask) -> Begins:
    """Return what says, by the asks before it, into which state an ask comes; what is asked for already is refused."""

    def begins(asks: tuple[Ask, ...]) -> AskState:
        if any(other.unanswered and _same(other, ask) for other in asks):
            raise RefusedAskError("You have asked for this already.")
        unit = now.known.unit
        full = ask.kind is AskKind.TIME_OFF and full_days(
            rules, unit, ask.who, _span(ask.wanted), off_by_day(unit, asks)
        )
        return AskState.WAITLISTED if full else AskState.ASKED

    return begins


def _same(one: Ask, other: Ask) -> bool:
    return (one.who, one.kind, one.wanted) == (other.who, other.kind, other.wanted)


def agree(database: Database, actor: Actor, look: LookAgain, draft: int, ask: int) -> Answered:
    """Agree to a swap that a colleague offers, and decide it where the rules do."""
    answer_offer(database, actor, ask, agrees=True)
    return _decided(database, look, rules_of(database, RULES, draft), _ask(database, draft, ask))


def give_up(database: Database, actor: Actor, look: LookAgain, ask: Ask) -> None:
    """Give back a duty that somebody took of a schedule in the making. Raise RefusedAskError once people were told."""
    if ask.who != staff_of(actor) or not may_give_up(ask, publications(database, actor, ask.draft)):
        raise RefusedAskError("People were told of it. Ask your manager, or offer a swap.")
    for _ in range(TRIES):
        try:
            give_back(database, RULES, ask.id, look().version, {Pair(ask.who, duty_of(ask))})
            return
        except ConflictError:
            continue
    raise StoreError(BUSY)


def may_give_up(ask: Ask, published: Sequence[Publication]) -> bool:
    """Tell whether a duty that somebody took can be given back by themselves: until the schedule is published."""
    return ask.kind is AskKind.SELF_SCHEDULE and ask.state is AskState.APPROVED and not published


def may_claim(rules: PartRules, kind: AskKind, claim: Claim) -> str:
    """Return why somebody may not take a duty by the rules of the unit, "" where they may."""
    if kind is AskKind.SELF_SCHEDULE and (claim.above or claim.overtime):
        return "It does not fit within your contract of the pay period."
    if claim.rank is ClaimRank.OVERTIME and not rules.overtime:
        return "It would make overtime, which this unit gives nobody who asks."
    return ""


def _require_allowed(rules: PartRules, now: DraftNow, ask: Ask, today: date) -> None:
    unit = now.known.unit
    if ask.who not in unit.people:
        raise RefusedAskError("You are on no row of this schedule.")
    reasons = [*refusals(rules, unit, ask.kind, ask.who, ask.wanted, today)]
    if not reasons and ask.kind in (*TAKES_A_DUTY, AskKind.SWAP):
        reasons += dict.fromkeys(_as_told(ask, reason) for reason in judge_ask(now.known, ask).cannot)
    if not reasons and ask.kind in TAKES_A_DUTY:
        reasons += [may_claim(rules, ask.kind, claim_of(figures_of(now.known), Pair(ask.who, duty_of(ask))))]
    if found := " ".join(filter(None, reasons)):
        raise RefusedAskError(found)


def _decided(database: Database, look: LookAgain, rules: PartRules, ask: Ask) -> Answered:
    """Decide an ask by the rules where they decide it, and tell what became of it."""
    if ask.state is AskState.OFFERED:
        return Answered(ask.id, ask.state, "Offered to your colleague; when they agree, it is decided.")
    if ask.state is AskState.WAITLISTED:
        return Answered(ask.id, ask.state, f"As many are off then as may be; you are on the waitlist. {DECIDES}")
    if ask.kind is AskKind.CALL_OUT:
        return Answered(ask.id, ask.state, "Your manager is told on their page. Call as well, as your unit asks.")
    return (
        _by_rule(database, look, ask) if rules.decides(ask.kind) else Answered(ask.id, ask.state, f"Asked. {DECIDES}")
    )


def _by_rule(database: Database, look: LookAgain, ask: Ask) -> Answered:
    try:
        found = approve(database, RULES, look, ask)
    except BreaksMustError:
        return Answered(ask.id, ask.state, f"Asked. A rule that must be kept speaks against it. {DECIDES}")
    except RefusedAskError as error:
        why = _as_told(ask, str(error))
        deny(database, RULES, ask.id, why)
        return Answered(ask.id, AskState.DENIED, why)
    told = "" if found.amendment else " It is in the schedule that is published next."
    return Answered(ask.id, AskState.APPROVED, f"Approved.{told}")


def _as_told(ask: Ask, reason: str) -> str:
    """Return why an ask cannot be granted as staff may know it: of a swap it may be about the colleague."""
    return CANNOT_SWAP if ask.kind is AskKind.SWAP and reason != OTHER_NOW else reason


def _ask(database: Database, draft: int, ask: int) -> Ask:
    return next(each for each in asks_of(database, RULES, draft) if each.id == ask)


def _span(wanted: Wanted) -> Span:
    return Span(wanted.first, wanted.last)
