"""A citation in sentences: when it is in force, whom it binds and how firmly."""

from collections.abc import Iterator
from datetime import date

from optimizer.staffing.facts.words import count
from optimizer.staffing.law.citation import Binding, Citation, Hours

STANDING = {
    Binding.LAW: "It is law",
    Binding.POLICY: "It is a policy or contract, no law",
    Binding.PLAN: "It leaves the numbers to a plan of one's own",
    Binding.GUIDE: "It is guidance, no law",
}
UNREAD = "Its own text was not read, so a breach of it warns only: read it before you rely on it."
REPEALED = "Repealed: it is not in force and binds nobody."


def in_words(law: Citation) -> str:
    """Return in sentences when a citation is in force, whom it binds, and why a breach of it may only warn."""
    if law.binds is Binding.REPEALED:
        return REPEALED
    return " ".join((_when(law), _standing(law), *_softened(law)))


def _when(law: Citation) -> str:
    if law.first and law.until:
        return f"In force from {_day(law.first)} until {_day(law.until)}."
    if law.first:
        return f"In force since {_day(law.first)}."
    return f"In force until {_day(law.until)}." if law.until else "In force; since when is not recorded."


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _standing(law: Citation) -> str:
    whom = f" and binds {law.whom}" if law.whom else ""
    return f"{STANDING[law.binds]}{whom}."


def _softened(law: Citation) -> Iterator[str]:
    if law.hours is Hours.REQUIRED:
        yield "It holds only for hours that the employer requires; volunteers may work more."
    if law.waivable:
        yield "Whom it protects may waive it, so a breach warns and forbids nothing."
    if law.instead:
        yield f"The employer may do so instead: {law.instead}."
    if law.weeks:
        yield f"It is an average over {count(law.weeks, 'week')}; a shorter plan is warned of, never forbidden."
    if law.average:
        yield f"It is an average over {law.average}, so a schedule is warned of, never forbidden."
    if not law.read and law.binds in (Binding.LAW, Binding.POLICY):
        yield UNREAD
