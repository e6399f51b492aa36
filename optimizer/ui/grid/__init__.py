"""The schedule grid: staff by day, edited by keyboard and mouse, every change judged where the rules are."""

from optimizer.ui.grid.component import mount_grid
from optimizer.ui.grid.events import (
    Act,
    Batch,
    Selected,
    SetCell,
    SetLock,
    read_act,
    read_at,
    read_edits,
    read_selected,
)
from optimizer.ui.grid.payload import (
    Cell,
    Code,
    Count,
    CoverageRow,
    Day,
    Focus,
    GridData,
    Person,
    Refusal,
    SumColumn,
    key_letter,
    payload,
)

__all__ = [
    "Act",
    "Batch",
    "Cell",
    "Code",
    "Count",
    "CoverageRow",
    "Day",
    "Focus",
    "GridData",
    "Person",
    "Refusal",
    "Selected",
    "SetCell",
    "SetLock",
    "SumColumn",
    "key_letter",
    "mount_grid",
    "payload",
    "read_act",
    "read_at",
    "read_edits",
    "read_selected",
]
