"""The few numbers above a panel's board."""

from collections.abc import Sequence

from optimizer.caseload.figures import Caseload, transfers
from optimizer.caseload.panel import Panel
from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding, broken_musts
from optimizer.summary.tile import UNKNOWN, Tile, Tone

NOT_YET = "No patient has a case manager yet, so there is nothing to judge."


def board_tiles(panel: Panel, plan: Plan, loads: Sequence[Caseload], findings: Sequence[Finding]) -> tuple[Tile, ...]:
    """Return the tiles of who has whom; while nobody has anybody, each says that there is nothing to judge yet."""
    fullest, emptiest = _ends(loads)
    musts, moved = broken_musts(findings), len(transfers(panel, plan))
    placed = len({pair.what.patient for pair in plan})
    left = len(panel.patients) - placed
    told = (
        ("Patients placed", f"{placed} of {len(panel.patients)}", Tone.WATCH if left else Tone.GOOD,
         "Patients who have a case manager."),
        ("Fullest", fullest, Tone.NONE, "The case manager with the most work for their hours."),
        ("Emptiest", emptiest, Tone.NONE, "The case manager with the least work for their hours."),
        ("Moved since it was opened", str(moved), Tone.NONE, "Patients who had another case manager."),
        ("Must-fix problems", str(musts), Tone.BAD if musts else Tone.GOOD,
         "Places where a rule that must be kept is broken." if musts else "Every rule that must be kept is kept."),
    )  # fmt: skip
    if plan:
        return tuple(Tile(*each) for each in told)
    return tuple(Tile(title, UNKNOWN, Tone.NONE, NOT_YET, "nobody placed yet") for title, *_ in told)


def _ends(loads: Sequence[Caseload]) -> tuple[str, str]:
    """Return how full the fullest and the emptiest are, as "104 %"."""
    shares = sorted(each.full for each in loads if each.full is not None)
    return (f"{round(100 * shares[-1])} %", f"{round(100 * shares[0])} %") if shares else (UNKNOWN, UNKNOWN)
