"""A workbook with twenty different faults."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

FAULTS: tuple[tuple[str, str, object], ...] = (
    ("Calendar", "B5", "Sonday"),
    ("Holidays", "A2", "25.12.26"),
    ("Ties", "B2", "R003"),
    ("Shifts", "C3", "25:00"),
    ("Staff", "D3", "RN, Chrge"),
    ("Staff", "E4", "full"),
    ("Staff", "F5", "Fulltime"),
    ("Staff", "B7", None),
    ("Staff", "K8", "RN2"),
    ("Credentials", "C4", "31/31/2027"),
    ("Credentials", "A6", "R999"),
    ("Needs", "B2", "DD"),
    ("Needs", "F3", 0),
    ("Requests", "D3", date(2026, 12, 1)),
    ("Requests", "B4", "of"),
    ("Locked", "B2", "2027-02-31"),
    ("History", "F7", "Q"),
    ("Pay", "B2", -45),
    ("Rules", "C4", None),
    ("Rules", "A9", "rst"),
)
"""Twenty different faults for the faulty sample: sheet, cell, and what somebody left there."""


def write_faulty(source: Path, path: Path) -> None:
    """Write a workbook with every fault in FAULTS."""
    book = load_workbook(source)
    for sheet, cell, value in FAULTS:
        book[sheet][cell].value = value
    book.save(path)
