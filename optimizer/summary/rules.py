"""Rules in sentences: what each does, whom it is for, and what a broken one costs."""

from dataclasses import dataclass, fields
from typing import Any

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.lawful import limits_on, presets_of, rulings_on, without_law
from optimizer.staffing.scope import Scope
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import money

OWN = ("limit", "to", "shifts")


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One ruling in words; ``laws`` cite what makes it a must whatever the sheet says."""

    title: str
    about: str
    settings: str
    counts: str
    mode: Mode
    laws: tuple[str, ...] = ()


def rules_in_words(unit: Unit, policy: Policy) -> tuple[RuleWords, ...]:
    """Return every ruling of a unit's own policy in words, and after them the musts of law."""
    own = tuple(rule_words(ruling) for ruling in without_law(policy, unit).rulings)
    musts = rulings_on(presets_of(unit), unit.days)
    return (*own, *(_of_law(unit, ruling) for ruling in musts))


def rule_words(ruling: Ruling, laws: tuple[str, ...] = ()) -> RuleWords:
    """Return one ruling in words."""
    rule = ruling.rule
    return RuleWords(rule.title, about(rule), _settings(rule), counts(ruling), ruling.mode, laws)


def about(rule: Rule[Any]) -> str:
    """Return what a rule does, in one sentence, with the values that it is set to."""
    said = (rule.__doc__ or "").split("\n", maxsplit=1)[0]
    said = said.replace("``limit`` minutes", _limit(rule)).replace("``limit`` duties", _limit(rule))
    for field in fields(rule):
        said = said.replace(f"``{field.name}``", _scope(getattr(rule, field.name)))
    return said.replace("``", "")


def _limit(rule: Rule[Any]) -> str:
    scale, unit = getattr(rule, "limit_scale", 1), getattr(rule, "limit_unit", "").removesuffix(" of tolerance")
    return f"{getattr(rule, 'limit', 0) / scale:g} {unit}".rstrip()


def counts(ruling: Ruling) -> str:
    """Return how much a ruling counts: "A broken one costs $150 per duty missing."."""
    if ruling.mode is Mode.MUST:
        return "It is never broken while there is a way to keep it."
    if ruling.mode is Mode.PRICED:
        return f"A broken one costs {money(ruling.price)} per {ruling.rule.unit}."
    return "It does not count."


def _settings(rule: Rule[Any]) -> str:
    """Return a rule's limit, whom and which shifts it is for, and its details."""
    limit = getattr(rule, "limit", None)
    scale, unit = getattr(rule, "limit_scale", 1), getattr(rule, "limit_unit", "")
    told = [] if limit is None else [f"{limit / scale:g} {unit}".rstrip()]
    to: Scope = getattr(rule, "to", ())
    told += [f"for {_scope(to)}"] if to else []
    shifts: Scope = getattr(rule, "shifts", ())
    told += [f"shifts {_scope(shifts)}"] if shifts else []
    details = ((field.name, getattr(rule, field.name)) for field in fields(rule) if field.name not in OWN)
    told += [f"{name} {_scope(value)}" for name, value in details if value not in ("", (), None)]
    return "; ".join(told)


def _scope(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _of_law(unit: Unit, ruling: Ruling) -> RuleWords:
    limits = limits_on(presets_of(unit), unit.days)
    laws = (limit.citation.law for limit in limits if limit.rule == ruling.rule and limit.citation.must)
    return rule_words(ruling, tuple(dict.fromkeys(laws)))
