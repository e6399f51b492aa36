"""Every number that stands twice, on a page or on two, is the same number."""

import re
from collections import defaultdict
from html import unescape

from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small

NUMBER = re.compile(r"<small>(.*?)</small><b>(.*?)</b>")
SAME = {"Wages": "Cost", "Overtime hours": "Overtime", "Requests granted": "Requests met"}
"""Titles that stand for the same number under another name."""


def numbers(app):
    """Yield what stands on a page as a title with a value: in the strip, in tiles, and in tables of one value."""
    for each in app.get("html"):
        yield from ((unescape(title), unescape(value)) for title, value in NUMBER.findall(each.proto.body))
    yield from ((metric.label.replace("\\", ""), str(metric.value).replace("\\", "")) for metric in app.metric)


def test_a_title_has_one_value_on_all_pages_of_a_schedule(tmp_path):
    open_store(tmp_path, plan=solved_small())
    app, found = app_as("manager"), defaultdict(lambda: defaultdict(set))
    for address in addresses(app):
        at_page(app, address)
        for title, value in numbers(app):
            found[SAME.get(title, title)][value].add(address)
    assert {"Must-fix problems", "Short shifts", "Overtime"} <= found.keys()
    assert {title: dict(values) for title, values in found.items() if len(values) > 1} == {}
