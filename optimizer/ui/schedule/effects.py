"""What a possible edit would change, said the same wherever somebody may choose one."""

from optimizer.staffing.facts.words import count, money
from optimizer.store.roles import Permission
from optimizer.summary.schedule.effect import Effect
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain


def in_short(desk: Desk, effect: Effect) -> str:
    """Return what an edit that breaks no must changes: "1 must put right, penalty +$40"; pay for those who may see it.

    A must is counted in the units that its rule breaks in.
    """
    told = [f"{count(-effect.broken, 'must')} put right"] if effect.broken else []
    told.append(f"penalty {_signed(effect.penalty)}" if effect.penalty else "no penalty")
    if effect.pay and desk.may(Permission.READ_PAY):
        told.append(f"pay {_signed(effect.pay)}")
    return ", ".join(told)


def in_sentences(effect: Effect) -> str:
    """Return what an edit changes, as a hint tells it: what gets worse first."""
    told = (("New", effect.new), ("Eased", effect.eased), ("Put right", effect.gone))
    return "\n\n".join(f"{title}: {plain(sentence)}" for title, sentences in told for sentence in sentences)


def _signed(cents: int) -> str:
    return f"{'+' if cents > 0 else '−'}{money(round(abs(cents), -2))}"
