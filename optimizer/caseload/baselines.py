"""How caseloads are shared by simple rules of thumb, with the same eligibility: what a plan is compared with."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from optimizer.caseload.panel import Panel
from optimizer.planning.pair import Pair, Plan


class Baseline(StrEnum):
    """A rule of thumb by which the next patient gets a manager."""

    ROUND_ROBIN = "round robin"
    FEWEST_CASES = "lightest caseload by cases"
    FEWEST_HOURS = "lightest caseload by hours"
    MOST_AVAILABLE = "most available capacity"
    LONGEST_FIRST = "heaviest first to the least full"


def baseline(panel: Panel, rule: Baseline, most: int | None = None) -> Plan:
    """Return the plan in which everybody keeps an eligible present manager and the others are given out one by one.

    With ``most``, in percent, nobody is filled beyond so much of the capacity, and who fits nowhere stays unassigned.
    """
    offers = _offers(panel)
    plan = {pair for pair in panel.given if pair in panel.offered} | panel.locked
    loads, cases = Counter(panel.loads(frozenset(plan))), Counter(pair.who for pair in plan)
    turn = {manager.id: number for number, manager in enumerate(panel.managers)}
    owned = {pair.what.patient for pair in plan}
    for patient in _order(panel, rule, [each.id for each in panel.patients if each.id not in owned]):
        fitting = [p for p in offers.get(patient, ()) if most is None or _fits(panel, p, loads[p.who], most)]
        if fitting:
            pair = min(fitting, key=_choice(panel, rule, loads, cases, turn))
            plan.add(pair)
            loads[pair.who] += panel.minutes(pair)
            cases[pair.who] += 1
            turn[pair.who] = max(turn.values()) + 1
    return frozenset(plan)


def _offers(panel: Panel) -> Mapping[str, list[Pair]]:
    offers: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(panel.offered):
        offers[pair.what.patient].append(pair)
    return offers


def _order(panel: Panel, rule: Baseline, waiting: Sequence[str]) -> Sequence[str]:
    if rule is not Baseline.LONGEST_FIRST:
        return waiting
    return sorted(waiting, key=lambda patient: -panel.work[patient].minutes)


def _fits(panel: Panel, pair: Pair, load: int, most: int) -> bool:
    return (load + panel.minutes(pair)) * 100 <= panel.capacity[pair.who] * most


def _choice(
    panel: Panel, rule: Baseline, loads: Mapping[str, int], cases: Mapping[str, int], turn: Mapping[str, int]
) -> Callable[[Pair], tuple[float, str]]:
    """Return what is least for the pair that a rule of thumb takes."""
    keys: Mapping[Baseline, Callable[[Pair], float]] = {
        Baseline.ROUND_ROBIN: lambda pair: turn[pair.who],
        Baseline.FEWEST_CASES: lambda pair: cases[pair.who],
        Baseline.FEWEST_HOURS: lambda pair: loads[pair.who],
        Baseline.MOST_AVAILABLE: lambda pair: loads[pair.who] - panel.capacity[pair.who],
        Baseline.LONGEST_FIRST: lambda pair: loads[pair.who] / max(1, panel.capacity[pair.who]),
    }
    return lambda pair: (keys[rule](pair), pair.who)
