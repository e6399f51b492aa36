from optimizer.staffing.law.compliance.due import Due
from optimizer.summary.unit.due import by_how_soon
from tests.draw import day


def test_what_is_due_stands_once_where_it_is_soonest():
    dues = [Due(day(number), "ann", "BLS", number < 0) for number in (91, 90, 61, 60, 31, 30, 0, -1)]
    found = {label: [(each.day - day(0)).days for each in group] for label, group in by_how_soon(dues, day(0))}
    assert found == {
        "past": [-1],
        "within 30 days": [0, 30],
        "within 60 days": [31, 60],
        "within 90 days": [61, 90],
    }
