"""How much work a case is."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Contact, Phase, Setting
from optimizer.caseload.tier import Tier

CARE_TASKS = "care tasks"


@dataclass(frozen=True, slots=True)
class CaseDemand:
    """What makes a case work, in one period of the setting.

    ``contact`` is None where it is the setting's usual one. ``travel`` is minutes, and so are ``medication``, the work
    that the medicines ask for, their reconciliation among it, and ``care``, that of care plans. ``new_reviews`` and
    ``continued_reviews`` are counts.
    """

    tier: Tier
    phase: Phase = Phase.ACTIVE
    contact: Contact | None = None
    interpreter: bool = False
    travel: int = 0
    medication: int = 0
    new_reviews: int = 0
    continued_reviews: int = 0
    care: int = 0


class Share(NamedTuple):
    """A part of a case's work: what it comes from, and its minutes, below zero where it makes the case less work."""

    what: str
    minutes: Fraction


def shares(case: CaseDemand, setting: Setting) -> tuple[Share, ...]:
    """Return where the work of a case comes from; the shares add up to all of it."""
    return tuple(share for share in _shares(case, setting) if share.minutes)


def demand(case: CaseDemand, setting: Setting) -> Fraction:
    """Return the minutes that a case takes in a period of the setting."""
    return sum((share.minutes for share in shares(case, setting)), Fraction())


def _shares(case: CaseDemand, setting: Setting) -> Iterator[Share]:
    contact = case.contact or setting.contact
    base, in_phase = Fraction(setting.base[case.tier]), setting.minutes(case.tier, case.phase)
    met = in_phase * setting.contacts[contact] / 100
    yield Share(case.tier.label, base)
    yield Share(case.phase, in_phase - base)
    yield Share(f"{contact} contact", met - in_phase)
    yield Share("interpreter", met * setting.interpreter / 100 * case.interpreter)
    yield Share("travel", Fraction(case.travel))
    yield Share("medication", Fraction(case.medication))
    yield Share(CARE_TASKS, Fraction(case.care))
    reviews = case.new_reviews * setting.new_review + case.continued_reviews * setting.continued_review
    yield Share("utilization review", Fraction(reviews))
