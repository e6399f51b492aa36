"""Who may be certified when, told to people and to machines."""

from collections.abc import Iterable
from typing import Any

from optimizer.caseload.careers.career import CareerStep
from optimizer.caseload.careers.certificate import CareerCertificate
from optimizer.caseload.panel import Panel
from optimizer.planning.words import count
from optimizer.summary.facts import Facts

CAREER_HEADERS = ["Manager", "Certificate", "Stands", "Would open"]


def career_rows(panel: Panel, steps: Iterable[CareerStep]) -> list[list[str]]:
    """Return a row for every certificate of every manager."""
    return [
        [panel.name_of(each.manager), each.certificate.name, _stands(panel, each), ", ".join(each.opens)]
        for each in steps
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


def career_facts(steps: Iterable[CareerStep], certificates: Iterable[CareerCertificate]) -> Facts:
    """Return what each certificate asks for, what all who may apply today cost, and how well that is known."""
    steps = tuple(steps)
    return [(each.name, _asked(each, steps)) for each in certificates]


def _asked(certificate: CareerCertificate, steps: tuple[CareerStep, ...]) -> str:
    mine = [each for each in steps if each.certificate == certificate and each.held is None and not each.missing]
    fees = f"fees of {len(mine) * certificate.cents / 100:,.0f} US dollars" if certificate.cents else "fees not known"
    return (
        f"{count(len(mine), 'manager')} may apply today, {fees}; asks for {certificate.asks}; every "
        f"{certificate.valid // 12} years {certificate.renewal}. {certificate.source}, {certificate.last_checked}; not "
        f"checked: {certificate.unchecked}"
    )


def _stands(panel: Panel, step: CareerStep) -> str:
    if step.held:
        return f"held, renewal due by {step.held.until}" if step.held.until else "held, no last day entered"
    lapsed = f"lapsed on {step.lapsed}; " if step.lapsed else ""
    return f"{lapsed}{_to_come(panel, step)}"


def _to_come(panel: Panel, step: CareerStep) -> str:
    if step.from_ <= panel.on:
        return "may apply" if step.certificate.was_read else "may apply, unverified"
    sooner = f", {step.if_supervised} if a holder supervises" if step.if_supervised < step.from_ else ""
    return f"{count(step.missing, 'month')} missing: from {step.from_}{sooner}"
