"""What axe-core, fetched once by npm, finds wrong with a page for those who cannot see it well."""

import shutil
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path

import pytest

AXE = Path(tempfile.gettempdir()) / "axe-core"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]
RUN = """async ([where, rules]) => {
  const { passes, violations } = await axe.run(where, { runOnly: rules, resultTypes: ['violations'] });
  return { passes: passes.length, violations };
}"""
"""What is right stays in the browser, where its elements are not told apart either: of a whole schedule, to hand them
over takes five times the work that it takes to look."""


def violations(page, where):
    """Return the rule and the element of everything that is wrong in a part of a page."""
    page.evaluate(_source())
    found = page.evaluate(RUN, [where, RULES])
    assert found["passes"] > 5
    return [(each["id"], node["html"][:200]) for each in found["violations"] for node in each["nodes"]]


@cache
def _source():
    source = AXE / "package" / "axe.min.js"
    if not source.exists():
        _fetch()
    return source.read_text(encoding="utf-8")


def _fetch():
    npm = shutil.which("npm") or pytest.skip("npm is not installed, so there is no axe-core")
    AXE.mkdir(exist_ok=True)
    packed = subprocess.run([npm, "pack", "axe-core"], cwd=AXE, capture_output=True, text=True, timeout=60, check=False)
    if packed.returncode:
        pytest.skip("npm cannot fetch axe-core")
    with tarfile.open(AXE / packed.stdout.split()[-1]) as archive:
        archive.extract("package/axe.min.js", AXE, filter="data")
