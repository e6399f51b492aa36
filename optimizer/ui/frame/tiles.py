"""The few numbers above a schedule, as tiles."""

from collections.abc import Sequence

import streamlit as st

from optimizer.summary.tile import Tile, Tone

SIGNS = {
    Tone.GOOD: ":green[:material/check_circle:]",
    Tone.WATCH: ":orange[:material/error:]",
    Tone.BAD: ":red[:material/cancel:]",
    Tone.NONE: ":gray[:material/do_not_disturb_on:]",
}


def draw_tiles(found: Sequence[Tile]) -> None:
    """Draw tiles side by side; a note stands below its number, in no colour that praises or warns."""
    for column, tile in zip(st.columns(len(found)), found, strict=True):
        column.metric(
            f"{SIGNS[tile.tone]} {tile.title}", tile.text, tile.note or None, help=tile.explanation, border=True,
            delta_color="off", delta_arrow="off", height="stretch",
        )  # fmt: skip
