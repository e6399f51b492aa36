"""Names that tell people apart: those of one name by their ids."""

from collections import defaultdict
from collections.abc import Mapping


def told_apart(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return names by id, with the id behind every name that somebody else has too: "Park, Ji (0041)"."""
    shared = {who for people in namesakes(names) for who in people}
    return {who: f"{name} ({who})" if who in shared else name for who, name in names.items()}


def namesakes(names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the ids of those who share a name, however it is spelt: blanks and capitals tell nobody apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for who, name in names.items():
        alike[" ".join(name.casefold().split())].append(who)
    return [tuple(people) for people in alike.values() if len(people) > 1]


def namesakes_said(names: Mapping[str, str]) -> str:
    """Return who shares a name with whom, "" where nobody does: "Park, Ji is 0041 and 0042"."""
    return "; ".join(f"{names[people[0]]} is {' and '.join(people)}" for people in namesakes(names))
