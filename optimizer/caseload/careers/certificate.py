"""Certificates of case managers and of nursing specialties: what each asks for, how long it holds, and its source."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from optimizer.caseload.presets import read


@dataclass(frozen=True, slots=True)
class CareerCertificate:
    """One certificate.

    ``months`` of case management are asked for, or ``supervised`` where a holder supervises them, and ``clinical`` ones
    of clinical work; ``asks`` is what no workbook says. It holds for ``valid`` months, then takes what ``renewal``
    says. ``by_hours`` tells that it asks for hours of practice or education, which no workbook has. ``grade`` is as in
    law: P was read in the certifier's text, S in another's; ``unchecked`` says what of it was not. ``cents`` are its
    fees in US dollars for who is no member, None where they are not known, with their own grade and source.
    """

    name: str
    months: int
    supervised: int
    clinical: int
    asks: str
    valid: int
    renewal: str
    grade: str
    source: str
    unchecked: str
    last_checked: date
    cents: int | None = None
    fee_grade: str = ""
    fee_source: str = ""
    by_hours: bool = False

    @property
    def was_read(self) -> bool:
        """Tell whether what it asks for was read in the certifier's own text."""
        return self.grade == "P"


@cache
def career_certificates() -> tuple[CareerCertificate, ...]:
    """Return the certificates that are known."""
    data = read("certificates")
    return tuple(CareerCertificate(**row, last_checked=data["last_checked"]) for row in data["certificate"])
