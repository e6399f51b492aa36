"""What stands between a manager and a certificate: since or from when it can be had, and whom it would open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.caseload.careers.certificate import CareerCertificate, career_certificates
from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.months import after_months, months_between
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.unplaced import unplaced
from optimizer.planning.pair import Pair


@dataclass(frozen=True, slots=True)
class CareerStep:
    """One certificate of one manager, on a day.

    ``held`` says until when it is valid, None where it is not held; ``lapsed`` is the last day of one that was.
    ``missing`` are the months of case management and of clinical work that are still to come then, so that it can be
    applied for ``from_``, or ``if_supervised`` where a holder supervises. ``opens`` are patients whom nobody may have
    today and this manager might.
    """

    manager: str
    certificate: CareerCertificate
    held: Valid | None
    lapsed: date | None
    missing: int
    from_: date
    if_supervised: date
    opens: tuple[str, ...]

    @property
    def eligible(self) -> bool:
        """Tell whether it is not held, and nothing that a workbook tells keeps the manager from applying."""
        return self.held is None and not self.missing


def career_steps(panel: Panel, day: date | None = None) -> Iterator[CareerStep]:
    """Yield every certificate of every manager as it stands on a day, the panel's own when none is given.

    Months are those of the panel's day, and more by as many as there are from then on.
    """
    alone = [each.patient for each in unplaced(panel)]
    for manager in panel.managers:
        for each in career_certificates():
            yield _step(panel, manager, each, alone, day or panel.on)


def _step(panel: Panel, manager: Manager, certificate: CareerCertificate, alone: list[str], day: date) -> CareerStep:
    entered = manager.certifications.get(certificate.name)
    lapsed = entered.until if entered and entered.until and entered.until < day else None
    held = None if lapsed else entered
    missing = _missing(manager, certificate, certificate.months)
    sooner = _missing(manager, certificate, certificate.supervised)
    days = after_months(panel.on, missing), after_months(panel.on, sooner)
    opens = () if held else _opens(panel, manager, certificate, alone)
    still = max(0, missing - months_between(panel.on, day))
    return CareerStep(manager.id, certificate, held, lapsed, still, *days, opens)


def _missing(manager: Manager, certificate: CareerCertificate, months: int) -> int:
    return max(0, months - manager.experience, certificate.clinical - manager.clinical)


def _opens(panel: Panel, manager: Manager, certificate: CareerCertificate, alone: list[str]) -> tuple[str, ...]:
    if certificate.name not in panel.requirements.certifications:
        return ()
    return tuple(who for who in alone if _lacks_only_it(panel, Pair(manager.id, Case(who))))


def _lacks_only_it(panel: Panel, pair: Pair) -> bool:
    return {lack.attribute for lack in panel.lacks(pair)} == {Attribute.CERTIFICATION}
