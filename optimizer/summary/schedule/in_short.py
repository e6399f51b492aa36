"""What a schedule comes to in one sentence: its rules, its gaps, its overtime, and how much better another could be."""

from collections.abc import Sequence

from optimizer.planning.rule import Finding, broken_musts
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import short_shifts


def in_short(figures: Figures, findings: Sequence[Finding], proof: str = "") -> str:
    """Return "No must-fix problem; 2 shifts short; 20 h overtime; no schedule can be more than 3.0 % better.".

    ``proof`` is a sentence about how much better another could be, "" where nothing is known of it.
    """
    broken, short = broken_musts(findings), short_shifts(figures, CoverLevel.TARGET)
    overtime = sum(figures.overtimes.values())
    told = (
        count(broken, "must-fix problem") if broken else "No must-fix problem",
        f"{count(short, 'shift')} short" if short else "every shift staffed",
        f"{hours(overtime)} overtime" if overtime else "no overtime",
        proof[:1].lower() + proof[1:].rstrip("."),
    )
    return f"{'; '.join(filter(None, told))}."
