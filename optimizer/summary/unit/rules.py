"""Rules in sentences: what each does, whom it is for, and what a broken one costs."""

from dataclasses import dataclass

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import points
from optimizer.staffing.law.lawful import limits_on, presets_of, rulings_on, without_statutes
from optimizer.staffing.rules.implied import without_implied


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One ruling in words; ``laws`` cite what makes it a must whatever the sheet says."""

    title: str
    about: str
    counts: str
    mode: Mode
    laws: tuple[str, ...] = ()


def rules_in_words(unit: Unit, policy: Policy) -> tuple[RuleWords, ...]:
    """Return every ruling of a unit's own policy in words, then what always is a must, and the musts of law."""
    own = tuple(rule_words(ruling) for ruling in without_statutes(policy, unit).rulings)
    always = (rule_words(ruling) for ruling in policy.rulings if ruling not in without_implied(policy).rulings)
    musts = rulings_on(presets_of(unit), unit.days)
    return (*own, *always, *(_of_law(unit, ruling) for ruling in musts))


def rule_words(ruling: Ruling, laws: tuple[str, ...] = ()) -> RuleWords:
    """Return one ruling in words."""
    return RuleWords(ruling.rule.title, ruling.rule.told, counts(ruling), ruling.mode, laws)


def counts(ruling: Ruling) -> str:
    """Return how much a ruling counts: "A broken one costs 150 points per duty missing."."""
    if ruling.mode is Mode.MUST:
        return "It is never broken while there is a way to keep it."
    if ruling.mode is Mode.PRICED:
        return f"A broken one costs {points(ruling.price)} per {ruling.rule.unit}."
    return "It does not count."


def _of_law(unit: Unit, ruling: Ruling) -> RuleWords:
    limits = limits_on(presets_of(unit), unit.days)
    laws = (limit.citation.law for limit in limits if limit.rule == ruling.rule and limit.citation.must)
    return rule_words(ruling, tuple(dict.fromkeys(laws)))
