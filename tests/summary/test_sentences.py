"""Every rule knows what it is called: its sentence says all that it is set to, and for whom, and reads well."""

import re
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.caseload.policy import RULES as PANEL_RULES
from optimizer.planning.currency import money
from optimizer.planning.words import in_hours
from optimizer.staffing.policy import RULES as UNIT_RULES
from optimizer.staffing.rules.hours.average_hours import AverageHours
from optimizer.staffing.rules.rest.stretch import RestAfterStretch
from optimizer.staffing.rules.rule import ShiftsRule
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.summary.guide import chapter
from tests.paths import PROJECT

RULES = (*UNIT_RULES, NoOverlap, *PANEL_RULES)
LIMITED = [rule for rule in RULES if rule.measure]
SCOPED = [rule for rule in UNIT_RULES if issubclass(rule, ShiftsRule)]
DETAILS = {
    "novice": (7, "7 months"), "experienced": (1, "1 month or more"), "roles": (("LPN", "Charge"), "as LPN or Charge"),
    "weeks": (17, "17 weeks"), "nights": (3, "3 nights or more"), "after": (13 * 60 + 1, "more than 13 hours"),
    "border": ("closed", "first day known"), "weekend": ("Fri-Sun", "a weekend is Fri-Sun"),
    "pairs": (("N>D", "E>D"), "N>D or E>D"), "pattern": (("N", "off", "N"), "N, off, N"),
    "only": ("licences", "licences alone"), "credentials": (("pump", "ACLS"), "pump and ACLS"),
    "burden": ("holidays", "holiday duties"), "back": (3, "last 3 periods"), "at_work": (0, "at work are left to"),
    "span": ("2 weeks", "any 2 calendar weeks in a row"),
    "days": (("Sat", "holidays"), "only Sat or holidays count"), "leave": (456, "leave counts 7 h 36 min"),
    "parts": ("whole hours", "only whole hours"), "lengths": (("2", "5"), "runs of 2 or 5"),
    "months": (5, "5 months"), "leave_is": ("excused", "leave is excused"),
    "counted": ("free", "wholly free"), "charged": ("once", "charged once"), "eve": (("night",), "begin one more"),
    "begins": (("Sat",), "begun on Sat"), "when": ("same time", "duty at the same time"),
    "weekends": (4, "any 4 weekends in a row"),
    "days_off": ("free", "its days off may be filled"), "pair": ("both", "both or none"),
    "tier": (3, "tier 3 (high)"), "more": (5, "5 cases more"),
    "together": (("D+OC", "D+E"), "D+OC or D+E may stand together"), "same_day": (1, "overlaps another of its day"),
}  # fmt: skip
"""Each setting but the limit and the scopes: another value than the usual, and how it is said."""
ONES_AS_MANY = re.compile(r"\b1 (hours|days|duties|weekends|novices|cases|transfers|months|weeks|nights|periods)\b")


def details_of(rule):
    return {each.name for each in fields(rule)} - {"limit", "to", "shifts"}


def ids(rule):
    return f"{rule.__module__.split('.')[1]} {rule.key}"


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_rule_says_every_detail_that_it_is_set_to_and_each_alone(rule):
    assert details_of(rule) <= DETAILS.keys()
    for name in details_of(rule):
        value, words = DETAILS[name]
        assert words in rule(**{name: value}).told
        assert words not in rule().told
    together = rule(**{name: DETAILS[name][0] for name in details_of(rule)}).told
    assert all(DETAILS[name][1] in together for name in details_of(rule))


@pytest.mark.parametrize("rule", LIMITED, ids=ids)
@settings(max_examples=15)
@given(number=st.integers(0, 5000), minutes=st.integers(0, 59))
def test_a_rule_says_its_limit_whatever_it_is(rule, number, minutes):
    limit = number * rule.measure.scale + (minutes if rule.measure.many == "hours" else 0)
    said = {"hours": in_hours, "dollars": money}.get(rule.measure.many, str)(limit)
    for told in (rule(limit=limit).told, rule(limit=limit).asks):
        assert re.search(rf"(?<![\d.,]){re.escape(said)}(?![\d])", told)
        assert not ONES_AS_MANY.search(told)


@pytest.mark.parametrize("rule", LIMITED, ids=ids)
def test_one_is_said_as_one_and_two_as_many(rule):
    one, two = (rule.measure.say(number * rule.measure.scale) for number in (1, 2))
    assert one in rule(limit=rule.measure.scale).told
    assert two in rule(limit=2 * rule.measure.scale).told
    assert two.endswith(rule.measure.many.removeprefix("percent ")) or "$" in two


@pytest.mark.parametrize("rule", (*UNIT_RULES, NoOverlap), ids=ids)
def test_a_units_rule_says_for_whom_it_is(rule):
    assert "veryone" in rule().told
    assert "veryone among RN or LPN but not Agency" in rule(to=("RN", "not Agency", "LPN")).told
    assert "veryone but Agency or ann" in rule(to=("not Agency", "not ann")).told


@pytest.mark.parametrize("rule", SCOPED, ids=ids)
def test_a_rule_says_which_shifts_it_counts(rule):
    told = rule(shifts=("night", "E", "not N")).told
    assert re.search(r"night or E dut(y|ies) other than N", told)
    assert "other than" not in rule().told


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_sentence_is_one_and_names_no_code(rule):
    for told in (rule().told, rule.in_general(), rule.in_general(quote="*")):
        assert told[0].isupper()
        assert told.endswith(".")
        assert not re.search(r"[{}`_]|\.\.|  ", told)


def test_what_a_rule_says_in_general_names_its_settings():
    assert RestAfterStretch.in_general() == (
        "Everyone meant has at least so many hours of rest after 'after' of work at a stretch."
    )
    assert MostInARow.in_general() == "Everyone meant has at most so many duties in a row."


def test_sentences_as_they_are_read():
    assert MostInARow(limit=1).told == "Everyone has at most 1 duty in a row."
    assert (
        MostInARow(limit=1, shifts=("night",), to=("RN",)).told
        == "Everyone among RN has at most 1 night duty in a row."
    )
    assert AverageHours(limit=2445).told == (
        "Everyone has at most 40.75 hours of work a week on average over the planning period."
    )
    assert FairShare(burden="duties", shifts=("C",)).told == (
        "Everyone has their share of C duties by FTE among those in one main role, to within 1 duty."
    )
    assert Credentials(only="licences", to=("not Agency",)).told == (
        "Everyone but Agency has only roles for which all credentials are held and valid on the day; "
        "credentials are licences alone."
    )


def test_the_guide_says_of_a_rule_what_it_says_itself():
    told = chapter("rules")
    assert all(
        f"- **{rule.title}** (`{rule.key}`): {rule.in_general(quote='*')}" in told
        for rule in (*UNIT_RULES, *PANEL_RULES)
    )


def test_no_code_reads_docstrings_for_people():
    files = [*(PROJECT / "optimizer").rglob("*.py"), PROJECT / "app.py"]
    reading = re.compile(r"__doc__|\bgetdoc\b|cleandoc")
    assert [file.name for file in files if reading.search(file.read_text(encoding="utf-8"))] == []
