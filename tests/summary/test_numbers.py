"""Every number about a schedule, wherever it is told, is what the findings and the bills say."""

import json
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.scenarios.account import account
from optimizer.staffing.facts.words import hours
from optimizer.staffing.need.cover import CoverLevel, Standing, have_of_target
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.rules.wishes.fair_share import BURDENS, FairShare
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.coverage import standings
from optimizer.summary.schedule.grid_figures import GridSums, coverage_rows
from optimizer.summary.schedule.schedule import schedule_facts, schedule_json
from optimizer.summary.schedule.tiles import tiles
from optimizer.summary.schedule.weighing import weighed
from optimizer.summary.tile import UNKNOWN, Tone
from optimizer.summary.unit.judged import judged
from optimizer.ui.grid import payload
from optimizer.ui.grid.view import grid_data
from tests.made.random_policies import rules as any_rules
from tests.made.random_units import plans, units

MODES = st.sampled_from((Mode.OFF, Mode.MUST, Mode.PRICED))
THE_TILES_OWN = (CoverMinimum(), CoverTarget(), CoverMaximum(), Overtime(), Requests())
RANDOM = settings(max_examples=80, suppress_health_check=[*HealthCheck], deadline=None)


@st.composite
def policies(draw):
    """Return a policy with the rules that the tiles are about, off, priced or musts, some twice, and any others."""
    shares = st.builds(
        FairShare, to=st.sampled_from(((), ("ann",))), limit=st.integers(0, 2), burden=st.sampled_from(BURDENS),
        back=st.integers(0, 1),
    )  # fmt: skip
    chosen = [*THE_TILES_OWN, *draw(st.lists(st.sampled_from(THE_TILES_OWN), max_size=2))]
    chosen += [*draw(st.lists(shares, max_size=3)), *draw(st.lists(any_rules(), max_size=2))]
    rulings = [_ruled(rule, draw(MODES)) for rule in chosen if not rule.always_must]
    return Policy((Ruling(RULES[0]()), *rulings))


def _ruled(rule, mode):
    return Ruling(rule, mode, 37 if mode is Mode.PRICED else 0)


@st.composite
def schedules(draw):
    """Return a unit, a policy, the figures of a plan, and what the policy finds in it."""
    unit, policy = draw(units()), draw(policies())
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(draw(plans(unit)))
    return unit, policy, judge, verdict


def found_by(unit, plan, rule):
    """Return what a rule finds in a plan when it is in force for everybody."""
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    return judge.findings(judge.judge(plan))


def plain(unit, plan):
    """Tell whether sums have all overtime of a plan: nobody has two duties on a day, or works on seven of a week."""
    return all(_once_a_day(unit, human, plan | unit.past) for human in unit.humans)


def _once_a_day(unit, human, taken):
    days = Counter(pair.what.day for pair in taken if pair.who in human.ids and unit.shift_of(pair.what).works)
    return max(days.values(), default=0) <= 1 and len(days) < 7


def time_missing(unit, findings):
    return sum(finding.amount * unit.length_of(finding.place.what[0]) for finding in findings)


@RANDOM
@given(schedules())
def test_every_figure_is_what_the_rules_find_for_everybody(told):
    unit, _, _, verdict = told
    plan, figures, numbers = verdict.plan, Figures(unit, verdict.plan), account(unit, verdict.plan)
    values = schedule_json(figures, ())
    for level, rule in ((CoverLevel.MINIMUM, CoverMinimum()), (CoverLevel.TARGET, CoverTarget())):
        found = found_by(unit, plan, rule)
        assert values[f"missing_below_{level}"] == sum(finding.amount for finding in found)
        assert values[f"uncovered_minutes_below_{level}"] == time_missing(unit, found)
    assert sum(numbers.uncovered.values()) == time_missing(unit, found_by(unit, plan, CoverTarget()))
    denied = len(found_by(unit, plan, Requests()))
    assert (numbers.asked - numbers.granted, figures.asked - figures.granted) == (denied, denied)
    assert numbers.overtime == values["overtime_minutes"]
    if plain(unit, plan):
        assert numbers.overtime == sum(finding.amount for finding in found_by(unit, plan, Overtime()))
    assert values["pay_cents"] == sum(sum(figures.bill(staff).values()) for staff in unit.staff) == numbers.cost


@RANDOM
@given(schedules())
def test_every_sign_of_coverage_is_what_the_rules_find_for_everybody(told):
    unit, _, _, verdict = told
    rows, signs = coverage_rows(Figures(unit, verdict.plan)), Counter()
    short = (Standing.BELOW_MINIMUM, Standing.BELOW_TARGET)
    marks = ((CoverMinimum(), short[:1]), (CoverTarget(), short), (CoverMaximum(), (Standing.OVER,)))
    for rule, marked_as in marks:
        places = {(finding.day, finding.place.what) for finding in found_by(unit, verdict.plan, rule)}
        for row in rows:
            for day, cover in row.days.items():
                assert (cover.standing in marked_as) == ((day, (row.shift, row.role)) in places)
                signs[cover.standing] += rule == THE_TILES_OWN[0]
                assert have_of_target(cover).strip("▼▽▲") == f"{cover.have}/{cover.target}"
    assert +signs == standings(rows)


