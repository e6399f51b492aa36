"""Real rosters that nobody here wrote, held against the key that was made by reading them."""

import importlib.util
import json
from collections import Counter
from functools import cache, lru_cache
from types import ModuleType

import pytest

from optimizer.workbook.recognise.proposal import as_json
from optimizer.workbook.recognise.recognise import recognise
from tests.paths import ROSTERS, needs_rosters

KEY = ROSTERS / "answers.json"
ENTRIES = json.loads(KEY.read_text(encoding="utf-8")) if KEY.is_file() else []
pytestmark = needs_rosters


@lru_cache(maxsize=1)
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", ROSTERS / "compare.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def verdicts(place: int) -> tuple[str, ...]:
    entry = ENTRIES[place]
    path = ROSTERS / entry["file"]
    said = json.loads(json.dumps(as_json(recognise(path.name, path.read_bytes())), default=str))
    return tuple(verdict for verdict, _ in compare().judge(entry, said))


@pytest.mark.parametrize("place", range(len(ENTRIES)), ids=[entry["file"] for entry in ENTRIES])
def test_nothing_is_wrong_without_a_word(place):
    assert "unsaid" not in verdicts(place)


def test_nine_of_ten_tables_are_right_or_rightly_asked():
    found = Counter(verdict for place in range(len(ENTRIES)) for verdict in verdicts(place))
    assert found["right"] + found["asked"] >= 0.9 * found.total(), found
