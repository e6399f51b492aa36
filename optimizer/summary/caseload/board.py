"""A panel's board: by case manager the hours against the time there is, and what fills them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.figures import CONTACT, INTERPRETING, MEDICINES, PHASE, REVIEWS, TASKS, TIERS, TRAVEL, Caseload
from optimizer.caseload.panel import Panel
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding

CARE = "Care"
"""The hours that the tier asks for, as the phase and the way of meeting make them."""
BESIDE = (TRAVEL, INTERPRETING, MEDICINES, REVIEWS, TASKS)


class Filling(StrEnum):
    """By what a case manager's hours are told apart."""

    TIER = "Tier"
    PHASE = "Phase"
    WORK = "Kind of work"


class LoadPart(NamedTuple):
    """Some of a case manager's minutes a month, and what they go to."""

    manager: str
    what: str
    minutes: int


class Trouble(NamedTuple):
    """What is wrong by one rule, as far as it is all musts or all priced: how often, the cents, and in sentences."""

    rule: str
    must: bool
    number: int
    cost: int
    sentences: tuple[str, ...]


def kinds(by: Filling) -> tuple[str, ...]:
    """Return what hours can go to, in the order that they are drawn."""
    if by is Filling.TIER:
        return tuple(tier_name(tier) for tier in reversed(Tier))
    if by is Filling.PHASE:
        return tuple(phase.capitalize() for phase in Phase)
    return (CARE, *BESIDE)


def parts(panel: Panel, plan: Plan, loads: Iterable[Caseload], by: Filling) -> tuple[LoadPart, ...]:
    """Return what fills everybody's hours; the parts of a case manager add up to the load."""
    if by is Filling.WORK:
        found = [part for each in loads for part in _works(each)]
    else:
        minutes: Counter[tuple[str, str]] = Counter()
        for pair in plan:
            minutes[pair.who, _kind(panel, pair, by)] += panel.minutes(pair)
        found = [LoadPart(who, what, each) for (who, what), each in minutes.items()]
    order = kinds(by)
    return tuple(sorted((p for p in found if p.minutes), key=lambda part: (part.manager, order.index(part.what))))


def troubles(panel: Panel, findings: Iterable[Finding]) -> tuple[Trouble, ...]:
    """Return findings by rule: musts first, then the dearest."""
    groups: dict[tuple[bool, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.must, finding.rule.title), []).append(finding)
    made = (
        Trouble(rule, must, len(each), sum(f.cost for f in each), tuple(f.rule.say(panel, f) for f in each))
        for (must, rule), each in groups.items()
    )
    return tuple(sorted(made, key=lambda each: (not each.must, -each.cost, -each.number)))


def tier_name(tier: Tier) -> str:
    """Return a tier as "Tier 4 (complex)"."""
    return tier.label.capitalize()


def _kind(panel: Panel, pair: Pair, by: Filling) -> str:
    patient = panel.patient_by_id[pair.what.patient]
    return tier_name(panel.tier(patient.id)) if by is Filling.TIER else patient.phase.capitalize()


def _works(load: Caseload) -> Iterator[LoadPart]:
    yield LoadPart(load.manager, CARE, sum(load.minutes.get(kind, 0) for kind in (TIERS, PHASE, CONTACT)))
    for kind in BESIDE:
        yield LoadPart(load.manager, kind, load.minutes.get(kind, 0))
