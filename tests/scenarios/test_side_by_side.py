"""What each scenario differs by, and which is best of those that break the fewest musts."""

from optimizer.scenarios.compare import COST
from optimizer.scenarios.side_by_side import NONE, side_by_side, without_buckets
from optimizer.workbook.report.comparison import ALL, COUNT, MONEY, SHARE, TEXT, ComparisonLine


def rows(broken, *lines):
    found = side_by_side([ComparisonLine("Result", "Must-fix problems", COUNT, broken), *lines])
    return {row.title: row.entries for row in found}


def money(*values):
    return ComparisonLine(ALL, "Cost, $", MONEY, values)


def test_differences_are_to_the_first_and_signed():
    entries = rows((0, 0, 0), money(1000, 900.4, 1000.2))["Wages"]
    assert [entry.text for entry in entries] == ["$1,000", "$900", "$1,000"]
    assert [entry.change for entry in entries] == ["", "−$100", "same"]


def test_the_best_is_marked_and_none_where_all_are_alike():
    assert [e.best for e in rows((0, 0), money(1000, 900))["Wages"]] == [False, True]
    assert [e.best for e in rows((0, 0), money(900, 900.1))["Wages"]] == [False, False]


def test_whoever_breaks_more_musts_is_best_at_nothing():
    found = rows((0, 3, 0), money(1000, 100, 900))
    assert [e.best for e in found["Wages"]] == [False, False, True]
    assert [e.best for e in found["Must-fix problems"]] == [False, False, False]


def test_more_requests_granted_are_better_and_shares_differ_by_percentage_points():
    line = ComparisonLine("People", "Requests met, of days asked for", SHARE, (0.5, 0.75))
    entries = rows((0, 0), line)["Requests met"]
    told = [(e.text, e.change, e.best) for e in entries]
    assert told == [("50.0 %", "", False), ("75.0 %", "+25.0 percentage points", True)]


def test_what_is_not_finished_has_no_number_and_how_it_ended_is_no_contest():
    found = rows(
        (0, None), money(1000, None), ComparisonLine("Result", "Ended", TEXT, ("proved optimal", "not finished"))
    )
    assert found["Wages"][1] == (NONE, "", False)
    assert [e.best for e in found["Ended"]] == [False, False]


def test_what_pay_is_spent_on_can_be_left_out():
    lines = [ComparisonLine(COST, "Agency", MONEY, (1,)), money(1)]
    assert without_buckets(lines, COST) == [money(1)]
