"""What a possible edit would change, said the same wherever somebody may choose one."""

from collections.abc import Iterable

from optimizer.planning.currency import whole_money
from optimizer.planning.words import points
from optimizer.ui.parts.plain import plain


def signed_money(cents: int) -> str:
    """Return an amount, no part of one, with its sign, as "+$40"."""
    return f"{'+' if cents > 0 else '−'}{whole_money(abs(cents))}"


def points_said(cents: int) -> str:
    """Return what an edit does to the score, as "120 points better"."""
    return f"{points(abs(cents))} {'worse' if cents > 0 else 'better'}" if cents else "same score"


def in_sentences(told: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return what gets worse or better, each sentence after its title, as a hint shows them."""
    return "\n\n".join(f"{title}: {plain(sentence)}" for title, sentences in told for sentence in sentences)
