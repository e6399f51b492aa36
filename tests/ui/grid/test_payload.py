import json
import re
from datetime import date

from optimizer.ui.grid.component import HERE, SCRIPTS
from optimizer.ui.grid.payload import (
    Code,
    Day,
    GridCell,
    GridCount,
    GridCoverage,
    GridData,
    GridNotice,
    GridPerson,
    Refusal,
    Spot,
    SumColumn,
    key_letter,
    payload,
    spoken,
)

THURSDAY, FRIDAY = Day("2026-11-26", "Th", 26, "November 2026", holiday="Thanksgiving"), Day(
    "2026-11-27", "Fr", 27, "November 2026"
)  # fmt: skip
ANA = GridPerson("a", "Example, Ana", "RN", ("RN", "Charge"), "0.9 FTE", ("72",))
BEN = GridPerson("b", "Example, Ben", "RN")


def shown(**facts):
    given = {
        "people": (ANA, BEN),
        "sums": (SumColumn("Hours"),),
        "days": (THURSDAY, FRIDAY),
        "codes": (Code("D", "D"),),
    }
    return payload(GridData(**{**given, "cells": {}, **facts}))


def test_all_of_it_can_be_written_as_json():
    data = shown(
        cells={("a", "2026-11-26"): GridCell("D", findings=("Too long.",))},
        coverage=(GridCoverage("Day RN", (GridCount(1, 2, 3), None)),),
        refused=(Refusal(3, "a", "2026-11-26", "Locked."),),
    )
    read = json.loads(json.dumps(data))
    assert read["cells"] == {"a": [{"text": "D", "findings": ["Too long."]}, None], "b": [None, None]}
    assert read["refused"] == [{"seq": 3, "who": "a", "iso": "2026-11-26", "sentence": "Locked."}]
    assert read["people"][0]["roles"] == ["RN", "Charge"]


def test_a_cell_travels_as_little_as_it_shows():
    cells = {
        ("a", "2026-11-26"): GridCell("D"),
        ("a", "2026-11-27"): GridCell("D+N", locked=True, findings=("Two at once.",), must=True),
        ("b", "2026-11-26"): GridCell(request="off", label="birthday"),
    }
    assert shown(cells=cells)["cells"] == {
        "a": ["D", {"text": "D+N", "locked": True, "findings": ("Two at once.",), "must": True}],
        "b": [{"request": "off", "label": "birthday"}, None],
    }


def test_cells_of_people_and_days_not_shown_stay_at_home():
    data = shown(cells={("z", "2026-11-26"): GridCell("N"), ("a", "2026-12-24"): GridCell("N")})
    assert data["cells"] == {"a": [None, None], "b": [None, None]}


def test_a_count_keeps_its_order_and_a_day_without_need_is_null():
    data = shown(coverage=(GridCoverage("Day RN", (GridCount(4, 3, 5, 6), None)),))
    assert data["coverage"] == [{"label": "Day RN", "days": [[4, 3, 5, 6], None]}]


def test_a_finding_travels_with_its_sentence_only_where_no_cell_tells_it():
    there, bent = (Spot("a", "2026-11-26", "", "", must) for must in (True, False))
    count = Spot("", "2026-11-27", "Day RN", "Nobody is there.", True)
    person = Spot("a", "", "", "Too many nights.", False)
    rows = (GridCoverage("Day RN", (None, GridCount(0, 1, 1))),)
    data = shown(problems=(there, bent, count, person), notice=GridNotice(1, "Undone."), coverage=rows)
    assert data["problems"] == [
        ["a", 0, None, True], ["a", 0, None],
        ["", 1, 0, True, "Nobody is there."], ["a", None, None, False, "Too many nights."],
    ]  # fmt: skip
    assert data["notice"] == {"number": 1, "sentence": "Undone."}


def test_days_are_spoken_in_full():
    assert [day["spoken"] for day in shown()["days"]] == ["Thursday 26 November", "Friday 27 November"]
    assert spoken("2026-12-01") == f"{date(2026, 12, 1):%A} 1 December"


def test_a_shift_is_typed_by_a_letter_that_is_no_command():
    assert key_letter("D") == "D"
    assert key_letter("7A", "Day") == "A"
    assert key_letter("L", "Long day") == "N"  # L locks, O makes a day off
    assert key_letter("LO", "Lol") == ""


def test_every_script_is_put_together_and_none_writes_markup_or_asks_a_network():
    assert {f"{name}.js" for name in SCRIPTS} == {path.name for path in HERE.glob("*.js")}
    for path in (*HERE.glob("*.js"), *HERE.glob("*.css"), *HERE.glob("*.html")):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|innerHTML|insertAdjacentHTML|document\.write|\bfetch\(|@import", text), path.name
