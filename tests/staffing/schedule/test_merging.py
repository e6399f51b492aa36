"""What was found is taken, but not over what people edited or locked in the meantime."""

from optimizer.staffing.schedule.merging import merge
from tests.draw import day, draw


def merged(before, found, now, locks=()):
    """Return rows of what comes of a merge, and the cells that were kept as edited and as locked."""
    (unit, had), (_, best), (_, has) = map(draw, (before, found, now))
    what = merge(had, best, has, frozenset((who, day(n)) for who, n in locks))
    after = (has - what.minus) | what.plus
    shown = {(who, duty.day): duty.shift for who, duty in after}
    rows = [" ".join(shown.get((staff.id, when), ".") for when in unit.days) for staff in unit.staff]
    assert what.minus <= has
    return rows, *([(who, (when - day(0)).days) for who, when in kept] for kept in (what.edited, what.locked))


def test_what_nobody_touched_is_taken_whole():
    assert merged("a D D .\n b . . N", "a . D D\n b N . .", "a D D .\n b . . N") == ([". D D", "N . ."], [], [])


def test_an_edited_cell_stays_and_is_told():
    assert merged("a D D .", "a N . D", "a E D .") == (["E . D"], [("a", 0)], [])


def test_a_cell_that_was_emptied_or_filled_meanwhile_stays():
    assert merged("a D . .", "a N N .", "a . E .") == ([". E ."], [("a", 0), ("a", 1)], [])


def test_an_edit_where_nothing_else_was_found_is_no_news():
    assert merged("a D D .", "a D D N", "a E D .") == (["E D N"], [], [])


def test_somebody_who_edited_to_just_what_was_found_has_kept_nothing_else():
    assert merged("a D .", "a N .", "a N .") == (["N ."], [], [])


def test_a_cell_locked_meanwhile_stays_and_is_told():
    assert merged("a D D .", "a N N N", "a D D .", [("a", 1)]) == (["N D N"], [], [("a", 1)])


def test_a_locked_cell_for_which_nothing_else_was_found_is_no_news():
    assert merged("a D D", "a D N", "a D D", [("a", 0)]) == (["D N"], [], [])


def test_a_duty_in_another_role_is_another_duty():
    assert merged("a D D", "a D/Charge D", "a D/Charge E") == (["D E"], [], [])
    _, edited, _ = merged("a D", "a D/Charge", "a D/Orientee")
    assert edited == [("a", 0)]
