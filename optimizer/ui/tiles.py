"""The few numbers above a schedule, as tiles."""

import streamlit as st

from optimizer.store.roles import Permission
from optimizer.summary.tiles import Tone, tiles
from optimizer.ui.desk import Desk

SIGNS = {
    Tone.GOOD: ":green[:material/check_circle:]",
    Tone.WATCH: ":orange[:material/error:]",
    Tone.BAD: ":red[:material/cancel:]",
}


def show_tiles(desk: Desk, gap: float | None = None) -> None:
    """Draw the tiles of a desk's schedule side by side."""
    found = tiles(desk.figures, desk.findings, costs=desk.may(Permission.READ_COSTS), gap=gap)
    for column, tile in zip(st.columns(len(found)), found, strict=True):
        sign = f"{SIGNS[tile.tone]} {tile.title}"
        column.metric(sign, tile.text, help=tile.explanation, border=True)
