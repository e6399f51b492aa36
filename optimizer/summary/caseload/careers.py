"""Who may be certified when, told to people and to machines."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from optimizer.caseload.careers.career import CareerStep
from optimizer.caseload.careers.certificate import CareerCertificate
from optimizer.caseload.panel import Panel
from optimizer.planning.words import count
from optimizer.summary.facts import Facts

USD, OWN = "US dollars", "the sheet Fees"


class Cohort(NamedTuple):
    """Who may apply for a certificate, the fees of all of them in cents where they are known, and whom it would open.

    ``known`` tells how well the fees are known, and ``currency`` what they are in.

    ``opens`` are patients without a case manager whom one of those who do not hold it might then have.
    """

    certificate: CareerCertificate
    managers: tuple[str, ...]
    cents: int | None
    opens: tuple[str, ...]
    known: str = ""
    currency: str = USD


CAREER_HEADERS = ["Manager", "Certificate", "Stands", "Would open"]


def career_rows(panel: Panel, steps: Iterable[CareerStep]) -> list[list[str]]:
    """Return a row for every certificate of every manager."""
    return [
        [panel.name_of(each.manager), each.certificate.name, stands_text(each), ", ".join(each.opens)] for each in steps
    ]


def careers_json(steps: Iterable[CareerStep]) -> list[dict[str, Any]]:
    """Return the same for machines."""
    return [
        {
            "manager": each.manager,
            "certificate": each.certificate.name,
            "held": each.held is not None,
            "renewal_due": str(each.held.until) if each.held and each.held.until else None,
            "lapsed": str(each.lapsed) if each.lapsed else None,
            "months_missing": each.missing,
            "eligible_from": str(each.from_),
            "eligible_if_supervised_from": str(each.if_supervised),
            "opens": list(each.opens),
        }
        for each in steps
    ]


def cohorts(
    steps: Iterable[CareerStep], certificates: Iterable[CareerCertificate], panel: Panel | None = None
) -> tuple[Cohort, ...]:
    """Return of every certificate who may apply for it, what that costs together, and whom it would open.

    Fees that a panel has come before those of our list.
    """
    steps = tuple(steps)
    found = (_cohort(each, [step for step in steps if step.certificate == each]) for each in certificates)
    return tuple(_with_own_fee(each, panel) if panel else each for each in found)


def _with_own_fee(cohort: Cohort, panel: Panel) -> Cohort:
    fee = panel.fees.get(cohort.certificate.name)
    if fee is None:
        return cohort
    return cohort._replace(cents=fee * len(cohort.managers), known=OWN, currency=panel.currency)


def renewals_due(steps: Iterable[CareerStep], until: date) -> tuple[CareerStep, ...]:
    """Return what is held and ends by a day, the soonest first; what has no last day entered is left out."""
    ends = ((each.held.until, each.manager, each) for each in steps if each.held and each.held.until)
    return tuple(each for last, _, each in sorted(ends, key=lambda end: end[:2]) if last <= until)


def career_facts(found: Iterable[Cohort]) -> Facts:
    """Return what each certificate asks for, what all who may apply cost, and how well that is known."""
    return [(each.certificate.name, _asked(each)) for each in found]


def fees_text(cohort: Cohort) -> str:
    """Return what the fees of all who may apply come to, as far as they are known."""
    if cohort.cents is None:
        return "not known: write them on the sheet Fees"
    return f"{amount_text(cohort)} ({cohort.known})"


def amount_text(cohort: Cohort) -> str:
    """Return the fees of all who may apply, "" where they are not known."""
    if cohort.cents is None:
        return ""
    return f"{cohort.cents / 100:,.2f}".removesuffix(".00") + f" {cohort.currency}"


def source_text(certificate: CareerCertificate) -> str:
    """Return where what a certificate asks for was read, when, and what of it was not."""
    return f"{certificate.source}, {certificate.last_checked}; not checked: {certificate.unchecked}"


def stands_text(step: CareerStep) -> str:
    """Return whether somebody holds a certificate, may apply for it, or from when on."""
    if step.held:
        return f"held, renewal due by {step.held.until}" if step.held.until else "held, no last day entered"
    lapsed = f"lapsed on {step.lapsed}; " if step.lapsed else ""
    return f"{lapsed}{_to_come(step)}"


def _cohort(certificate: CareerCertificate, steps: Sequence[CareerStep]) -> Cohort:
    who = tuple(each.manager for each in steps if each.eligible)
    cents = None if certificate.cents is None else len(who) * certificate.cents
    opens = dict.fromkeys(patient for each in steps for patient in each.opens)
    return Cohort(certificate, who, cents, tuple(opens), _fee_known(certificate))


def _fee_known(certificate: CareerCertificate) -> str:
    """Return how well the fees of our list are known: read in the certifier's own text, or not, where and when."""
    if certificate.cents is None:
        return ""
    read = "" if certificate.fee_grade == "P" else ", not read in the certifier's own text"
    return f"{certificate.fee_grade}{read}: {certificate.fee_source}, {certificate.last_checked}"


def _asked(cohort: Cohort) -> str:
    of = cohort.certificate
    return (
        f"{count(len(cohort.managers), 'manager')} with the months, fees {fees_text(cohort)}; asks for {of.asks}; "
        f"every {of.valid // 12} years {of.renewal}. {source_text(of)}"
    )


def _to_come(step: CareerStep) -> str:
    if not step.missing:
        hours = " if the hours are there" if step.certificate.by_hours else ""
        return f"may apply{hours}{'' if step.certificate.was_read else ', unverified'}"
    sooner = f", {step.if_supervised} if a holder supervises" if step.if_supervised < step.from_ else ""
    return f"{count(step.missing, 'month')} missing: from {step.from_}{sooner}"
