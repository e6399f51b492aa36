from datetime import date

import pytest

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.law.compliance.comply import comply
from optimizer.staffing.law.compliance.red_flags import is_red_flag
from tests.draw import draw


@pytest.mark.parametrize(
    ("required", "worked", "flag"),
    [(40, 32, False), (40, 31.75, True), (20, 15, False), (20, 14.75, True), (0, 0, False), (8, 12, False)],
)
def test_eight_hours_or_a_quarter_short_whichever_comes_first(required, worked, flag):
    assert is_red_flag(round(required * 60), round(worked * 60)) is flag


def flags(picture, **facts):
    needs = (Need(When(), "D", "RN", 0, 4), Need(When(), "D", "CNA", 0, 3))
    unit, plan = draw(picture, needs=needs, first=date(2026, 10, 5), **facts)
    return [breach.sentence for breach in comply(unit, plan).breaches if "RN time" in breach.sentence]


def test_a_shift_with_too_few_nurses_is_flagged_where_the_guidance_is_chosen():
    two, three = "ann  D \n ben  D \n cal  . \n dot  .", "ann  D \n ben  D \n cal  D \n dot  ."
    assert flags(two, jurisdictions=("uk-nice",)) == ["D on Mon 5 Oct has 16 h of the 32 h of RN time required."]
    assert flags(three, jurisdictions=("uk-nice",)) == []
    assert flags(two) == []
