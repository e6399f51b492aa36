"""What is kept beside the code: versions that it was tried with, and the workflow that tries it."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.paths import PROJECT

FACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]


def test_every_dependency_is_pinned_to_a_version_that_it_allows():
    lines = (PROJECT / ".ci" / "constraints.txt").read_text().splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    for needed in map(Requirement, (*FACTS["dependencies"], *FACTS["optional-dependencies"]["dev"])):
        assert needed.specifier.contains(pinned[canonicalize_name(needed.name)]), needed


def test_the_workflow_tries_every_python_that_is_promised():
    workflow = (PROJECT / ".github" / "workflows" / "ci.yml").read_text()
    versions = re.findall(r"3[.]\d+", re.search(r"python: (\[.*\])", workflow)[1])
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert FACTS["requires-python"] == f">={versions[0]}"
    assert "run: .ci/run" in workflow
