"""What the case managers of a sample panel might have written down in a quarter of where their time went."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.panel import Panel
from optimizer.caseload.study import Record
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair
from optimizer.workbook.panel.read import PanelContents

MONTHS = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
CONTACTS = {Tier.LOW: 1, Tier.MODERATE: 2, Tier.HIGH: 3, Tier.COMPLEX: 4, Tier.CRITICAL: 6}
"""How often somebody is met in a month; in the lowest tier only in one month of the three."""
TRUE = {Tier.LOW: 80, Tier.MODERATE: 95, Tier.HIGH: 120, Tier.COMPLEX: 115, Tier.CRITICAL: 105}
"""What care really takes, in percent of the setting's own numbers."""


def time_study(contents: PanelContents) -> tuple[Record, ...]:
    """Return three months of rows about everybody who had a case manager then, by day."""
    chance = random.Random("time study")
    pairs = sorted(contents.plan)
    rows = [row for month in MONTHS for pair in pairs for row in _month(chance, contents, pair, month)]
    return tuple(sorted(rows, key=lambda row: (row.day, row.manager, row.patient or "", row.activity)))


def _month(chance: random.Random, contents: PanelContents, pair: Pair, month: date) -> Iterator[Record]:
    panel = contents.panel
    patient, tier = panel.patient_by_id[pair.what.patient], panel.tier(pair.what.patient)
    if patient.referred is None or patient.referred > month:
        return
    number = MONTHS.index(month)
    if tier is Tier.LOW and int(patient.id[1:]) % len(MONTHS) != number:
        return
    before = patient.phase is Phase.TRANSITION and (patient.discharged or month) > month + timedelta(days=29)
    phase = Phase.ACTIVE if before else patient.phase
    each = _minutes(contents, panel, pair, phase) * (len(MONTHS) if tier is Tier.LOW else 1) / CONTACTS[tier]
    for _ in range(CONTACTS[tier]):
        day = month + timedelta(days=chance.randrange(30))
        taken = max(5, 5 * round(each * chance.uniform(0.6, 1.4) / 5))
        yield Record(day, pair.who, taken, patient=patient.id, phase=phase if before else None)
        if panel.travel_minutes(pair) and chance.random() < 0.1:
            yield Record(day, pair.who, 20, Activity.TRAVEL, patient.id)
    if panel.fills.get(patient.id) and chance.random() < 0.05:
        yield Record(month + timedelta(days=10), pair.who, 20, Activity.MEDICINES, patient.id)


def _minutes(contents: PanelContents, panel: Panel, pair: Pair, phase: Phase) -> float:
    setting, manager = contents.setting, panel.manager_by_id[pair.who]
    patient, tier = panel.patient_by_id[pair.what.patient], panel.tier(pair.what.patient)
    met = setting.contacts[patient.contact or setting.contact] / 100
    spoken = 1 if manager.speaks(patient.language) else 1 + setting.interpreter / 100
    slower = 100 / setting.experiences[manager.practice]
    return float(setting.minutes(tier, phase)) * TRUE[tier] / 100 * met * spoken * slower
