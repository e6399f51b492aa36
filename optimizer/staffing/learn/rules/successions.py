"""Shifts that never followed each other from one day to the next though chance would have had them do so."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from typing import cast

from optimizer.staffing.learn.evidence import RARE, listed
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson, lesson_at
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession

ARROW = ">"
"""What stands between two shifts in a rule: a code with it could not be told apart there."""
Pairs = Counter[tuple[str, str]]


def succession_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield one rule with all successions never seen.

    The chance of each is held against ``RARE`` over the number of those tried, since many are tried (Bonferroni).
    """
    pairs = Counter(pair for part in parts for pair in _pairs(part))
    chances = {pair: chance_unseen(pairs, *pair) for pair in _possible(pairs)}
    unseen = {pair: chance for pair, chance in chances.items() if chance < RARE / len(chances)}
    if unseen:
        named = tuple(f"{first}{ARROW}{second}" for first, second in sorted(unseen))
        times = listed([f"{expected(pairs, *pair):.0f}" for pair in sorted(unseen)])
        by_chance = f"By chance there would be {times} among {pairs.total()} pairs of days at work."
        said = f"Never seen from one day to the next: {listed(named)}. {by_chance}"
        yield lesson_at(ForbiddenSuccession(pairs=named), "successions never seen", said, 1 - max(unseen.values()), 40)


def _pairs(part: Past) -> Iterator[tuple[str, str]]:
    """Yield the shifts of people who were at work on two days in a row."""
    works = {shift.code for shift in part.unit.shifts if shift.works}
    for letters in part.letters(ForbiddenSuccession(pairs=())):
        for (_, one), (_, other) in pairwise(letters):
            following = product(cast(tuple[str, ...], one), cast(tuple[str, ...], other))
            yield from (pair for pair in following if works.issuperset(pair))


def _possible(pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Yield the pairs of different shifts that were not seen."""
    firsts, seconds = ({pair[place] for pair in pairs} for place in (0, 1))
    unseen = ((one, other) for one, other in product(firsts, seconds) if one != other and not pairs[one, other])
    return (pair for pair in unseen if not any(ARROW in code for code in pair))


def expected(pairs: Pairs, first: str, second: str) -> float:
    """Return how often one shift would follow another by chance."""
    return _share(pairs, second) * _days_after(pairs, first)


def chance_unseen(pairs: Pairs, first: str, second: str) -> float:
    """Return the chance that no day after one shift had the other, were they drawn from all days after a shift."""
    return float((1 - _share(pairs, second)) ** _days_after(pairs, first))


def _share(pairs: Pairs, second: str) -> float:
    return sum(number for (_, other), number in pairs.items() if other == second) / pairs.total()


def _days_after(pairs: Pairs, first: str) -> int:
    return sum(number for (one, _), number in pairs.items() if one == first)
