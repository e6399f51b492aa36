"""Tables that are only read, whose text is shown as it is."""

from typing import Any

import pandas as pd
import streamlit as st

from optimizer.ui.parts.plain import plain


def plain_table(frame: pd.DataFrame, **shown: Any) -> None:
    """Draw a small table; Streamlit would take its cells for Markdown: a dash for a bullet, dollars for formulas."""
    text = frame.map(_plain).rename(index=_plain, columns=_plain)
    st.table(text, **shown)


def _plain(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value
