"""What tests of the page share: nothing of one test is left for the next."""

import os

import pytest
import streamlit as st

from tests.ui.browser import chromium


@pytest.fixture(autouse=True)
def _clean(monkeypatch):
    for name in ("OPTIMIZER_DB", "OPTIMIZER_ACTOR"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def browser():
    """Give the one browser of a process; two could not be driven at the same time in it."""
    with chromium() as found:
        yield found
