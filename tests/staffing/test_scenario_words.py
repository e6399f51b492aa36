"""A scenario's changes in words; whoever may not see pay reads no names."""

from optimizer.planning.policy import Mode
from optimizer.staffing.scenario import Position, RuleChange, Scenario
from optimizer.staffing.scenario_words import changes_of, counted, position_said
from tests.scenarios.units import tiny


def said(names=True, **changes):
    return counted(changes_of(Scenario("S", **changes), tiny(), names=names))


def test_money_and_caps():
    assert said(budget=275_000_00, overtime_cap=40 * 60) == "A budget of $275,000; at most 40 h of overtime."
    assert said(wages=30, agency_rate=-55) == "Wages 3 % higher; agency rates 5.5 % lower."


def test_patients_and_law():
    assert said(census=-100) == "10 % fewer patients."
    assert said(hppd=510) == "8.5 h of direct care a patient and day."
    assert said(jurisdictions=("us-california",)) == "The law of us-california."
    assert said(jurisdictions=()) == "The law of no jurisdiction."


def test_people_come_and_go_by_name_or_by_role():
    assert said(remove=("ann", "cal")) == "Without Ann, Cal."
    assert said(names=False, remove=("ann", "cal")) == "Without 2 RN."
    assert said(add=(Position(2, "RN", 0.9, "N"),)) == "With 2 RN, 0.9 FTE, N only more."
    assert position_said(Position(1, "CNA", 0.6)) == "1 CNA, 0.6 FTE"


def test_rules_in_their_own_measure():
    assert said(rules=(RuleChange("rest", limit=11 * 60),)) == "Rule 'Rest between duties': limit 11 hours."
    assert said(rules=(RuleChange("requests", Mode.OFF),)) == "Rule 'Requests': off."
    assert "500 points per" in said(rules=(RuleChange("cover-minimum", Mode.PRICED, 500_00),))


def test_nothing_changed_is_said():
    assert said() == "Nothing."
