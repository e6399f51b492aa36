"""What a supervisor asks of a panel."""

import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Case
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.referral import Referrals, next_managers
from optimizer.caseload.region import regions
from optimizer.caseload.unplaced import unplaced
from optimizer.engine.clock import in_seconds
from optimizer.engine.goals import Reached
from optimizer.engine.outcome import Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.scenarios.caseload import assign as assigning
from optimizer.scenarios.caseload.assign import assign
from optimizer.scenarios.caseload.by_region import PanelSearch, part_of, together
from optimizer.scenarios.caseload.cover import cover
from optimizer.scenarios.caseload.rebalance import Rebalanced, curve, no_worse
from optimizer.scenarios.caseload.standard import StaffingStandard, hired, least_budget, staffing
from optimizer.scenarios.caseload.start import start_of
from tests.caseload.draw import DAY, draw
from tests.caseload.generate import generate
from tests.times import soon

POLICY = default_policy()
ONE = Effort(workers=1)


def lasting(seconds, **more):
    return Run(in_seconds(seconds), **more)


def costs_by_goal(panel, plan):
    judge = Judge(formulate(panel, POLICY))
    found = judge.findings(judge.judge(plan))
    return tuple(sum(f.cost for f in found if not f.must and f.rule.key in goal.keys) for goal in default_goals())


def test_an_assignment_beats_every_rule_of_thumb_in_the_order_of_goals():
    panel = generate(6, 120, 2)
    found = assign(panel, POLICY, lasting(10))
    assert found.status is Status.OPTIMAL
    ours = costs_by_goal(panel, found.plan)
    for rule in Baseline:
        assert ours < costs_by_goal(panel, baseline(panel, rule))


def test_regions_add_up(monkeypatch):
    panel = generate(6, 60, 2)
    whole = assign(panel, POLICY, lasting(10, effort=ONE))
    monkeypatch.setattr(assigning, "LARGE", 0)
    cut = assign(panel, POLICY, lasting(10, effort=ONE))
    assert [(each.cost, each.bound) for each in cut.reached] == [(each.cost, each.bound) for each in whole.reached]
    assert Judge(formulate(panel, POLICY)).judge(cut.plan).score == cut.score


def test_no_transfers_change_nothing_and_more_never_make_it_worse():
    panel = generate(5, 40, 1, full=0.8, given=1.0)
    points = curve(panel, POLICY, (0, 1, 2, 4, 8), lasting(20))
    assert (points[0].plan, points[0].moves) == (panel.given, ())
    assert all(len(point.moves) <= point.limit for point in points)
    assert [point.costs for point in points] == sorted((point.costs for point in points), reverse=True)
    assert points[-1].costs < points[0].costs


def test_a_search_that_ends_worse_than_with_fewer_transfers_is_not_taken():
    def point(limit, *costs):
        reached = tuple(
            Reached(goal, Status.OPTIMAL, cost, cost, 1) for goal, cost in zip(default_goals(), costs, strict=False)
        )
        return Rebalanced(limit, frozenset(), (), reached, limit)

    before = point(1, 0, 50, 30)
    for better in (point(2, 0, 50, 30), point(2, 0, 50, 20), point(2, 0, 40)):
        assert no_worse(better, before) is better
    kept = no_worse(point(2, 0, 60, 20), before)
    assert (kept.limit, kept.spread, kept.costs) == (2, 1, before.costs)
    assert [each.bound for each in kept.reached] == [0, 50, 0]
    assert [each.bound for each in no_worse(point(2, 0), before).reached] == [0, 0, 0]


def test_goals_for_which_no_time_is_left_are_told_as_they_stand_though_many_musts_are_broken():
    panel = generate(10, 300, 2)
    first = {area: next(m.id for m in panel.managers if m.home == area) for area in ("Area 1", "Area 2")}
    panel = replace(panel, given=frozenset(Pair(first[p.area], Case(p.id)) for p in panel.patients))
    for point in curve(panel, POLICY, (0, 10, 20), lasting(0)):
        assert len(point.reached) > 1
        assert all(each.seconds == 0 for each in point.reached[1:])
        assert all(each.bound <= each.cost for each in point.reached)


def test_rebalancing_leaves_whom_an_assignment_has_to_move():
    panel, plan = draw("ann 300: p1\nbob 300:", {"ann": {"leaves": DAY - timedelta(days=1)}}, given="ann: p1")
    (point,) = curve(panel, POLICY, (1,), lasting(2))
    assert point.plan == plan


