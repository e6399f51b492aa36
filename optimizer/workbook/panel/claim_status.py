"""What claims and pharmacy systems write of what became of a fill, in our three words."""

import re

from optimizer.caseload.medication.fill import FillStatus
from optimizer.workbook.table.parse import UnreadableError, text

WORDS = {
    FillStatus.PAID: (
        "paid", "p", "pd", "payable", "paid claim", "approved", "accepted", "a", "captured", "c", "original", "b1",
        "completed", "complete", "filled", "dispensed", "sold", "picked up", "delivered", "shipped", "billing", "claim",
        "adjudicated", "final", "new", "refill", "active", "finished",
    ),
    FillStatus.REVERSED: (
        "reversed", "r", "voided", "denied", "rejected", "cancelled", "canceled", "returned", "returned to stock",
        "return to stock", "rts", "not picked up", "not dispensed", "declined", "deleted", "entered in error",
        "on hold", "duplicate",
    ),
    FillStatus.REVERSAL: ("reversal", "reverse", "b2", "void", "credit", "paid reversal", "cancel"),
}  # fmt: skip
"""R may be a rejected claim as well as a reversed one; neither was dispensed. B1 and B2 are codes of NCPDP D.0.

What may be two things is none of them: D is dispensed or denied, V verified or void, and what was stopped or
transferred may have been dispensed before.
"""
MEANT = {word: status for status, words in WORDS.items() for word in words}


def status_in(said: str) -> FillStatus | None:
    """Return what a word says became of a fill, None for a word that is not known; nothing is "paid"."""
    return MEANT.get(" ".join(re.split(r"[\s_-]+", said.casefold().strip())), None if said.strip() else FillStatus.PAID)


def claim_status(value: object) -> FillStatus:
    """Read what became of a fill."""
    status = status_in(text(value))
    if status is None:
        raise UnreadableError(f"'{value}' is no status of a claim", f"write one of: {', '.join(FillStatus)}")
    return status
