from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.staffing.demand import Need, When
from optimizer.staffing.figures import Figures
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rates import PayClass, PeriodBudget
from optimizer.staffing.request import Request, Wish
from optimizer.summary.tiles import Tone, tiles, uncovered
from tests.draw import day, draw

WEEK = {"pay_period_days": 7, "full_time": 40 * 60}
PEOPLE = {"ann": {"pay_class": "RN"}, "ben": {"pay_class": "RN"}}
PAY = {"RN": PayClass(40_00)}
A_DAY = Need(When(), "D", "RN", 1, 1)
FULL = "ann  D D D D D . .\nben  . . . . . D D"


def shown(picture=FULL, costs=False, gap=None, needs=(A_DAY,), **facts):
    unit, plan = draw(picture, PEOPLE, calendar=WEEK, pay=PAY, needs=needs, **facts)
    judge = Judge(formulate(unit, default_policy()))
    found = tiles(Figures(unit, plan), judge.findings(judge.judge(plan)), costs=costs, gap=gap)
    return {tile.title: tile for tile in found}


def test_what_a_schedule_without_fault_shows():
    found = shown()
    assert {title: (tile.text, tile.tone) for title, tile in found.items()} == {
        "Musts broken": ("0", Tone.GOOD),
        "Uncovered": ("0 h", Tone.GOOD),
        "Overtime": ("0 h", Tone.GOOD),
        "Fair shares": ("2 of 2", Tone.GOOD),
    }


def test_time_below_the_minimum_is_bad_and_below_the_target_to_be_watched():
    need = Need(When(), "D", "RN", 1, 2)
    assert uncovered(Figures(*draw("ann  D .", needs=(need,)))) == (8 * 60, 3 * 8 * 60)
    short = shown("ann  D D D D D . .\nben  . . . . . D .", needs=(need,))
    assert (short["Uncovered"].text, short["Uncovered"].tone) == ("64 h", Tone.BAD)
    assert short["Uncovered"].explanation.startswith("8 h below the minimum, 64 h below the target")
    assert short["Musts broken"].text == "1"
    assert short["Musts broken"].tone is Tone.BAD
    assert shown(needs=(need,))["Uncovered"].tone is Tone.WATCH


def test_overtime_names_the_people_not_who_they_are():
    tile = shown("ann  D D D D D D .\nben  . . . . . . D")["Overtime"]
    assert (tile.text, tile.tone) == ("8 h", Tone.WATCH)
    assert tile.explanation.startswith("1 person ")


def test_cost_is_shown_only_when_asked_for_and_stands_against_the_budget():
    assert "Cost" not in shown()
    spent = 7 * 8 * 40  # dollars
    plain = shown(costs=True)["Cost"]
    assert (plain.text, plain.tone) == (f"${spent:,}", Tone.GOOD)
    tight = PeriodBudget(None, 50, 60, 44_00)  # 50 patient days at an hour each
    over = shown(costs=True, budget=(tight,))["Cost"]
    assert over.explanation == "$40 or 1.8% over the budget of $2,200."
    assert over.tone is Tone.WATCH
    assert shown(costs=True, budget=(PeriodBudget(None, 50, 60, 40_00),))["Cost"].tone is Tone.BAD
    under = shown(costs=True, budget=(PeriodBudget(None, 50, 60, 56_00),))["Cost"]
    assert (under.tone, under.explanation) == (Tone.GOOD, "$560 or 20.0% under the budget of $2,800.")


def test_requests_count_days_and_are_well_from_four_of_five_on():
    wish = (Request("ann", Wish.OFF, day(3), day(6)),)
    tile = shown(requests=wish)["Requests"]
    assert (tile.text, tile.tone) == ("2 of 4", Tone.WATCH)
    assert shown(requests=(Request("ben", Wish.OFF, day(0), day(4)),))["Requests"].tone is Tone.GOOD


def test_who_is_off_the_fair_share_is_not_among_the_fair():
    need = (Need(When(), "N", "RN", 1, 1),)
    tile = shown("ann  N N N N N N N\nben  . . . . . . .", needs=need)["Fair shares"]
    assert (tile.text, tile.tone) == ("0 of 2", Tone.WATCH)


def test_the_proof_is_shown_when_it_is_known():
    assert "Proof" not in shown()
    assert (shown(gap=0.004)["Proof"].text, shown(gap=0.004)["Proof"].tone) == ("0.4%", Tone.GOOD)
    assert shown(gap=0.05)["Proof"].tone is Tone.WATCH