def test_one_referral_ranks_who_may_have_the_patient():
    panel, plan = draw(
        "ann 100: p1\nbob 100:\ncas 100:\ndee 100:\n-: p2",
        {"cas": {"open": False}},
        {"p2": {"preferred": ("dee",)}},
        work={"p1": 60, "p2": 50},
    )
    formulation = formulate(panel, POLICY)
    best = next_managers(panel, formulation, default_goals(), plan, "p2")
    assert best[0].manager == "dee"
    assert {each.manager for each in best} == {"ann", "bob", "dee"}
    ann = next(each for each in best if each.manager == "ann")
    assert ann.load == 110
    assert ann.costs["Overload"] == 10_00
    assert "Ann has 1 h 50 min of work a month; 100 % of the capacity is 1 h 40 min." in ann.reasons
    judge = Judge(formulation)
    for each in best:
        (pair,) = (pair for pair in panel.owners["p2"] if pair.who == each.manager)
        gained = judge.judge(plan | {pair}).score.cost - judge.judge(plan).score.cost
        assert sum(each.costs.values()) == gained


@pytest.mark.alone
def test_a_referral_is_quick():
    panel = generate(40, 800, 4)
    plan = baseline(panel, Baseline.MOST_AVAILABLE)
    referrals = Referrals(panel, formulate(panel, POLICY), default_goals(), plan)

    def referred_in():
        began = time.monotonic()
        assert len(referrals.next_managers(panel.patients[0].id)) == 5
        return time.monotonic() - began

    assert soon(referred_in, 0.5)


def test_cover_for_leave_moves_only_the_patients_of_who_is_away():
    panel = generate(6, 60, 1, full=0.6)
    plan = assign(panel, POLICY, lasting(5)).plan
    who = panel.managers[0].id
    found = cover(panel, POLICY, plan, who, DAY + timedelta(days=3), DAY + timedelta(days=9), lasting(5))
    theirs = {pair.what.patient for pair in plan if pair.who == who}
    assert theirs == {pair.what.patient for pair in found.takes} | {each.patient for each in found.uncovered}
    assert all(pair.who != who for pair in found.takes)
    assert {pair for pair in plan if pair.who != who} <= found.assignment.plan


def test_a_resignation_leaves_nobody_with_who_has_gone():
    panel, plan = draw("ann 300: p1 p2\nbob 300: p3")
    found = cover(panel, POLICY, plan, "ann", DAY, None, lasting(5))
    assert [(pair.who, pair.what.patient) for pair in found.takes] == [("bob", "p1"), ("bob", "p2")]


def test_the_fewest_hires_for_a_standard():
    panel, _ = draw("ann 100: p1 p2 p3 p4", work=dict.fromkeys(("p1", "p2", "p3", "p4"), 45))
    assert staffing(panel, POLICY, StaffingStandard(90), lasting(5)).hires == 1
    assert staffing(panel, POLICY, StaffingStandard(89), lasting(5)).hires == 3  # only one of them fits then
    assert staffing(panel, POLICY, StaffingStandard(180), lasting(5)).hires == 0
    assert len(hired(panel, 2).managers) == 3


def test_the_least_budget_for_a_standard():
    panel, _ = draw("ann 60: p1 p2\nbob 120:", {"ann": {"pay": 10_00}, "bob": {"pay": 20_00}})
    assert least_budget(panel, POLICY, StaffingStandard(100), lasting(5)) == (30_00, 30_00)
    assert staffing(panel, POLICY, StaffingStandard(100), lasting(5)).budget == (30_00, 30_00)


def test_the_budget_counts_the_hires_at_the_mean_pay():
    panel, _ = draw("ann 60: p1\nbob 60: p2 p3", {"ann": {"pay": 10_00}, "bob": {"pay": 20_00}})
    found = staffing(panel, POLICY, StaffingStandard(100), lasting(5))
    assert (found.hires, found.budget) == (1, (45_00, 45_00))


def test_there_is_no_budget_where_no_pay_is_known():
    panel, _ = draw("ann 60: p1")
    assert staffing(panel, POLICY, StaffingStandard(100), lasting(5)).budget is None


