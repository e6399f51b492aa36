"""Which tier a patient's facts ask for, why, and which one counts when somebody set another by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from optimizer.caseload.risk.charlson import Weights, charlson
from optimizer.caseload.risk.facts import Override, RiskFacts
from optimizer.caseload.risk.hospital import Form, hospital
from optimizer.caseload.risk.lace import lace
from optimizer.caseload.risk.ladder import Ladder, LadderMeasure
from optimizer.caseload.risk.social import social
from optimizer.caseload.score import ScaleScore
from optimizer.caseload.tier import Tier
from optimizer.planning.words import count, on

TWO_OF = Tier.HIGH
"""Two independent measures that ask for this tier ask for the next one together."""


class Fired(NamedTuple):
    """A rule that fired: what it is about, the tier it asks for, and why."""

    what: str
    tier: Tier
    why: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A patient's tier on one day: ``computed`` from the facts, and the one that counts."""

    day: date
    fired: tuple[Fired, ...]
    scores: tuple[ScaleScore, ...]
    missing: tuple[str, ...]
    override: Override | None = None

    @property
    def computed(self) -> Tier:
        """Return the highest tier that a rule asks for; the lowest when none fired."""
        return max((fired.tier for fired in self.fired), default=Tier.LOW)

    @property
    def tier(self) -> Tier:
        """Return the tier that counts: the one set by hand until it expires, otherwise the computed one."""
        return self.override.tier if self.override and self.override.holds(self.day) else self.computed

    @property
    def sentence(self) -> str:
        """Return the tier with what fired, what is not known, and what was set by hand."""
        return " ".join(part for part in (self._computed, self._by_hand, self._unknown) if part)

    @property
    def _computed(self) -> str:
        least = "at least " if self.missing else ""
        reasons = "; ".join(each.why for each in self.fired if each.tier is self.computed)
        return f"The facts ask for {least}{self.computed.label}: {reasons or 'no rule fired'}."

    @property
    def _by_hand(self) -> str:
        if self.override is None:
            return ""
        by_hand = self.override.tier.label
        until = f"{on(self.override.expires)} {self.override.expires.year}"
        if not self.override.holds(self.day):
            return f"A setting to {by_hand} by hand ended on {until} and no longer counts."
        return f"Set to {by_hand} by hand until {until}: {self.override.reason}."

    @property
    def _unknown(self) -> str:
        return f"Not known: {', '.join(self.missing)}." if self.missing else ""


def rate(
    facts: RiskFacts,
    medication: ScaleScore | None,
    ladder: Ladder,
    day: date,
    override: Override | None = None,
    *,
    form: Form = Form.REVISED,
    weights: Weights = Weights.ORIGINAL,
) -> Rating:
    """Return the tier of a patient on a day; ``medication`` is the score of what was dispensed, None without data."""
    scores = _scores(facts, form, weights)
    if medication is not None:
        scores[LadderMeasure.MEDICATION] = medication
    values = {measure: score.points for measure, score in scores.items()} | _counts(facts)
    fired = tuple(_fired(facts, values, ladder, day, form))
    missing = dict.fromkeys(what for score in scores.values() for what in score.missing)
    missing |= dict.fromkeys(_not_counted(facts, medication))
    return Rating(day, fired, tuple(scores.values()), tuple(missing), override)


def _scores(facts: RiskFacts, form: Form, weights: Weights) -> dict[LadderMeasure, ScaleScore]:
    scores = {
        LadderMeasure.CHARLSON: charlson(facts.conditions, weights),
        LadderMeasure.SOCIAL: social(facts.social_needs),
    }
    if facts.stay is not None:
        scores[LadderMeasure.LACE] = lace(facts.stay, facts.conditions, facts.emergency_visits)
        measure = LadderMeasure.SIMPLIFIED if form is Form.SIMPLIFIED else LadderMeasure.HOSPITAL
        scores[measure] = hospital(facts.stay, facts.admissions, form, facts.conditions)
    return scores


def _counts(facts: RiskFacts) -> dict[LadderMeasure, int]:
    counts = {
        LadderMeasure.RISK_ADJUSTMENT: facts.risk_adjustment,
        LadderMeasure.EMERGENCY: facts.emergency_visits,
        LadderMeasure.ADMISSIONS: facts.admissions,
        LadderMeasure.COMPLEXITY: facts.complexity,
    }
    return {measure: number for measure, number in counts.items() if number is not None}


def _not_counted(facts: RiskFacts, medication: ScaleScore | None) -> Iterator[str]:
    """Yield what every patient should have and this one lacks; imported totals are only for those who have them."""
    if facts.emergency_visits is None:
        yield LadderMeasure.EMERGENCY
    if facts.admissions is None:
        yield LadderMeasure.ADMISSIONS
    if medication is None:
        yield "dispensing data"
    if facts.stay is not None and facts.stay.primary_care_booked is None:
        yield "whether a primary care visit is booked"


def _fired(
    facts: RiskFacts, values: Mapping[LadderMeasure, int], ladder: Ladder, day: date, form: Form
) -> Iterator[Fired]:
    yield from (Fired(each, Tier.CRITICAL, each) for each in sorted(facts.circumstances))
    yield from _after_discharge(facts, values, ladder, day)
    high: dict[str, LadderMeasure] = {}
    for step in ladder.steps:
        tier = step.tier(values[step.measure]) if step.measure in values else None
        if tier is not None:
            said = f"{_named(step.measure, form)} at {_shown(step.measure, values[step.measure])}"
            yield Fired(step.measure, tier, said)
            if tier >= TWO_OF:
                high.setdefault(step.group, step.measure)
    if len(high) > 1:
        together = " and ".join(high.values())
        yield Fired("several", Tier(TWO_OF + 1), f"{together} each ask for {TWO_OF.label} or more by themselves")


def _after_discharge(
    facts: RiskFacts, values: Mapping[LadderMeasure, int], ladder: Ladder, day: date
) -> Iterator[Fired]:
    since = facts.stay.days_since(day) if facts.stay else None
    risky = (
        values.get(LadderMeasure.LACE, 0) >= ladder.discharge_lace
        or values.get(LadderMeasure.HOSPITAL, 0) >= ladder.discharge_hospital
        or values.get(LadderMeasure.SIMPLIFIED, 0) >= ladder.discharge_simplified
    )
    if facts.stay is None or since is None or since > ladder.discharge_days or not risky:
        return
    unbooked = facts.stay.primary_care_booked is False
    why = f"discharged {count(since, 'day')} ago at high risk{', with no primary care visit booked' * unbooked}"
    yield Fired("discharge", Tier.CRITICAL if unbooked else Tier.COMPLEX, why)


def _named(measure: LadderMeasure, form: Form) -> str:
    """Return what a measure is called: of HOSPITAL, in which form."""
    return form.called if measure in (LadderMeasure.HOSPITAL, LadderMeasure.SIMPLIFIED) else measure


def _shown(measure: LadderMeasure, value: int) -> str:
    return f"{value / 1000:g}" if measure is LadderMeasure.RISK_ADJUSTMENT else f"{value}"
