"""Where the tests find what they read, and why they skip when it is not there."""

import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SAMPLES = PROJECT / "data" / "samples"
SHARED = PROJECT.parent / "shared"
ROSTERS = SHARED / "rosters"
BENCHMARKS = SHARED / "benchmarks"
CASES = SHARED / "cases"

needs_rosters = pytest.mark.skipif(
    not ROSTERS.is_dir(), reason="the collection of real rosters is not beside the project"
)
needs_benchmarks = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason="the collection of public instances is not beside the project"
)
needs_cases = pytest.mark.skipif(
    not CASES.is_dir(), reason="the collection of public reports is not beside the project"
)
needs_libreoffice = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not installed"
)
