"""What ends, or is interrupted, within the days ahead for whoever has patients."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from optimizer.caseload.eligibility import Attribute, Lack, lacks
from optimizer.caseload.panel import Panel
from optimizer.caseload.span import DAY, PanelSpan, dated
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.words import count


class Ending(NamedTuple):
    """Something of a manager's that ends after ``until``, and the patients for whom it matters.

    ``back`` is the last day of a leave that begins on ``until``, None for what ends for good.
    """

    manager: str
    attribute: Attribute
    wanted: str
    until: date
    back: date | None
    patients: tuple[str, ...]
    sentence: str


def endings(panel: Panel, plan: Plan) -> tuple[Ending, ...]:
    """Return what ends within the days ahead for those who have patients in a plan, by manager and day."""
    found: dict[tuple[str, Lack, date | None], list[str]] = defaultdict(list)
    for pair in sorted(plan):
        for lack, back in _ends(panel, pair, panel.span):
            found[pair.who, lack, back].append(pair.what.patient)
    made = (_ending(panel, *key, tuple(patients)) for key, patients in found.items())
    return tuple(sorted(made, key=lambda each: (each.manager, each.until, each.attribute, each.wanted)))


def endings_of(panel: Panel, pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Return the sentences about what ends within the days ahead in some pairs."""
    return tuple(each.sentence for each in endings(panel, frozenset(pairs)))


def _ends(panel: Panel, pair: Pair, span: PanelSpan) -> Iterator[tuple[Lack, date | None]]:
    manager, patient = panel.manager_by_id[pair.who], panel.patient_by_id[pair.what.patient]
    found = lacks(manager, patient, panel.tier(patient.id), span, panel.requirements, present=True)
    handed = manager.handover - DAY if manager.handover and span.first < manager.handover <= span.last else None
    if handed:
        yield Lack(Attribute.PRESENT, "", handed), None
    yield from ((lack, None) for lack in found if lack.until and not (handed and lack.attribute is Attribute.PRESENT))
    for away in manager.away:
        first, last = max(away.first, span.first), min(away.last, span.last)
        if first <= last and manager.days_away(PanelSpan(first, last)):
            yield Lack(Attribute.PRESENT, "", away.first), away.last


def _ending(panel: Panel, who: str, lack: Lack, back: date | None, patients: tuple[str, ...]) -> Ending:
    assert lack.until is not None
    heir = panel.manager_by_id[who].successor
    successor = panel.name_of(heir) if heir in panel.manager_by_id else ""
    said = _said(panel.name_of(who), successor, lack, back, count(len(patients), "patient"), len(patients))
    kept = sum(pair.who == who and pair.what.patient in patients for pair in panel.locked)
    locked = f", {kept} of them locked" if kept else ""
    return Ending(who, lack.attribute, lack.wanted, lack.until, back, patients, f"{said}{locked}.")


def _said(name: str, successor: str, lack: Lack, back: date | None, patients: str, number: int) -> str:
    assert lack.until is not None
    need, until = "need" if number > 1 else "needs", dated(lack.until)
    if back is not None:
        return f"{name} is away {PanelSpan(lack.until, back).text}: {patients} {need} cover"
    if lack.attribute is Attribute.PRESENT and successor:
        return f"{name} hands over to {successor} after {until}: {patients} {'go' if number > 1 else 'goes'} with it"
    if lack.attribute is Attribute.PRESENT:
        return f"{name} works here until {until} only: {patients} {need} another case manager then"
    if lack.attribute is Attribute.LICENCE:
        return f"{name} is licensed in {lack.wanted} until {until} only: {patients} {need} it after that"
    return f"{name} holds a valid {lack.wanted} until {until} only: {patients} {need} it after that"
