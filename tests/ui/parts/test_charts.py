"""Charts tell the same numbers as the tables beside them."""

from optimizer.scenarios.side_by_side import said
from optimizer.ui.parts.charts import bars
from optimizer.workbook.report.comparison import MONEY


def test_a_bar_is_labelled_as_the_table_says_it():
    values = [286_126.5, 307_236.0, None, 0.5]
    rows = bars(["As it is", "Tight", "Nothing found", "Less"], values, "Pay, $", ",.0f").to_dict()["datasets"]
    (shown,) = rows.values()
    assert [(row["name"], row["text"]) for row in shown] == [
        ("As it is", "286,126"),
        ("Tight", "307,236"),
        ("Less", "0"),
    ]
    assert [f"${row['text']}" for row in shown] == [said(row["value"], MONEY) for row in shown]
