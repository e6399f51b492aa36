"""Somebody's sheet as a Streamlit component: it is only looked at, and nothing in it is ever taken for markup."""

from pathlib import Path

import streamlit as st

from optimizer.ui.confirm.drawn_sheet import DrawnSheet, sheet_payload

HERE = Path(__file__).parent / "web"


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "optimizer.drawn_sheet", html=_text("sheet.html"), css=_text("sheet.css"), js=_text("sheet.js")
)


def draw_sheet(drawn: DrawnSheet, key: str, height: int = 520) -> None:
    """Show a sheet at most so many pixels high, with a legend above and the reason for the cell in hand below."""
    _mount(key=key, data=sheet_payload(drawn) | {"height": height})
