"""What may change: from a day on, of some people, on some days, never what is locked."""

from optimizer.staffing.schedule.freedom import Freedom, kept_cells
from tests.draw import day, draw


def kept(freedom, locks=()):
    unit, _ = draw("ann  D D D \n ben  . . .")
    return sorted((who, (when - day(0)).days) for who, when in kept_cells(unit, locks, freedom))


def test_with_no_limits_only_what_is_locked_is_kept():
    assert kept(Freedom()) == []
    assert kept(Freedom(), [("ann", day(1))]) == [("ann", 1)]


def test_everything_before_a_day_is_kept():
    assert kept(Freedom(since=day(2))) == [("ann", 0), ("ann", 1), ("ben", 0), ("ben", 1)]


def test_everything_but_some_people_or_days_is_kept_and_both_limits_hold_at_once():
    assert kept(Freedom(people=frozenset({"ben"}))) == [("ann", 0), ("ann", 1), ("ann", 2)]
    assert kept(Freedom(days=frozenset({day(0)}))) == [("ann", 1), ("ann", 2), ("ben", 1), ("ben", 2)]
    both = Freedom(people=frozenset({"ben"}), days=frozenset({day(0)}))
    assert len(kept(both)) == 5
    assert ("ben", 0) not in kept(both)


def test_what_is_locked_stays_within_what_may_change():
    assert ("ben", 0) in kept(Freedom(people=frozenset({"ben"})), [("ben", day(0))])
