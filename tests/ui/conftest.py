"""What tests of the page share: nothing of one test is left for the next."""

import os
from functools import cache

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from tests.ui.browser import chromium


@pytest.fixture(autouse=True)
def _clean(monkeypatch):
    for name in ("OPTIMIZER_DB", "OPTIMIZER_ACTOR"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="session", autouse=True)
def _looked_for_once():
    """Look for components in all installed packages once; every page drawn without a browser would look anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def browser():
    """Give the one browser of a process; two could not be driven at the same time in it."""
    with chromium() as found:
        yield found
