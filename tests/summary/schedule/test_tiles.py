import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass, PeriodBudget
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.policy import default_policy, off, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.tiles import tiles
from optimizer.summary.tile import Tone
from optimizer.summary.unit.judged import judged
from tests.draw import day, draw

WEEK = {"pay_period_days": 7, "full_time": 40 * 60}
PEOPLE = {"ann": {"pay_class": "RN"}, "ben": {"pay_class": "RN"}}
PAY = {"RN": PayClass(40_00)}
A_DAY = Need(When(), "D", "RN", 1, 1)
FULL = "ann  D D D D D . .\nben  . . . . . D D"


NIGHT = (Need(When(), "N", "RN", 1, 1),)


def shown(picture=FULL, costs=False, needs=(A_DAY,), policy=None, **facts):
    unit, plan = draw(picture, PEOPLE, calendar=WEEK, pay=PAY, needs=needs, **facts)
    policy = policy or default_policy()
    judge = Judge(formulate(unit, policy))
    figures, findings = Figures(unit, plan), judge.findings(judge.judge(plan))
    return {tile.title: tile for tile in tiles(figures, findings, judged(unit, policy), costs=costs)}


def test_what_a_schedule_without_fault_shows():
    found = shown()
    assert {title: (tile.text, tile.tone) for title, tile in found.items()} == {
        "Must-fix problems": ("0", Tone.GOOD),
        "Short shifts": ("0", Tone.GOOD),
        "Overtime": ("0 h", Tone.GOOD),
        "Fair shares": ("2 of 2", Tone.GOOD),
    }


def test_time_below_the_minimum_is_bad_and_below_the_target_to_be_watched():
    need = Need(When(), "D", "RN", 1, 2)
    short = shown("ann  D D D D D . .\nben  . . . . . D .", needs=(need,))
    assert (short["Short shifts"].text, short["Short shifts"].tone) == ("7", Tone.BAD)
    assert "8 h below the minimum, 64 h below the target" in short["Short shifts"].explanation
    assert short["Must-fix problems"].text == "1"
    assert short["Must-fix problems"].tone is Tone.BAD
    assert shown(needs=(need,))["Short shifts"].tone is Tone.WATCH


def test_overtime_names_the_people_not_who_they_are():
    tile = shown("ann  D D D D D D .\nben  . . . . . . D")["Overtime"]
    assert (tile.text, tile.tone) == ("8 h", Tone.WATCH)
    assert tile.explanation.startswith("1 person ")


def test_cost_is_shown_only_when_asked_for_and_stands_against_the_budget():
    assert "Wages" not in shown()
    spent = 7 * 8 * 40  # dollars
    plain = shown(costs=True)["Wages"]
    assert (plain.text, plain.tone) == (f"${spent:,}", Tone.GOOD)
    tight = PeriodBudget(None, 50, 60, 44_00)  # 50 patient days at an hour each
    over = shown(costs=True, budget=(tight,))["Wages"]
    assert over.explanation == "$40 or 1.8 % over the budget of $2,200."
    assert over.tone is Tone.WATCH
    assert shown(costs=True, budget=(PeriodBudget(None, 50, 60, 40_00),))["Wages"].tone is Tone.BAD
    under = shown(costs=True, budget=(PeriodBudget(None, 50, 60, 56_00),))["Wages"]
    assert (under.tone, under.explanation) == (Tone.GOOD, "$560 or 20.0 % under the budget of $2,800.")


def test_requests_count_days_and_are_well_from_four_of_five_on():
    wish = (Request("ann", Wish.OFF, day(3), day(6)),)
    tile = shown(requests=wish)["Requests met"]
    assert (tile.text, tile.tone) == ("2 of 4", Tone.WATCH)
    assert shown(requests=(Request("ben", Wish.OFF, day(0), day(4)),))["Requests met"].tone is Tone.GOOD


def test_who_is_off_the_fair_share_is_not_among_the_fair():
    need = (Need(When(), "N", "RN", 1, 1),)
    tile = shown("ann  N N N N N N N\nben  . . . . . . .", needs=need)["Fair shares"]
    assert (tile.text, tile.tone) == ("0 of 2", Tone.WATCH)


@pytest.mark.parametrize(("limit", "fair"), [(0, "0 of 2"), (1, "0 of 2"), (2, "2 of 2")])
def test_who_has_a_fair_share_the_rule_in_force_says(limit, fair):
    policy = Policy((priced(FairShare(burden="nights", limit=limit), 30),))
    picture = "ann  N N N N N N .\nben  . . . . . . N"  # three and a half each, so 3 or 4 with no tolerance
    assert shown(picture, needs=NIGHT, policy=policy)["Fair shares"].text == fair


def test_holidays_and_rules_for_some_people_count_to_the_fair_shares_too():
    policy = Policy((priced(FairShare(burden="holidays", limit=0, to=("ann",)), 30),))
    calendar = {**WEEK, "holidays": {day(n): "Holiday" for n in range(7)}}
    unit, plan = draw("ann  . . . . . . .\nben  D D . . . . .", PEOPLE, calendar=calendar, needs=(A_DAY,))
    judge = Judge(formulate(unit, policy))
    found = tiles(Figures(unit, plan), judge.findings(judge.judge(plan)), judged(unit, policy))
    assert next(tile.text for tile in found if tile.title == "Fair shares") == "0 of 1"


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Short shifts", (CoverMinimum(), CoverTarget())),
        ("Overtime", (Overtime(),)),
        ("Requests met", (Requests(),)),
        ("Fair shares", (FairShare(),)),
    ],
)
def test_a_tile_whose_rule_is_off_says_so_and_praises_nothing(title, rules):
    wish = (Request("ann", Wish.OFF, day(5), day(6)),)
    tile = shown(policy=Policy(tuple(off(rule) for rule in rules)), requests=wish)[title]
    assert (tile.tone, tile.note) == (Tone.NONE, "rule off")
    assert "off" in tile.explanation


def test_without_a_must_none_is_kept():
    assert shown(policy=Policy((priced(CoverTarget(), 250),)))["Must-fix problems"].tone is Tone.NONE


@pytest.mark.parametrize(
    "picture", ["ann  . . . . . . .\nben  . . . . . . .", "ann  P S . . . . .\nben  . . . . . . ."]
)
def test_while_nothing_is_planned_every_tile_says_that_there_is_nothing_to_judge(picture):
    wish = (Request("ann", Wish.OFF, day(3), day(6)),)
    found = shown(picture, costs=True, requests=wish)
    assert {tile.text for tile in found.values()} == {"–"}
    assert {tile.tone for tile in found.values()} == {Tone.NONE}
    assert all("nothing to judge" in tile.explanation for tile in found.values())


def test_a_window_that_began_before_the_plan_is_missing_in_no_number():
    need = (Need(When(), "03:00-07:00", "RN", 1, 1),)
    found = shown("ann  N N N N N N N\nben  . . . . . . .", needs=need)
    assert found["Short shifts"].text == "0"
