"""Layout is documentation: no folder is too full to look through, and no name of a type stands for two things."""

import ast
from collections import Counter, defaultdict

import pytest

from tests.paths import PROJECT

MOST_FILES = 20
FOLDERS = sorted({path.parent for top in ("optimizer", "tests") for path in (PROJECT / top).rglob("*.py")})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PROJECT)))
def test_no_folder_has_more_loose_files_than_somebody_looks_through(folder):
    assert sum(1 for path in folder.iterdir() if path.suffix == ".py") <= MOST_FILES


def test_no_name_of_a_type_stands_in_two_places_for_two_things():
    places = defaultdict(list)
    for path in (PROJECT / "optimizer").rglob("*.py"):
        for name in types_in(ast.parse(path.read_text(encoding="utf-8"))):
            places[name].append(str(path.relative_to(PROJECT)))
    twice = Counter({name: len(found) for name, found in places.items() if len(found) > 1})
    assert {name: places[name] for name in twice} == {}


def types_in(tree):
    """Yield the names of a module's public classes, and of its aliases of types."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield from (name for name in [node.targets[0].id] if name[0].isupper() and not name.isupper())
