"""Published periods as points of run charts, and what changed between them."""

import json
from datetime import date
from fractions import Fraction

from optimizer.planning.score import Score
from optimizer.store.publications import Grounds
from optimizer.summary.schedule.changes.what_changed import quality_changes
from optimizer.summary.schedule.quality import (
    PublishedPeriod,
    QualityMeasure,
    QualityValue,
    quality_charts,
    quality_rows,
)


def policy(mode, limit, price=0):
    return json.dumps([{"rule": "rest", "mode": mode, "price": price, "settings": {"limit": limit}}])


def period(draft, month, overtime, rules, *whys):
    issues = tuple(Grounds(number, why, Score(0, 0), rules, ()) for number, why in enumerate(("", *whys), 1))
    return PublishedPeriod(
        draft, date(2026, month, 1), {QualityMeasure.OVERTIME: QualityValue(Fraction(overtime))}, issues
    )


def test_a_later_draft_of_a_period_stands_for_it():
    rules = policy("must", 600)
    charts = quality_charts([period(1, 1, 5, rules), period(2, 2, 7, rules), period(3, 1, 9, rules)])
    assert [point.value for point in charts[QualityMeasure.OVERTIME].points] == [9, 7]
    assert quality_rows(charts) == [
        ["Overtime", "7 h", "median 8 h of 2; too few to tell more than chance; that takes 6"]
    ]


def test_what_changed_is_told_with_the_period_from_which_on_it_counts():
    found = quality_changes(
        [
            period(1, 1, 5, policy("must", 600), "Flu"),
            period(2, 2, 5, policy("priced", 660, 50_00)),
            period(3, 3, 5, policy("priced", 660, 50_00)),
        ]
    )
    assert [each.first.month for each in found] == [1, 2]
    assert found[0].what == "Amendment 2: Flu"
    assert found[1].what.endswith(": must, limit 600, then priced at 50, limit 660")
