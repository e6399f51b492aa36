"""What somebody says of something learned, held against it: yes, no, off, must, "3 to 5", "0.8", "RN"."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from optimizer.planning.policy import Mode, Ruling
from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import About, Settled, Topic
from optimizer.staffing.learn.rules.ruling_lesson import as_must
from optimizer.staffing.policy import off, priced
from optimizer.workbook.adopt.said.numbers_said import is_no, number_in
from optimizer.workbook.adopt.said.sayings import of_lesson

YES = "yes"
NOTHING = ("no", "none", "off")
ALL = "all"
LIMIT = "limit"


def settled_by(learned: Learned, lessons: Mapping[About, str]) -> Settled:
    """Return what holds by what was said of things learned. Raise ValueError with all that cannot be understood.

    What was said of something that is not there any more, such as somebody who left, holds for nothing.
    """
    settled: dict[About, Any] = {}
    faults = []
    for about, said in lessons.items():
        if about not in learned.by_about:
            continue
        try:
            settled[about] = _value(learned.by_about[about].value, about, said.strip())
        except ValueError as error:
            faults.append(str(error))
    if faults:
        raise ValueError("\n".join(faults))
    return settled


def _value(learned: Any, about: About, said: str) -> Any:
    if said.casefold() == YES and about.topic is not Topic.LEADER:
        return as_must(learned) if isinstance(learned, Ruling) else learned
    if isinstance(learned, Ruling):
        return _ruling(learned, about, said)
    if about.topic in (Topic.NEED, Topic.SKILL):
        return None if said.casefold() in NOTHING or learned is None else _need(learned, about, said)
    return _fact_of_people(about, said)


def _fact_of_people(about: About, said: str) -> Any:
    """Return what was said of somebody, or of a week of full time in minutes."""
    if about.topic is Topic.JOB:
        return said
    if about.topic is Topic.LEADER:
        return not is_no(said)
    if about.topic is Topic.OWN_SHIFTS:
        return () if said.casefold() == ALL else tuple(part.strip() for part in said.split(","))
    number = _number(about, said)
    return round(60 * number) if about.topic is Topic.FULL_TIME else number


def _ruling(learned: Ruling, about: About, said: str) -> Ruling:
    """Return a rule as "off", "must", "must 5" with another limit, or at a price in dollars."""
    word, _, limit = said.casefold().partition(" ")
    rule: Any = learned.rule
    if limit:
        if LIMIT not in {field.name for field in fields(rule)}:
            raise ValueError(f"'{of_lesson(about)}' has no limit that could be {limit}.")
        rule = replace(rule, limit=round(_number(about, limit) * (rule.measure.scale if rule.measure else 1)))
    if word in NOTHING:
        return off(rule)
    return Ruling(rule, Mode.MUST) if word == Mode.MUST else priced(rule, round(_number(about, word)))


def _need(learned: Need | SkillNeed, about: About, said: str) -> Need | SkillNeed:
    """Return a need of "4", or of "3 to 5": the least and what is wished for."""
    least, _, wished = said.partition(" to ")
    minimum = round(_number(about, least))
    if isinstance(learned, SkillNeed):
        return replace(learned, at_least=minimum)
    target = round(_number(about, wished)) if wished else minimum
    most = learned.maximum and max(learned.maximum, target)
    return replace(learned, minimum=minimum, target=max(minimum, target), maximum=most)


def _number(about: About, said: str) -> float:
    number = number_in(said)
    if number is None:
        raise ValueError(f"'{of_lesson(about)}' is answered with a number, not with '{said}'.")
    return number


def lesson_said(value: Any) -> str:
    """Return something learned in words, as it could be said."""
    if isinstance(value, Need):
        return f"{value.minimum} to {value.target}" if value.target != value.minimum else str(value.minimum)
    if isinstance(value, SkillNeed):
        return str(value.at_least)
    if isinstance(value, Ruling):
        return "must" if value.mode is Mode.MUST else "off" if value.mode is Mode.OFF else f"{value.price / 100:g}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "none"
    return ", ".join(value) or ALL if isinstance(value, tuple) else str(value)