def test_cover_and_staffing_heed_a_stop():
    panel, stop = generate(6, 120, 2), threading.Event()
    plan = baseline(panel, Baseline.MOST_AVAILABLE)
    stop.set()
    began = time.monotonic()
    found = cover(panel, POLICY, plan, panel.managers[0].id, DAY, None, lasting(60, stop=stop))
    assert found.assignment.status in (Status.STOPPED, Status.OPTIMAL)
    assert staffing(panel, POLICY, StaffingStandard(40), lasting(60, stop=stop)).budget is None
    assert time.monotonic() - began < 10


def test_who_cannot_be_placed_and_why():
    panel, _ = draw(
        "ann: p1\nbob: p2 p3 p4",
        {"ann": {"areas": ("Area 4",)}, "bob": {"areas": ("Area 5",), "languages": ("Hmong",)}},
        {
            "p1": {"area": "Area 4", "language": "Hmong"},
            "p2": {"area": "Area 5", "language": "Hmong"},
            "p3": {"area": "Area 9"},
            "p4": {"area": "Area 4", "language": "Dari"},
        },
    )
    assert [each.sentence for each in unplaced(panel)] == [
        "p1: no open panel speaks Hmong within Area 4.",
        "p3: no open panel serves Area 9.",
        "p4: no open panel speaks Dari.",
    ]
    assert unplaced(replace(panel, patients=())) == ()


def test_a_start_keeps_the_cap_of_novices_though_rules_of_thumb_do_not():
    panel, _ = draw("ann 9000: " + " ".join(f"p{n}" for n in range(41)), {"ann": {"experience": 6}})
    formulation = formulate(panel, POLICY)
    assert Judge(formulation).judge(baseline(panel, Baseline.LONGEST_FIRST)).score.broken == 1
    start = start_of(panel, formulation)
    assert (len(start), Judge(formulation).judge(start).score.broken) == (40, 0)


def test_regions_that_were_not_settled_are_solved_again_and_come_out_no_worse():
    panel = generate(4, 40, 2)
    areas = [part_of(panel, region) for region in regions(panel)]
    search = PanelSearch(POLICY, default_goals(), run=lasting(60, effort=ONE))
    settled = search.side_by_side(areas, [None, None])
    assert all(each.status is Status.OPTIMAL for each in settled)
    before = [replace(settled[0], status=Status.FEASIBLE), settled[1]]
    again = search.side_by_side(areas, before)
    assert again[1] is settled[1]
    assert [each.cost for each in again[0].reached] == [each.cost for each in settled[0].reached]
    assert replace(search, run=lasting(0)).side_by_side(areas, before) == before


def test_regions_side_by_side_come_to_what_they_come_to_one_after_the_other():
    panel = generate(4, 40, 2)
    areas = [part_of(panel, region) for region in regions(panel)]
    alone, beside = (
        together(PanelSearch(POLICY, default_goals(), run=run).side_by_side(areas, [None, None]), 0.0)
        for run in (lasting(30, effort=ONE), lasting(60, effort=Effort(workers=2)))
    )
    assert alone.status is beside.status is Status.OPTIMAL
    assert [(each.cost, each.bound) for each in alone.reached] == [(each.cost, each.bound) for each in beside.reached]


def test_regions_that_are_stopped_have_the_plans_they_begin_with():
    panel, stop = generate(12, 600, 2), threading.Event()
    stop.set()
    areas = [part_of(panel, region) for region in regions(panel)]
    found = PanelSearch(POLICY, default_goals(), run=lasting(30, stop=stop)).solve_regions(areas)
    assert (found.status, found.score.broken) == (Status.STOPPED, 0)
    assert found.seconds < 10


def test_several_cover_in_turn_and_nobody_is_filled_beyond_a_must():
    one, two = DAY + timedelta(days=1), DAY + timedelta(days=2)
    panel, plan = draw(
        "ann 100: p1 p2\nbob 100:\ncas 60:", {"bob": {"leaves": one}, "cas": {"starts": two}}, work={"p1": 60, "p2": 60}
    )
    found = cover(panel, POLICY, plan, "ann", DAY, DAY + timedelta(days=4), lasting(3))
    assert (found.takes, {gap.patient for gap in found.gaps}) == ((), {"p2"})
    mine = [(turn.pair.who, *turn.span) for turn in found.turns if turn.pair.what.patient == "p1"]
    assert mine == [("bob", DAY, one), ("cas", two, DAY + timedelta(days=4))]
    assert found.open == {"p2"}
