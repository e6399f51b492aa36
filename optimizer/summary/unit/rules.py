"""Rules in sentences: what each does, whom it is for, and what a broken one costs."""

import re
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import money
from optimizer.staffing.law.lawful import limits_on, presets_of, rulings_on, without_law
from optimizer.staffing.rules.implied import without_implied

OWN = ("limit", "to", "shifts")
SO_MANY, OF_SHIFTS = r"\bso many\b", ", of any kind or of the shifts meant"
"""How the first sentences of rules speak of their limit and of their shifts."""
SINGULAR = {"duties": "duty", "days": "day", "hours": "hour", "weekends": "weekend", "novices": "novice"}


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
    """Return every ruling of a unit's own policy in words, then what always is a must, and the musts of law."""
    own = tuple(rule_words(ruling) for ruling in without_law(policy, unit).rulings)
    always = (rule_words(ruling) for ruling in policy.rulings if ruling not in without_implied(policy).rulings)
    musts = rulings_on(presets_of(unit), unit.days)
    return (*own, *always, *(_of_law(unit, ruling) for ruling in musts))


def rule_words(ruling: Ruling, laws: tuple[str, ...] = ()) -> RuleWords:
    """Return one ruling in words."""
    rule = ruling.rule
    return RuleWords(rule.title, about(rule), _settings(rule), counts(ruling), ruling.mode, laws)


def about(rule: Rule[Any]) -> str:
    """Return what a rule does, in one sentence, with the values that it is set to."""
    said = _sentence(rule).replace("``limit`` cents", money(getattr(rule, "limit", 0)))
    said = said.replace("``limit`` minutes", _limit(rule)).replace("``limit`` duties", _limit(rule))
    said = re.sub(SO_MANY, _number(rule), said) if hasattr(rule, "limit") else said
    said = said.replace(f"{OF_SHIFTS},", OF_SHIFTS).replace(OF_SHIFTS, _of_shifts(rule))
    for field in fields(rule):
        said = re.sub(f"``{field.name}``( or more)? minutes", partial(_hours, getattr(rule, field.name)), said)
        said = said.replace(f"``{field.name}``", _scope(getattr(rule, field.name)))
    said = re.sub(r", (less|plus) 0 hours", "", said.replace("``", ""))
    return re.sub(r"\b1 (\w+)", lambda found: f"1 {SINGULAR.get(found[1], found[1])}", said)


def _sentence(rule: Rule[Any]) -> str:
    return (rule.__doc__ or "").split("\n", maxsplit=1)[0]


def _number(rule: Rule[Any]) -> str:
    return f"{getattr(rule, 'limit', 0) / getattr(rule, 'limit_scale', 1):g}"


def _limit(rule: Rule[Any]) -> str:
    return f"{_number(rule)} {getattr(rule, 'limit_unit', '').removesuffix(' of tolerance')}".rstrip()


def _hours(minutes: int, found: re.Match[str]) -> str:
    return f"{minutes / 60:g}{found[1] or ''} hours"


def _of_shifts(rule: Rule[Any]) -> str:
    shifts: Scope = getattr(rule, "shifts", ())
    return f", of the shifts {_scope(shifts)}" if shifts else ""


def counts(ruling: Ruling) -> str:
    """Return how much a ruling counts: "A broken one costs $150 per duty missing."."""
    if ruling.mode is Mode.MUST:
        return "It is never broken while there is a way to keep it."
    if ruling.mode is Mode.PRICED:
        return f"A broken one costs {money(ruling.price)} per {ruling.rule.unit}."
    return "It does not count."


def _settings(rule: Rule[Any]) -> str:
    """Return whom a rule is for, and those settings that its sentence does not tell and that are not the usual."""
    said = _sentence(rule)
    limit = hasattr(rule, "limit") and not re.search(f"``limit``|{SO_MANY}", said)
    told = [f"{_number(rule)} {getattr(rule, 'limit_unit', '')}".rstrip()] if limit else []
    to: Scope = getattr(rule, "to", ())
    told += [f"for {_scope(to)}"] if to else []
    shifts: Scope = getattr(rule, "shifts", ())
    told += [f"shifts {_scope(shifts)}"] if shifts and OF_SHIFTS not in said else []
    details = (field for field in fields(rule) if field.name not in OWN and f"``{field.name}``" not in said)
    told += [f"{each.name} {_scope(now)}" for each in details if (now := getattr(rule, each.name)) != each.default]
    return "; ".join(told)


def _scope(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _of_law(unit: Unit, ruling: Ruling) -> RuleWords:
    limits = limits_on(presets_of(unit), unit.days)
    laws = (limit.citation.law for limit in limits if limit.rule == ruling.rule and limit.citation.must)
    return rule_words(ruling, tuple(dict.fromkeys(laws)))
