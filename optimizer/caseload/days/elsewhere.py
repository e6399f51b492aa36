"""Patients who are elsewhere for some weeks, in a hospital or the like, and come back to their case manager."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from optimizer.caseload.span import DAY, PanelSpan


class Elsewhere(NamedTuple):
    """Days on which a patient is elsewhere, the first and the last among them; without a last one nobody knows yet."""

    first: date
    last: date | None = None
    where: str = ""

    def has(self, day: date) -> bool:
        """Tell whether the patient is elsewhere on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def back(stays: Iterable[Elsewhere], day: date) -> date | None:
    """Return the first day from a day on on which a patient is there; None where nobody knows it yet."""
    for stay in sorted(stays, key=lambda each: each.first):
        if stay.has(day):
            if stay.last is None:
                return None
            day = stay.last + DAY
    return day


def part_there(stays: tuple[Elsewhere, ...], span: PanelSpan) -> Fraction:
    """Return on which part of a span's working days a patient is there."""
    there = sum(not any(stay.has(day) for stay in stays) for day in span.working)
    return Fraction(there, len(span.working))
