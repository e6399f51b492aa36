"""What changed between the published periods of a unit, and when: rules, and what was amended."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from optimizer.staffing.policy import RULES
from optimizer.summary.schedule.quality import PublishedPeriod

TITLES = {rule.key: rule.title for rule in RULES}


class QualityChange(NamedTuple):
    """Something that changed for a period, by its first day, in words."""

    first: date
    what: str


def quality_changes(periods: Iterable[PublishedPeriod]) -> tuple[QualityChange, ...]:
    """Return what changed, period by period: rules against those of the period before, then amendments with reasons."""
    ordered = sorted(periods, key=lambda each: (each.first, each.draft))
    return tuple(sorted((*_rules(ordered), *_amendments(ordered))))


def _rules(ordered: Sequence[PublishedPeriod]) -> Iterator[QualityChange]:
    for before, after in pairwise(ordered):
        had, has = (_by_rule(each.issues[-1].policy) for each in (before, after))
        for key in sorted(had.keys() | has.keys()):
            if had.get(key) != has.get(key):
                title = TITLES.get(key, key)
                yield QualityChange(after.first, f"{title}: {_said(had.get(key))}, then {_said(has.get(key))}")


def _amendments(ordered: Sequence[PublishedPeriod]) -> Iterator[QualityChange]:
    for period in ordered:
        for issue in period.issues[1:]:
            yield QualityChange(period.first, f"Amendment {issue.number}: {issue.why}")


def _by_rule(policy: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rulings of a policy by the rule's key; a rule may stand more than once."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in json.loads(policy):
        found.setdefault(row["rule"], []).append(row)
    return found


def _said(rulings: list[dict[str, Any]] | None) -> str:
    """Return how a rule counted: "off", "must, limit 3", "priced at 50, limit 2 and must, limit 3"."""
    return " and ".join(map(_ruling, rulings)) if rulings else "not there"


def _ruling(row: dict[str, Any]) -> str:
    mode = f"{row['mode']} at {row['price'] / 100:g}" if row["mode"] == "priced" else row["mode"]
    settings = (f"{name} {value}" for name, value in row["settings"].items() if value not in (None, "", []))
    return ", ".join((mode, *settings)) if row["mode"] != "off" else "off"
