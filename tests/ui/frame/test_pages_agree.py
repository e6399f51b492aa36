"""Every number that stands twice, on a page, on two, or on a page and the command line, is the same number."""

import json
import re
from collections import defaultdict
from html import unescape

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from optimizer.planning.currency import whole_money
from optimizer.staffing.facts.words import hours
from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small
from tests.ui.one_page import words_of

NUMBER = re.compile(r"<small>(.*?)</small><b>(.*?)</b>")
MUST_FIX = re.compile(r"(\d+) must-fix problems?\b")
PLACES = re.compile(r"(\d+) places? below (minimum|target)")
"""How the page Publish and history, and the page Coverage, say what stands in the strip."""
SHIFTS_LEFT = 9
"""Every which duty of the schedule is left out, so that something is wrong, and every number is another than 0."""


def numbers(app):
    """Yield what stands on a page as a title with a value: in the strip, in tiles, and in tables of one value."""
    for each in app.get("html"):
        yield from ((unescape(title), unescape(value)) for title, value in NUMBER.findall(each.proto.body))
    yield from ((metric.label.replace("\\", ""), str(metric.value).replace("\\", "")) for metric in app.metric)


@pytest.fixture
def opened(tmp_path):
    """Open a schedule with gaps and overtime, and return what all of its pages tell, and what the command does."""
    lacking = frozenset(pair for place, pair in enumerate(sorted(solved_small())) if place % SHIFTS_LEFT)
    _, draft = open_store(tmp_path, plan=lacking)
    app, found, words = app_as("manager"), defaultdict(lambda: defaultdict(set)), {}
    for address in addresses(app):
        at_page(app, address)
        words[address] = words_of(app).replace("\\", "")
        for title, value in numbers(app):
            found[title][value].add(address)
    return found, words, told_by_the_command(draft, tmp_path / "roster.xlsx")


def told_by_the_command(draft, file):
    runner = CliRunner()
    written = runner.invoke(main, ["draft", "write", str(draft), "-o", str(file), "--as", "manager:m1"])
    assert written.exit_code == 0, written.output
    return json.loads(runner.invoke(main, ["score", str(file), "--json"]).output)


def test_a_title_has_one_value_on_all_pages_and_the_one_that_the_command_tells(opened):
    found, words, told = opened
    assert {title: dict(values) for title, values in found.items() if len(values) > 1} == {}
    shown = {title: next(iter(values)) for title, values in found.items()}
    assert {
        title: shown[title] for title in ("Must-fix problems", "Short shifts", "Overtime", "Wages", "Requests met")
    } == {
        "Must-fix problems": str(told["musts_broken"]),
        "Short shifts": str(told["short_shifts"]),
        "Overtime": hours(told["overtime_minutes"]),
        "Wages": whole_money(told["pay_cents"]),
        "Requests met": f"{told['days_granted']} of {told['days_asked']}",
    }
    assert shown["Requests met"] == f"{shown['Granted']} of {shown['Days asked for']}"
    assert all(told[name] for name in ("musts_broken", "short_shifts", "overtime_minutes"))
    assert len(found["Overtime"][shown["Overtime"]]) > 1 and len(found["Wages"][shown["Wages"]]) > 1
    assert {number for page in words.values() for number in MUST_FIX.findall(page)} == {shown["Must-fix problems"]}
    assert sum(int(number) for number, _ in PLACES.findall(words["coverage"])) == told["short_shifts"]
