from optimizer.staffing.rules.hours.caps import AgencyCap, OvertimeCap
from tests.draw import amounts, says

AGENCY = {"ben": {"employment": "Agency"}, "cal": {"employment": "Agency"}}
SIX_DAYS = "ann  D D D D D D .\nben  D D D D D D ."


def test_exactly_the_cap_is_fine_and_what_everyone_has_beyond_it_is_charged():
    assert amounts(OvertimeCap(limit=16 * 60), SIX_DAYS, calendar={"week_start": 0}) == []
    assert amounts(OvertimeCap(limit=16 * 60 - 1), SIX_DAYS, calendar={"week_start": 0}) == [1]
    assert amounts(OvertimeCap(limit=0), SIX_DAYS, calendar={"week_start": 0}) == [16 * 60]


def test_hours_that_somebody_has_to_spare_do_not_make_up_for_the_overtime_of_others():
    assert amounts(OvertimeCap(limit=0), "ann  D D D D D D .\nben  D . . . . . .") == [8 * 60]


def test_only_those_it_is_for_have_overtime_under_it():
    assert amounts(OvertimeCap(limit=0, to=("ann",)), SIX_DAYS, calendar={"week_start": 0}) == [8 * 60]


def test_agency_hours_are_added_up_and_nobody_elses():
    assert amounts(AgencyCap(limit=24 * 60), "ann  L L \n ben  L . \n cal  . M", AGENCY) == []
    assert amounts(AgencyCap(limit=23 * 60), "ann  L L \n ben  L . \n cal  . M", AGENCY) == [60]
    assert amounts(AgencyCap(limit=0), "ann  L L") == []


def test_agency_hours_before_the_plan_do_not_count():
    assert amounts(AgencyCap(limit=0), "ben  L | D", AGENCY) == [8 * 60]


def test_the_sentences_name_hours_and_cap():
    assert says(OvertimeCap(limit=4 * 60), "ann  D D D D D D .") == [
        "The schedule has 8 h of overtime; the cap is 4 h."
    ]
    assert says(AgencyCap(limit=60), "ben  D", AGENCY) == ["Agency staff have 8 h; the cap is 1 h."]
