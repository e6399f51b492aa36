"""The columns of every sheet of rules."""

from dataclasses import fields
from typing import Any

from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.words import hours
from optimizer.workbook.table.codecs import TEXT, numbers, numbers_in, one_word
from optimizer.workbook.table.sheet import Column

OWN_COLUMNS = ("limit", "to", "shifts")
"""The fields of rules that have columns of their own; all others are details."""


def _price(ruling: Ruling) -> float | None:
    return ruling.price / 100 if ruling.mode is Mode.PRICED else None


def _limit(ruling: Ruling) -> float | None:
    measure, limit = ruling.rule.measure, ruling.rule.limit
    return limit / measure.scale if measure and limit is not None else None


def _details(ruling: Ruling) -> str:
    rule = ruling.rule
    names = [each.name for each in fields(rule) if each.name not in OWN_COLUMNS]
    return "; ".join(f"{name}={_setting(getattr(rule, name), name in rule.in_time)}" for name in names)


def _setting(value: Any, in_time: bool) -> str:
    if in_time:
        return hours(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _counted(ruling: Ruling) -> str:
    return ruling.rule.measure.title if ruling.rule.measure else ""


RULE = Column("Rule", "Which rule.", TEXT, required=True, width=22, cell=lambda ruling: ruling.rule.key)
HOW = Column(
    "How",
    "must, priced or off.",
    one_word(Mode, "way for a rule to count"),
    required=True,
    width=9,
    choices=tuple(Mode),
    cell=lambda ruling: ruling.mode,
)
PRICE = Column(
    "Price",
    "Of a priced rule: points for each unit of breach. A schedule is the better, the fewer points it has.",
    numbers_in(100, 0, 1_000_000),
    width=9,
    cell=_price,
)
PER: Column[str] = Column("Per", "The unit of breach. Only to read.", width=26, cell=lambda ruling: ruling.rule.unit)
LIMIT = Column("Limit", "The rule's limit.", numbers(0, 100_000_000), "limit", width=8, cell=_limit)
COUNTED: Column[str] = Column(
    "Counted in",
    "What the limit counts. Only to read.",
    width=18,
    cell=_counted,
)
DETAILS = Column("Details", "More settings, such as nights=2; hours as 12 h or 12:30.", TEXT, width=34, cell=_details)
ABOUT: Column[str] = Column("What it does", "Only to read.", width=90, cell=lambda ruling: ruling.rule.in_general())
LEFT: tuple[Column[Any], ...] = (RULE, HOW, PRICE, PER, LIMIT, COUNTED)
RIGHT: tuple[Column[Any], ...] = (DETAILS, ABOUT)
"""Columns to the left and to the right of those that say for whom and for what a rule stands."""
