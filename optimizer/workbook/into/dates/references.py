"""The cells that a formula speaks of."""

import re

from optimizer.workbook.recognise.sheet import CellSpot, box_of

REFERENCE = re.compile(r"(?<![\w.!'\]])\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])")
QUOTED = re.compile(r'"[^"]*"')


def cells_in(formula: str) -> list[CellSpot]:
    """Return the cells of the same sheet that a formula speaks of by their addresses."""
    found = REFERENCE.findall(QUOTED.sub("", formula))
    return [box[:2] for letters, number in found if (box := box_of(f"{letters}{number}"))]
