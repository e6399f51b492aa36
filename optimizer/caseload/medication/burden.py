"""Drug Burden Index: how much of anticholinergic and sedative medicines somebody takes. Exact."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Dose(NamedTuple):
    """The daily dose of an anticholinergic or sedative medicine beside its least recommended one, in one unit."""

    drug: str
    daily: int
    least: int


def drug_burden(doses: Iterable[Dose]) -> Fraction:
    """Return the sum of D / (D + d) over some medicines, D the daily dose and d the least recommended one."""
    return sum((Fraction(dose.daily, dose.daily + dose.least) for dose in doses), Fraction())
