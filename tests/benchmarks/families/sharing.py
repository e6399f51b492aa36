"""Rules that stand for all who share a limit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from optimizer.staffing.facts.scope import Scope

T = TypeVar("T")


def sharing(limits: Iterable[tuple[str, T]]) -> Iterator[tuple[T, Scope]]:
    """Yield each limit with the ids of those who have it; the ids are empty when it is everyone's."""
    people: dict[T, list[str]] = defaultdict(list)
    for who, limit in limits:
        people[limit].append(who)
    for limit, ids in people.items():
        yield limit, (tuple(ids) if len(people) > 1 else ())
