"""What a patient's medicines add to the tier: our own points, for a threshold of the tiers to read."""

from collections.abc import Iterator

from optimizer.caseload.medication.review import Review
from optimizer.caseload.score import Missing, ScaleScore, ScoreLine, scored
from optimizer.planning.words import count

MANY, VERY_MANY = 5, 10
EACH_LOW, LOW_MOST = 2, 4
DUPLICATIONS_MOST = 2
SEVERAL = 3
MOST = 21


def pharmacy_score(review: Review, *, asks_regimens: bool = True, asks_doses: bool = True) -> ScaleScore:
    """Return the points of a review, each with its reason.

    How medicines are taken, and their doses, are missing only where they are asked for: few keep them at all.
    """
    taken = [*_regimens(review, asks_regimens), *_doses(review, asks_doses)]
    return scored("Medication", MOST, (), [*_counted(review), *_shown(review), *_unread(review), *taken])


def _counted(review: Review) -> Iterator[ScoreLine]:
    medicines = len(review.active)
    points = 3 if medicines >= VERY_MANY else 1 if medicines >= MANY else 0
    yield ScoreLine("medicines", points, count(medicines, "active medicine"))
    yield ScoreLine(
        "high alert", min(2, len(review.alerts)), f"high-alert: {', '.join(each.title for each in review.alerts)}"
    )
    scattered = max(review.prescribers, review.pharmacies) >= SEVERAL
    who = f"{count(review.prescribers, 'prescriber')}, {count(review.pharmacies, 'pharmacy', 'pharmacies')}"
    yield ScoreLine("prescribers and pharmacies", int(scattered), who)


def _shown(review: Review) -> Iterator[ScoreLine]:
    low = ", ".join(f"{each.tracked.title} {each.percent} %" for each in review.low)
    yield ScoreLine("adherence", min(LOW_MOST, EACH_LOW * len(review.low)), f"days covered: {low}")
    twice = len(review.duplications)
    yield ScoreLine("duplication", min(DUPLICATIONS_MOST, twice), count(twice, "therapeutic duplication"))
    pairs = ", ".join(f"{each.one} and {each.other}" for each in review.interactions)
    yield ScoreLine("interaction", 4 * bool(review.interactions), f"high-priority interaction: {pairs}")
    unreconciled = review.reconciliation is not None and review.reconciliation.open
    yield ScoreLine("reconciliation", 2 * unreconciled, "medicines not reconciled after discharge")


def _unread(review: Review) -> Iterator[Missing]:
    if missed := review.extent.missed:
        yield Missing(f"interactions, duplications and days covered of {count(missed, 'fill')} not looked at")


def _regimens(review: Review, asked: bool) -> Iterator[ScoreLine | Missing]:
    found = review.complexity
    if found is None:
        yield from [Missing("how the medicines are taken (MRCI)")] * asked
    else:
        yield ScoreLine("complexity", 2 * found.high, f"MRCI {found.points}")
        yield from (Missing(f"points of the MRCI for {each}") for each in found.unlisted)


def _doses(review: Review, asked: bool) -> Iterator[ScoreLine | Missing]:
    if review.burden is None:
        yield from [Missing("daily doses of sedatives and anticholinergics (DBI)")] * asked
    else:
        yield ScoreLine("burden", int(review.burden >= 1), f"DBI {float(review.burden):.2f}")
