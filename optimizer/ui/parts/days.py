"""Days that people are asked for: shown, and typed, as everywhere else, 2026-12-06."""

from datetime import date
from typing import Any

import streamlit as st

FORM = "YYYY-MM-DD"
FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
"""Between which days one may be chosen where nothing else bounds it."""


def ask_day(label: str, value: date, *, first: date = FIRST, last: date = LAST, where: Any = st, **shown: Any) -> date:
    """Ask for a day. What is no day from ``first`` to ``last`` the field refuses, and what was there stays."""
    found = where.date_input(label, min(max(value, first), last), min_value=first, max_value=last, format=FORM, **shown)
    return found if isinstance(found, date) else value
