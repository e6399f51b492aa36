"""What a rule's limit is counted in, so that it reads well for one and for many."""

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.planning.currency import money
from optimizer.planning.words import count, in_hours


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of limits: its ``title`` on a sheet, and its words for people.

    One of it is ``scale`` of what the rule's laws count, as an hour is 60 minutes. ``say`` puts a limit, as the laws
    count it, into words: "1 hour"; ``many`` is what more of them are called. What is
    ``in_time`` people also write as hours and minutes.
    """

    title: str
    say: Callable[[int], str]
    many: str
    scale: int = 1
    in_time: bool = False


HOURS = Measure("hours", in_hours, "hours", 60, in_time=True)
HOURS_OF_TOLERANCE = Measure("hours of tolerance", in_hours, "hours", 60, in_time=True)
DOLLARS = Measure("dollars", money, "dollars", 100)


def percent_of(what: str, title: str) -> Measure:
    """Return the measure of a share in percent of something: "50 % of the people"."""
    return Measure(title, lambda limit: f"{limit} % of {what}", f"percent of {what}")


def number_of(one: str, many: str, title: str = "") -> Measure:
    """Return the measure of what is counted one by one, by its words for one and for many: "1 duty", "2 duties"."""
    return Measure(title or many, lambda limit: count(limit, one, many), many)
