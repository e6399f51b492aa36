"""What a multistate licence is good for, by the dated list of the compact's states."""

from datetime import date

import pytest

from optimizer.caseload.licence.compact import compact, privilege
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager

ALWAYS = Valid()


@pytest.mark.parametrize(
    ("home", "state", "since"),
    [
        ("TX", "CT", date(2025, 10, 1)),
        ("TX", "PA", date(2024, 6, 1)),
        ("PA", "TX", date(2025, 7, 7)),
        ("OH", "TX", date(2023, 1, 1)),
    ],
)
def test_both_states_must_be_in_the_compact(home, state, since):
    """Connecticut from 1 October 2025, Pennsylvania's own from 7 July 2025, Ohio from 1 January 2023."""
    assert privilege(home, ALWAYS, state) == Valid(None, since)


@pytest.mark.parametrize(("home", "state"), [("TX", "CA"), ("CA", "TX"), ("TX", "MA"), ("GU", "TX")])
def test_no_privilege_reaches_a_state_outside_or_from_one(home, state):
    assert privilege(home, ALWAYS, state) is None


def test_at_home_it_is_a_licence_like_any_other_and_it_ends_when_it_ends():
    ends = Valid(date(2027, 1, 31))
    assert privilege("TX", ends, "TX") == ends
    assert privilege("TX", ends, "CT") == Valid(date(2027, 1, 31), date(2025, 10, 1))


def test_a_manager_has_her_own_licences_and_what_the_multistate_one_opens():
    manager = Manager("1", "Ann", licences={"CA": ALWAYS}, multistate={"TX": ALWAYS})
    assert manager.licence("CA") == (ALWAYS,)
    assert manager.licence("TX") == (ALWAYS,)
    assert len(manager.licence("FL")) == 1
    assert manager.licence("NY") == ()


def test_the_list_has_forty_states_and_guam():
    assert len(compact().members) == 41
    assert compact().checked == date(2026, 11, 28)
