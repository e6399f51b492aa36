"""What rows cost, seen from their duals: for Lagrangian bounds, and to keep duals where those exist."""

import numpy as np

from optimizer.engine.arrays import Flags, Floats
from optimizer.engine.rosters.rows import MasterRows


class Shapes:
    """The cost of every row at its bends, as arrays over rows × bends."""

    def __init__(self, rows: MasterRows) -> None:
        bends = [row.breakpoints or [0.0] for row in rows.rows]
        width = max(map(len, bends), default=1)
        padded = [b + [b[-1]] * (width - len(b)) for b in bends]
        costs = [[row.cost(b) for b in line] for row, line in zip(rows.rows, padded, strict=True)]
        self._bends, self._costs = (np.array(table, dtype=float).reshape(-1, width) for table in (padded, costs))
        self._least = np.array([row.cost(b[-1]) - row.cost(b[-1] + 1) for row, b in zip(rows.rows, bends, strict=True)])
        self._most = np.array([row.cost(b[0] - 1) - row.cost(b[0]) for row, b in zip(rows.rows, bends, strict=True)])
        self._excesses = rows.excesses

    def clipped(self, duals: Floats) -> Floats:
        """Return duals moved to where the rows' cost at them is bounded."""
        kept = np.clip(duals, self._least, self._most)
        for excess in self._excesses:
            kept[excess.source] = min(0.0, max(duals[excess.source], excess.factor * kept[excess.target]))
        return kept

    def bound(self, touched: Flags, duals: Floats, fixed: Floats) -> float:
        """Return what some rows cost at least at clipped duals, whatever rosters are chosen."""
        each = (self._costs + duals[:, None] * (self._bends - fixed[:, None])).min(axis=1)
        for excess in self._excesses:
            each[excess.source] = duals[excess.source] * (excess.high - fixed[excess.source])
        return float(each[touched].sum())
