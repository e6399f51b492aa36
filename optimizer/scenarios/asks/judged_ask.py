"""What an ask would do to the schedule as it stands: the edit, what keeps it from being, and which musts it breaks."""

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import TAKES_A_DUTY, Ask, AskKind
from optimizer.staffing.asks.openings import open_shifts
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.barred import barred
from optimizer.summary.schedule.effect import Effect, effect
from optimizer.summary.schedule.swaps import swap

TAKEN = "The shift is not open any more: somebody was faster."
OTHER_NOW = "The two days are not as they were when the swap was asked for."


@dataclass(frozen=True, slots=True)
class DraftNow:
    """The schedule of a draft as it stands, with the version and the revision of its facts that this is."""

    version: int
    revision: int
    known: KnownSchedule


LookAgain = Callable[[], DraftNow]
"""What looks at the draft as it stands now; who decides looks again when somebody else was faster."""


@dataclass(frozen=True, slots=True)
class JudgedAsk:
    """An ask as an edit. ``cannot`` tells why it can be granted by nobody, ``breaks`` which musts it would break."""

    minus: Plan
    plus: Plan
    cannot: tuple[str, ...]
    effect: Effect

    @property
    def breaks(self) -> tuple[str, ...]:
        """Return a sentence for every must that is broken by it, or broken worse."""
        return self.effect.breaks


def judge_ask(known: KnownSchedule, ask: Ask) -> JudgedAsk:
    """Return what granting an ask comes to."""
    if ask.who not in known.unit.people:
        return _judged(known, (f"{ask.who} is on this schedule no more.",))
    if ask.kind is AskKind.SWAP:
        return _swapped(known, ask)
    if ask.kind in TAKES_A_DUTY:
        return _taken(known, ask)
    return _judged(known, minus=_missed(known, ask) if ask.kind is AskKind.TIME_OFF else frozenset())


def duty_of(ask: Ask) -> Duty:
    """Return the duty that somebody asks to take."""
    return Duty(ask.wanted.first, ask.wanted.shift, ask.wanted.role)


def figures_of(known: KnownSchedule) -> Figures:
    """Return what the schedule comes to."""
    return Figures(known.unit, known.verdict.plan)


def knows(unit: Unit, duty: Duty) -> bool:
    """Tell whether there can be such a duty in a unit's period."""
    return duty.shift in unit.shift_by_code and unit.calendar.first <= duty.day <= unit.calendar.last


def _swapped(known: KnownSchedule, ask: Ask) -> JudgedAsk:
    wanted, unit = ask.wanted, known.unit
    if wanted.other not in unit.people:
        return _judged(known, ("The colleague is on this schedule no more.",))
    days = {pair.what.day for pair in wanted.gives | wanted.gets}
    now = swap(unit, known.judge, known.verdict, ask.who, wanted.other, days, known.locked)
    own = (frozenset(pair for pair in pairs if pair.who == ask.who) for pairs in (now.minus, now.plus))
    if (*own,) != (wanted.gives, wanted.gets):
        return _judged(known, (OTHER_NOW,))
    return JudgedAsk(now.minus, now.plus, () if now.effect.breaks else now.reasons, now.effect)


def _taken(known: KnownSchedule, ask: Ask) -> JudgedAsk:
    duty, unit = duty_of(ask), known.unit
    if not knows(unit, duty) or duty not in {each.duty for each in open_shifts(figures_of(known), duty.day)}:
        return _judged(known, (TAKEN,))
    reason = barred(unit, known.verdict, ask.who, duty, known.locked)
    return _judged(known, (reason,)) if reason else _judged(known, plus=frozenset({Pair(ask.who, duty)}))


def _missed(known: KnownSchedule, ask: Ask) -> Plan:
    """Return all that somebody does on the days off that they ask for, classes too; a leave code stays."""
    days = Span(ask.wanted.first, ask.wanted.last).days
    return frozenset(pair for day in days for pair in known.missed(ask.who, day) if pair.who == ask.who)


def _judged(
    known: KnownSchedule, cannot: tuple[str, ...] = (), minus: Plan = frozenset(), plus: Plan = frozenset()
) -> JudgedAsk:
    return JudgedAsk(minus, plus, cannot, effect(known.unit, known.judge, known.verdict, minus, plus))
