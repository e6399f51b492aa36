"""Everything that one patient's medicines show on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from optimizer.caseload.medication.adherence import (
    NOTHING_EXCLUDED,
    Adherence,
    MeasuredYear,
    MeasureExclusions,
    Tracked,
    Unmeasured,
    adherence,
)
from optimizer.caseload.medication.burden import Dose, drug_burden
from optimizer.caseload.medication.complexity import Complexities, Complexity, Regimen, complexity
from optimizer.caseload.medication.duplication import Allowed, Duplication, duplications
from optimizer.caseload.medication.extent import Extent, extent
from optimizer.caseload.medication.fill import Fill, standing
from optimizer.caseload.medication.high_alert import Alert, alerts
from optimizer.caseload.medication.interaction import Clash, Interaction, Supply, interactions
from optimizer.caseload.medication.naming.recognise import read
from optimizer.caseload.medication.naming.vocabulary import Vocabulary
from optimizer.caseload.medication.news import AlertNews, alert_news
from optimizer.caseload.medication.own import OwnPair
from optimizer.caseload.medication.reconciliation import Reconciliation, Transition, Windows, reconciliation
from optimizer.caseload.medication.supply import on_hand, supplies
from optimizer.caseload.medication.with_condition import (
    ConditionHit,
    ConditionRule,
    OwnHit,
    condition_hits,
    own_hits,
)
from optimizer.caseload.span import PanelSpan

YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Reference:
    """The lists by which medicines are judged.

    ``prolonging`` and ``pairs`` are the user's own, of QT risks and of what else to look at; ``year`` says which days
    adherence is measured over.
    """

    tracked: tuple[Tracked, ...]
    allowed: Allowed
    clashes: tuple[Clash, ...]
    alerts: tuple[Alert, ...]
    windows: Windows
    vocabulary: Vocabulary
    complexities: Complexities
    conditions: tuple[ConditionRule, ...] = ()
    prolonging: frozenset[str] = frozenset()
    pairs: tuple[OwnPair, ...] = ()
    year: MeasuredYear = MeasuredYear.ROLLING


@dataclass(frozen=True, slots=True)
class KnownMedicines:
    """All that is known of one patient's medicines.

    ``regimens`` and ``doses`` are None where nobody wrote down how the medicines are taken: dispensing does not tell.
    ``conditions`` are the patient's illnesses, as far as they are known.
    """

    fills: Sequence[Fill] = ()
    transitions: Sequence[Transition] = ()
    regimens: Sequence[Regimen] | None = None
    doses: Sequence[Dose] | None = None
    conditions: frozenset[str] = frozenset()
    excluded: MeasureExclusions = NOTHING_EXCLUDED


@dataclass(frozen=True, slots=True)
class Review:
    """What the medicines of one patient show on the last day of a period.

    ``active`` are the ingredients on hand, ``prescribers`` and ``pharmacies`` those of the fills in the period.
    ``beside`` and ``own`` are hits beside a condition and of the user's own pairs, ``news`` what is new about
    high-alert medicines. ``extent`` tells what was not looked at.
    """

    patient: str
    period: PanelSpan
    active: tuple[str, ...]
    adherence: tuple[Adherence, ...]
    unmeasured: tuple[Unmeasured, ...]
    duplications: tuple[Duplication, ...]
    interactions: tuple[Interaction, ...]
    alerts: tuple[Alert, ...]
    prescribers: int
    pharmacies: int
    reconciliation: Reconciliation | None
    extent: Extent
    complexity: Complexity | None
    burden: Fraction | None
    beside: tuple[ConditionHit, ...] = ()
    own: tuple[OwnHit, ...] = ()
    news: tuple[AlertNews, ...] = ()

    @property
    def low(self) -> tuple[Adherence, ...]:
        """Return the tracked classes that cover too few days."""
        return tuple(each for each in self.adherence if each.low)


def review(patient: str, known: KnownMedicines, reference: Reference, day: date, first: date | None = None) -> Review:
    """Return what one patient's medicines show on a day; the period begins a year before it unless ``first`` says."""
    period = PanelSpan(first or day - YEAR, day)
    within = [fill for fill in standing(known.fills) if period.has(fill.filled)]
    words = reference.vocabulary
    fills = tuple(read(fill, words) for fill in within)
    supply = supplies(fills)
    active = on_hand(supply, day)
    held = {name: supply[name] for name in active}
    taken = [fill for fill in fills if {*fill.ingredients} & {*active}]
    tags = alerts(taken, reference.alerts)
    left = reconciliation((each for each in known.transitions if period.has(each.day)), reference.windows, day)
    measured = _measured(fills, known, reference, period)
    return Review(
        patient,
        period,
        active,
        tuple(each for each in measured if isinstance(each, Adherence)),
        tuple(each for each in measured if isinstance(each, Unmeasured)),
        tuple(each for each in duplications(fills, reference.allowed) if each.span.has(day)),
        _clashing(held, reference, day),
        tags,
        len({fill.prescriber for fill in fills if fill.prescriber}),
        len({fill.pharmacy for fill in fills if fill.pharmacy}),
        left,
        extent(patient, known.fills, words, period),
        None if known.regimens is None else complexity(known.regimens, reference.complexities),
        None if known.doses is None else drug_burden(known.doses),
        condition_hits(taken, known.conditions, reference.conditions, reference.pairs, words),
        own_hits(taken, held, reference.pairs, words, day),
        alert_news(fills, active, tags, left, words, day),
    )


def _measured(
    fills: Sequence[Fill], known: KnownMedicines, reference: Reference, period: PanelSpan
) -> Sequence[Adherence | Unmeasured | None]:
    year = reference.year
    over = year.period(period)
    return [adherence(fills, tracked, over, year, known.excluded) for tracked in reference.tracked]


def _clashing(active: Supply, reference: Reference, day: date) -> tuple[Interaction, ...]:
    hits = interactions(active, reference.clashes, reference.prolonging)
    return tuple(hit for hit in hits if hit.span.has(day))


def by_patient(
    fills: Iterable[Fill],
    transitions: Iterable[Transition] = (),
    regimens: Mapping[str, Sequence[Regimen]] | None = None,
    doses: Mapping[str, Sequence[Dose]] | None = None,
) -> Mapping[str, KnownMedicines]:
    """Return what is known of the medicines of every patient who has a fill or a transition."""
    filled, left = defaultdict(list), defaultdict(list)
    for fill in fills:
        filled[fill.patient].append(fill)
    for transition in transitions:
        left[transition.patient].append(transition)
    patients = dict.fromkeys((*filled, *left))
    return {
        who: KnownMedicines(filled[who], left[who], (regimens or {}).get(who), (doses or {}).get(who))
        for who in patients
    }