@RANDOM
@given(schedules())
def test_every_tile_is_what_the_findings_and_the_bills_say(told):
    unit, policy, judge, verdict = told
    figures, findings, seen = Figures(unit, verdict.plan), judge.findings(verdict), judged(unit, policy)
    found = {tile.title: tile for tile in tiles(figures, findings, seen, costs=True)}
    if not figures.is_planned:
        assert {tile.text for tile in found.values()} == {UNKNOWN}
        return
    in_force = {ruling.rule.key for ruling in policy.rulings if ruling.mode is not Mode.OFF}
    assert found["Must-fix problems"].text == str(sum(finding.must for finding in findings))
    if unit.fillable and not found["Short shifts"].note:
        once = {finding.place: finding for finding in findings if finding.rule == CoverTarget()}
        assert found["Short shifts"].text == str(len({(place.day, place.what[0]) for place in once}))
        missing = hours(time_missing(unit, once.values()))
        assert f"{missing} below the target" in found["Short shifts"].explanation or missing == "0 h"
    counted = plain(unit, verdict.plan) and not found["Overtime"].note
    if counted and any(r.rule == Overtime() and r.mode is not Mode.OFF for r in policy.rulings):
        once = {finding.place: finding for finding in findings if finding.rule == Overtime()}
        assert found["Overtime"].text == hours(sum(finding.amount for finding in once.values()))
    if any(r.rule == Requests() and r.mode is not Mode.OFF for r in policy.rulings) and "Requests met" in found:
        once = {id(f.law): f for f in findings if f.rule == Requests()}
        times = sum(r.rule == Requests() and r.mode is not Mode.OFF for r in policy.rulings)
        assert found["Requests met"].text == f"{figures.asked - len(once) // times} of {figures.asked}"
    off_share = {finding.place.who for finding in findings if finding.rule.key == FairShare.key}
    sharing = {c.law.place.who for c in judge.formulation.clauses if c.rule.key == FairShare.key}
    if sharing:
        assert found["Fair shares"].text == f"{len(sharing) - len(off_share)} of {len(sharing)}"
    for title, rule in (("Overtime", Overtime), ("Requests", Requests), ("Fair shares", FairShare)):
        if rule.key not in in_force and title in found:
            assert (found[title].note, found[title].tone is Tone.GOOD) == ("rule off", False)


@RANDOM
@given(schedules())
def test_what_is_said_and_shown_is_one_number(told):
    unit, policy, judge, verdict = told
    figures, findings = Figures(unit, verdict.plan), judge.findings(verdict)
    values, facts = schedule_json(figures, findings), dict(schedule_facts(figures, findings))
    musts = sum(finding.must for finding in findings)
    assert json.dumps(values)
    assert (values["musts_broken"], facts["Must-fix problems"].split(",")[0]) == (musts, str(musts))
    assert sum(f.rule.units(f.amount) for f in findings if f.must) == verdict.score.broken
    assert facts["Short shifts"].split(": ")[1].split()[0] == str(values["missing_below_minimum"])
    weights = {weight.title: weight for weight in weighed(figures, findings, figures, findings, costs=True)}
    assert weights["Must-fix problems"].before == f"{musts:,}"
    assert weights["People missing below target"].before == str(values["missing_below_target"])
    page = payload(_grid(unit, policy, judge, verdict, figures, findings))
    counts = [count for row in page["coverage"] for count in row["days"] if count]
    missing = sum(max(0, target - have) for have, _, target, _ in counts)
    assert missing == values["missing_below_target"]
    assert _marked(page) == {
        (who, f.place.day.isoformat())
        for f in findings
        if f.must and f.place.who and not f.place.until and f.place.day >= unit.calendar.first
        for who in unit.rows_of(f.place.who)
    }


def _marked(page):
    """Return the cells of a page that are marked as breaking a must."""
    iso = [day["iso"] for day in page["days"]]
    cells = ((who, *each) for who, row in page["cells"].items() for each in zip(iso, row, strict=True))
    return {(who, day) for who, day, cell in cells if isinstance(cell, dict) and cell.get("must")}


def _grid(unit, policy, judge, verdict, figures, findings):
    sums = GridSums(judged(unit, policy).fair_nights).of(figures)
    now = SimpleNamespace(facts=SimpleNamespace(unit=replace(unit), judge=judge), verdict=verdict, figures=figures,
                          findings=findings, sums=sums, version=1)  # fmt: skip
    return grid_data(now, frozenset(), None, editable=True, session="", ack=0, refused=(), focus=None)
