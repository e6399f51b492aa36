"""The few things about looks and manners that the theme cannot say."""

from pathlib import Path

import streamlit as st

STYLE = """<style>
.stMainBlockContainer { padding: 2.75rem 2rem 3rem; }
[data-testid="stMetric"] { padding: 0.6rem; }
[data-testid="stMetric"] > div { padding: 0; }
[data-testid="stMetricValue"] { font-size: 1.35rem; font-variant-numeric: tabular-nums; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: QUIET !important; opacity: 1; }
[data-testid="stCode"] .token { color: CHOSEN !important; }
[data-testid="stCode"] .token.comment { color: QUIET !important; }
/* A table's own download would write texts as they are, formulas included; ours write text as text. */
[data-testid="stElementToolbarButton"]:has(button[aria-label^="Download as CSV"]) { display: none; }
:has(> .st-key-steady) { display: none; }
/* What an edit draws anew keeps its looks meanwhile: to fade it takes more time than the edit, and it flickers. */
.st-key-board [data-testid="stElementContainer"] { opacity: 1 !important; transition: none !important; }
.too-many { position: fixed; right: 1.5rem; bottom: 1.5rem; z-index: 1000000; max-width: 30rem; padding: 1rem 1.25rem;
  border-radius: 0.5rem; background: #7d1a1a; color: #ffffff; font-size: 1rem; }
[data-testid$="Active"] p, button[kind$="Active"] p, [aria-checked="true"] p, .stTabs [aria-selected="true"] p {
  color: CHOSEN !important;
}
/* An expander that unfolds must not scroll inside itself to a field that is clicked: any scroll shuts its list. */
[data-testid="stExpander"] details[style*="overflow: hidden"] { overflow: clip !important; }
/* A page's name is told whole, on two lines where it is long. */
[data-testid="stSidebarNavLink"] { padding-top: 0.3rem; padding-bottom: 0.3rem; line-height: 1.3; }
[data-testid="stSidebarNavLink"] p { white-space: normal; line-height: 1.3; }
@media (max-width: 640px) {
  /* Numbers stand two and two on a phone: five of them below each other are a screen in which nothing else is. */
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"] [data-testid="stMetric"]) { gap: 0.5rem; }
  [data-testid="stColumn"]:has([data-testid="stMetric"]) { min-width: 0; flex: 1 1 calc(50% - 0.25rem); }
  /* A table, or a picture of many days, is as wide as it can be read, and moves under the finger. */
  .st-key-wide-picture, [data-testid="stMarkdownContainer"] table { overflow-x: auto; }
  [data-testid="stMarkdownContainer"] table { display: block; }
  .st-key-wide-picture [data-testid="stElementContainer"]:has([data-testid="stVegaLiteChart"]) { min-width: 56rem; }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .stButton, .no-print { display: none !important; }
  .stMainBlockContainer { padding: 0; }
}
</style>"""
LIGHT = {
    "QUIET": "#4d5f6a", "CHOSEN": "#0f6480", "GOOD": "#17653f", "WATCH": "#8a4a00", "BAD": "#b3261e", "LINE": "#d5dee3",
    "PAPER": "#ffffff",
}  # fmt: skip
DARK = {
    "QUIET": "#a9bac3", "CHOSEN": "#6cc3e0", "GOOD": "#5fc290", "WATCH": "#f0ad5e", "BAD": "#ff8f86", "LINE": "#2f3e47",
    "PAPER": "#1a252c",
}  # fmt: skip
"""Where Streamlit's own colours have too little contrast: its captions, and the primary colour on a dark page."""


HERE = Path(__file__).parent
STRIP = (HERE / "strip.css").read_text(encoding="utf-8")
SCRIPTS = "".join((HERE / f"{name}_tables.js").read_text(encoding="utf-8") for name in ("steady", "full"))


def dress() -> None:
    """Give the page its margins, make small print legible, keep tables steady, and print only what belongs on paper."""
    style = STYLE.replace("</style>", f"{STRIP}</style>")
    for name, colour in (DARK if st.context.theme.type == "dark" else LIGHT).items():
        style = style.replace(name, colour)
    st.html(style)
    with st.container(key="steady"):
        st.html(f"<script>{SCRIPTS}</script>", unsafe_allow_javascript=True)
