"""Social needs, as a tally: how many of them somebody found, whatever list was used to ask."""

from optimizer.caseload.score import Band, Missing, ScaleScore, ScoreLine, scored
from optimizer.planning.words import count

MOST = 22
BANDS = (Band(0, "none"), Band(1, "low"), Band(5, "medium"), Band(10, "high"))
"""The bands of a published tally of 22 risks; its questions are its owner's and are not here."""


def social(needs: int | None) -> ScaleScore:
    """Return the tally of social needs as a score."""
    part = Missing("social needs") if needs is None else ScoreLine("social needs", needs, count(needs, "social need"))
    return scored("Social needs", MOST, BANDS, [part])
