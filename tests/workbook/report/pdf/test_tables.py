"""Tables on paper: a page each, however many rows and columns."""

import re

import pytest

from optimizer.workbook.report.comparison import COUNT, TEXT, ComparisonLine
from optimizer.workbook.report.pdf.tables import tables_pdf


@pytest.mark.parametrize(("rows", "columns"), [(3, 4), (60, 12), (28, 60)])
def test_each_table_is_a_page(rows, columns):
    names = ComparisonLine("", "Unit", TEXT, tuple(f"U{row}" for row in range(rows)))
    counts = [ComparisonLine("", f"C{column}", COUNT, tuple(range(rows))) for column in range(columns)]
    made = tables_pdf("Sample <hospital>", [(title, ["A note."], [names, *counts]) for title in ("One", "Two")])
    assert len(re.findall(rb"/Type /Page\b", made)) == 2
