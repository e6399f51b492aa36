"""What a possible edit of a schedule would change, in short and in sentences."""

from optimizer.store.roles import Permission
from optimizer.summary.schedule.effect import Effect
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.effect_words import in_sentences, points_said, signed_money
from optimizer.ui.parts.plain import plain

LINES = 5
"""How many sentences a short list tells."""


def effect_in_short(desk: Desk, effect: Effect) -> str:
    """Return what an edit that breaks no must changes: "40 points worse"; pay only for those who may see it.

    A must is counted in the units that its rule breaks in.
    """
    told = [f"must-fix problems eased by {-effect.broken}"] if effect.broken else []
    told.append(points_said(effect.penalty))
    if effect.pay and desk.may(Permission.READ_PAY):
        told.append(f"pay {signed_money(effect.pay)}")
    return ", ".join(told)


def effect_in_sentences(effect: Effect) -> str:
    """Return what an edit changes, as a hint tells it: what gets worse first."""
    return in_sentences(_titled(effect))


def effect_in_lines(effect: Effect) -> str:
    """Return what an edit changes as a short list: what gets worse first."""
    lines = [f"- {title}: {plain(sentence)}" for title, sentences in _titled(effect) for sentence in sentences]
    more = [f"- and {len(lines) - LINES} more"] if len(lines) > LINES else []
    return "\n".join([*lines[:LINES], *more])


def _titled(effect: Effect) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("New", effect.new), ("Eased", effect.eased), ("Put right", effect.gone)
