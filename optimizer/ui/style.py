"""The few things about looks that the theme cannot say."""

import streamlit as st

STYLE = """<style>
.stMainBlockContainer { padding: 2.75rem 2rem 3rem; }
[data-testid="stMetric"] { padding: 0.5rem 0.75rem; }
[data-testid="stMetricValue"] { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
[data-testid$="Active"] p, .stTabs [aria-selected="true"] p { color: light-dark(#0f6480, #6cc3e0); }
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .stButton, .no-print { display: none !important; }
  .stMainBlockContainer { padding: 0; }
}
</style>"""


def dress() -> None:
    """Give the page its margins, and let only what belongs on paper be printed."""
    st.html(STYLE)
