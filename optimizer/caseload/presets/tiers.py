"""The thresholds of the tiers."""

from functools import cache

from optimizer.caseload.presets import PresetRow, read, source_of
from optimizer.caseload.risk.ladder import Ladder, LadderMeasure, LadderStep
from optimizer.caseload.tier import Tier


@cache
def ladder() -> Ladder:
    """Return the thresholds to begin with."""
    data = read("tiers")
    after = data["discharge"]
    steps = tuple(_step(row) for row in data["step"])
    return Ladder(steps, after["days"], after["lace"], after["hospital"], after["simplified"], source_of(data))


def _step(row: PresetRow) -> LadderStep:
    return LadderStep(
        LadderMeasure(row["measure"]), row["group"], {Tier(int(tier)): least for tier, least in row["least"].items()}
    )
