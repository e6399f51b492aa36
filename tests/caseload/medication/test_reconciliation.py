from datetime import date

import pytest

from optimizer.caseload.medication.reconciliation import ReconciliationState, Transition, Where, reconciliation
from optimizer.caseload.presets.medicines import windows

LEFT = date(2026, 3, 1)


def state(today, done=None, where=Where.HOME):
    return reconciliation([Transition("P1", LEFT, where, done)], windows(), today)


@pytest.mark.parametrize("where", Where)
def test_the_window_is_31_days_with_that_of_discharge(where):
    assert state(LEFT, where=where).last == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("today", "done", "expected"),
    [
        (LEFT, None, ReconciliationState.DUE),
        (date(2026, 3, 31), None, ReconciliationState.DUE),
        (date(2026, 4, 1), None, ReconciliationState.OVERDUE),
        (date(2026, 4, 10), LEFT, ReconciliationState.DONE),
        (date(2026, 4, 10), date(2026, 3, 31), ReconciliationState.DONE),
        (date(2026, 4, 10), date(2026, 4, 1), ReconciliationState.LATE),
        (date(2026, 3, 10), date(2026, 2, 28), ReconciliationState.DUE),  # before the discharge: of another list
        (date(2026, 3, 10), date(2026, 3, 11), ReconciliationState.DUE),  # planned, not done
    ],
)
def test_where_it_stands(today, done, expected):
    found = state(today, done)
    assert found.state is expected
    assert found.open is (expected in (ReconciliationState.DUE, ReconciliationState.OVERDUE))


def test_only_the_last_transition_counts_and_none_before_it_happens():
    again = Transition("P1", date(2026, 3, 20), Where.SKILLED_NURSING)
    both = [again, Transition("P1", LEFT, Where.HOME, LEFT)]
    assert reconciliation(both, windows(), date(2026, 3, 25)).transition is again
    assert reconciliation(both, windows(), date(2026, 3, 19)).state is ReconciliationState.DONE
    assert reconciliation(both, windows(), date(2026, 2, 1)) is None


def test_the_sentence_and_the_mark_of_what_is_not_verified():
    assert state(LEFT).sentence == (
        "Discharged on Sun 1 Mar 2026 to home; medicines are to be reconciled by Tue 31 Mar 2026."
    )
    assert [where for where, window in windows().items() if window.source.unverified] == [Where.SKILLED_NURSING]
