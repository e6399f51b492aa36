"""What law makes of a unit on its days: ratios in force, and rules that hold whatever the sheet says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from optimizer.planning.policy import Policy, Ruling
from optimizer.staffing.facts.rates import WEEKLY
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.citation import Citation
from optimizer.staffing.law.presets import preset
from optimizer.staffing.law.statute import Limit, Mix, OvertimeStatute, Preset, Provision, Ratio
from optimizer.staffing.rules.implied import without_implied

THE_TEXT = "The text as a whole"
P = TypeVar("P", bound=Provision)


def presets_of(unit: Unit) -> tuple[Preset, ...]:
    """Return the presets that a unit has chosen, their ratios on the days on which they bind this unit."""
    return tuple(_as_bound(preset(name), unit) for name in unit.jurisdictions)


def _as_bound(said: Preset, unit: Unit) -> Preset:
    begin, end = unit.ratios_from.get(said.name), unit.own_plan_from.get(said.name)
    if begin is None and end is None:
        return said
    last = end and end - timedelta(days=1)
    ratios = (replace(ratio, citation=ratio.citation.between(begin, last)) for ratio in said.ratios)
    return replace(said, ratios=tuple(ratios))


def in_force(provisions: Iterable[P], days: Iterable[date]) -> tuple[P, ...]:
    """Return the provisions that are in force on any of some days."""
    days = tuple(days)
    return tuple(each for each in provisions if any(each.citation.in_force(day) for day in days))


def statutes_on(presets: Iterable[Preset], days: Iterable[date]) -> tuple[tuple[str, Citation], ...]:
    """Return what is said and cited on any of some days: provisions first, then the texts they stand in, with notes."""
    days, presets = tuple(days), tuple(presets)
    provisions = in_force((provision for each in presets for provision in each.provisions), days)
    acts = (act for each in presets for act in each.acts if any(act.in_force(day) for day in days))
    return (*((provision.says, provision.citation) for provision in provisions), *((THE_TEXT, act) for act in acts))


def limits_on(presets: Iterable[Preset], days: Iterable[date]) -> tuple[Limit, ...]:
    """Return the limits in force on any of some days, as they bind a plan of those days."""
    days = tuple(days)
    limits = in_force((limit for each in presets for limit in each.limits), days)
    return tuple(replace(limit, citation=limit.citation.for_plan(len(days))) for limit in limits)


def mixes_on(presets: Iterable[Preset], kind: str, day: date) -> tuple[Mix, ...]:
    """Return the limits on the mix of nurses in force on a day; what a preset says of the kind of unit stands alone."""
    found: list[Mix] = []
    for each in presets:
        there = in_force(each.mixes, [day])
        found += [mix for mix in there if mix.kind and mix.kind == kind] or [mix for mix in there if not mix.kind]
    return tuple(found)


def overtimes_on(presets: Iterable[Preset], day: date) -> tuple[OvertimeStatute, ...]:
    """Return the schemes of overtime pay in force on a day."""
    return in_force((scheme for each in presets for scheme in each.overtimes), [day])


def rulings_on(presets: Iterable[Preset], days: Iterable[date]) -> tuple[Ruling, ...]:
    """Return as musts the limits in force on any of some days that bind all hours; of several the strictest then holds.

    A limit in force on one of the days binds them all. Guidance, what binds only required hours and what can be waived
    is no must: a schedule does not know who volunteered. Nor is an average over longer than the days, what an employer
    may make up for in another way, or what was not read in its own text.
    """
    limits = (limit for limit in limits_on(presets, days) if limit.citation.must)
    return tuple(Ruling(rule) for rule in dict.fromkeys(limit.rule for limit in limits))


def lawful(policy: Policy, unit: Unit) -> Policy:
    """Return a policy with the musts that law in force in the unit's period adds to it."""
    added = (ruling for ruling in rulings_on(presets_of(unit), unit.days) if ruling not in policy.rulings)
    return Policy((*policy.rulings, *added))


def without_statutes(policy: Policy, unit: Unit) -> Policy:
    """Return a policy without the musts that it does not say itself: what ``lawful`` added.

    Law of other days can take the place of that.
    """
    musts, own = rulings_on(presets_of(unit), unit.days), without_implied(policy).rulings
    while own and own[-1] in musts:
        own = own[:-1]
    return Policy(own)


def with_lawful_overtime(unit: Unit) -> Unit:
    """Return a unit whose pay classes count overtime as law on its first day says, where they do not say it themselves.

    Of several the one chosen last holds, before the federal week, which they all contain.
    """
    schemes = [each.scheme for each in overtimes_on(presets_of(unit), unit.calendar.first)]
    scheme = next((name for name in reversed(schemes) if name != WEEKLY), "")
    pay = {name: replace(paid, overtime=paid.overtime or scheme) for name, paid in unit.pay.items()}
    return replace(unit, pay=pay)


def ratio_on(presets: Iterable[Preset], kind: str, day: date, part: Part) -> Ratio | None:
    """Return the strictest ratio in force on a day for a kind of patient; guidance only where no law or contract is."""
    return next(reversed(ratios_on(presets, kind, day, part)), None)


def ratios_on(presets: Iterable[Preset], kind: str, day: date, part: Part) -> tuple[Ratio, ...]:
    """Return the strictest ratio in force of those whose breach blocks, and after it one that is stricter and warns.

    What warns is a law or contract that was not read in its own text; guidance only where neither is.
    """
    there = in_force((ratio for each in presets for ratio in each.ratios if ratio.kind == kind), [day])
    there = tuple(ratio for ratio in there if ratio.most(part) is not None and not ratio.citation.average)
    musts = _strictest((ratio for ratio in there if ratio.citation.must), part)
    either = _strictest((ratio for ratio in there if ratio.citation.obliges), part)
    return tuple(dict.fromkeys((*musts, *either))) or _strictest(there, part)


def _strictest(ratios: Iterable[Ratio], part: Part) -> tuple[Ratio, ...]:
    found = min(ratios, key=lambda ratio: (ratio.most(part) or 0, not ratio.citation.must), default=None)
    return () if found is None else (found,)
