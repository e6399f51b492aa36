"""Marks behind a code that say who leads the shift: "D/C", "N*", "E (IC)"."""

import re
from dataclasses import replace

from optimizer.staffing.learn.worked_days import Worked, WorkedDays

LEAD = "Charge"
"""The role of whoever leads a shift."""
SIGN, WORD = r"[*+!°•#]", r"[/(\-_ ]\s*(?:c|ic|tl|l|lead|leader|charge|in charge)\s*\)?"
MARK = re.compile(rf"(?P<code>.+?)\s*(?:{SIGN}|{WORD})", re.IGNORECASE)


def with_leads(roster: WorkedDays) -> WorkedDays:
    """Return rosters whose marked codes are the codes without the mark, worked as the lead.

    A mark is one only behind a code that somebody else has without it, and that the legend does not explain as a whole.
    """
    codes = {cell.code for cell in roster.worked}
    return replace(roster, worked=tuple(_unmarked(cell, codes, roster) for cell in roster.worked))


def _unmarked(cell: Worked, codes: set[str], roster: WorkedDays) -> Worked:
    match = MARK.fullmatch(cell.code)
    if not match or match["code"] not in codes or cell.code in roster.legend or cell.role:
        return cell
    return Worked(cell.who, cell.day, match["code"], LEAD)
