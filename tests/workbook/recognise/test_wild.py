"""Invented rosters of every kind are understood, or what is not known of them is asked.

``python -m tests.workbook.recognise.wild`` tries many more.
"""

import pytest

from tests.workbook.recognise.wild.__main__ import made
from tests.workbook.recognise.wild.kinds import KINDS
from tests.workbook.recognise.wild.made import faults_of

EACH = 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_roster_of_a_kind_is_understood(kind):
    wrong = {number: faults for number, roster in made(kind, EACH, 0) if (faults := faults_of(roster))}
    assert not wrong
