"""What whoever decides has to know of an ask: who, what, what they got so far, what else is asked for, what is left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair
from optimizer.planning.words import count, on
from optimizer.scenarios.asks.judged_ask import JudgedAsk, duty_of, figures_of, judge_ask
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import TAKES_A_DUTY, Ask, AskKind
from optimizer.staffing.asks.ask_words import wanted_said
from optimizer.staffing.asks.claim import RANK_WORDS, Claim, claim_of
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.request import Wish
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.balance import balances
from optimizer.staffing.schedule.figures import Figures

DAYS_TOLD = 7
"""Of how many days of a long absence it is told what is left."""


@dataclass(frozen=True, slots=True)
class AskView:
    """An ask with all that speaks for and against it, in words. ``claim`` is there where a duty is taken."""

    ask: Ask
    who: str
    said: str
    balance: str
    others: tuple[str, ...]
    cover: tuple[str, ...]
    judged: JudgedAsk
    claim: Claim | None

    @property
    def order(self) -> tuple[bool, date, str, tuple[int, int], int]:
        """Return by what asks are listed: who is out sick first, then by day, and claims on one duty by rank."""
        wanted = self.ask.wanted
        rank = self.claim.order if self.claim else (0, 0)
        return self.ask.kind is not AskKind.CALL_OUT, wanted.first, wanted.shift, rank, self.ask.id


def ask_views(known: KnownSchedule, asks: Sequence[Ask]) -> list[AskView]:
    """Return what is to be known of every ask that can be decided, in the order in which they are listed."""
    waiting = [ask for ask in asks if ask.unanswered and ask.who in known.unit.people]
    figures = figures_of(known)
    return sorted((_view(known, figures, ask, waiting) for ask in waiting), key=lambda view: view.order)


def balance_said(unit: Unit, who: str) -> str:
    """Return what somebody was granted so far: in the periods of the ledger, and as leave in this one."""
    leave = count(len(unit.leave[who] & {*unit.days}), "day")
    found = next((each for each in balances(unit) if each.who == who), None)
    this = f"{leave} of leave in this period"
    if found is None or not found.asked:
        return f"{this}; of earlier ones no requests are known"
    return f"{this}; {found.granted} of {found.asked} requests met before, {found.denied_in_a_row} denied in a row"


def _view(known: KnownSchedule, figures: Figures, ask: Ask, waiting: Sequence[Ask]) -> AskView:
    unit = known.unit
    judged = judge_ask(known, ask)
    takes = ask.kind in TAKES_A_DUTY and not judged.cannot
    claim = claim_of(figures, Pair(ask.who, duty_of(ask))) if takes else None
    return AskView(
        ask, unit.name_of(ask.who), _said(unit, ask), _standing(unit, ask, claim), tuple(_others(unit, ask, waiting)),
        tuple(_cover(figures, ask, judged)), judged, claim,
    )  # fmt: skip


def _said(unit: Unit, ask: Ask) -> str:
    other = ask.wanted.other
    return wanted_said(ask) + (f", with {unit.name_of(other)}" if other in unit.people else "")


def _standing(unit: Unit, ask: Ask, claim: Claim | None) -> str:
    said = balance_said(unit, ask.who)
    return f"{RANK_WORDS[claim.rank]}; {said}" if claim else said


def _others(unit: Unit, ask: Ask, waiting: Iterable[Ask]) -> Iterator[str]:
    """Yield what else is asked for on the same days."""
    for other in waiting:
        same = other.wanted.first <= ask.wanted.last and other.wanted.last >= ask.wanted.first
        if same and other.id != ask.id:
            yield f"{unit.name_of(other.who)}: {wanted_said(other)} ({other.state.value})"


def _cover(figures: Figures, ask: Ask, judged: JudgedAsk) -> Iterator[str]:
    """Yield what is needed against who is left if an ask is granted."""
    if ask.kind is AskKind.TIME_OFF or (ask.kind is AskKind.PREFERENCE and ask.wanted.wish is Wish.OFF):
        days = Span(ask.wanted.first, ask.wanted.last).days
        yield from (_left(figures.unit, ask.who, day) for day in days[:DAYS_TOLD])
    yield from _changed(figures, judged)


def _left(unit: Unit, who: str, day: date) -> str:
    """Return how many of a main role are needed on a day, and how many there are to give the duties to."""
    role = unit.people[who].roles[0]
    needed = sum(
        need.target for on_day, need in unit.demand if (on_day, need.role) == (day, role) and _whole(unit, need.shift)
    )
    free = [
        each.id
        for each in unit.staff
        if each.roles[0] == role and each.employed(day) and day not in unit.leave[each.id]
    ]
    return f"{on(day)}: {needed} {role} duties to fill, {len(free) - (who in free)} {role}s left for them"


def _whole(unit: Unit, label: str) -> bool:
    return label in unit.shift_by_code


def _changed(figures: Figures, judged: JudgedAsk) -> Iterator[str]:
    """Yield every need whose cover an ask changes, where the schedule has duties of it already."""
    if not (judged.minus or judged.plus):
        return
    moved = Counter({pair.what[:3]: 0 for pair in judged.minus | judged.plus})
    moved.update(pair.what[:3] for pair in judged.plus)
    moved.subtract(pair.what[:3] for pair in judged.minus)
    for (day, need), cover in figures.covers:
        if by := moved.get((day, need.shift, need.role), 0):
            then = f"{cover.have + by} of {cover.target} if granted, {cover.have} now"
            yield f"{need.shift} as {need.role} on {on(day)}: {then}"
