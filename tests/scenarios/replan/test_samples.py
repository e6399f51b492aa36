"""Sick calls on the samples: who can come at once, and a schedule that keeps every must that can be kept."""

import random
import time
from dataclasses import replace
from datetime import timedelta

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.scenarios.plan_unit import pins_of
from optimizer.scenarios.replan.cover import cover
from optimizer.scenarios.replan.events import Absence, DayChange
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.mend import Mend, mend
from tests.first_plan import first_plan
from tests.oracle import on_leave, tired, twice_a_day
from tests.read_samples import unit_sample


def published(name):
    contents = unit_sample(name)
    formulation = formulate(contents.unit, contents.policy)
    plan = first_plan(formulation, pins_of(contents.unit, contents.plan, frozenset(), formulation))
    return contents.unit, contents.policy, plan


def sick(plan, chance):
    return chance.choice(sorted(pair for pair in plan if pair.what.role == "RN"))


def test_on_the_icu_sample_people_are_ranked_within_a_second_and_few_changes_are_proved_within_twenty():
    unit, policy, plan = published("icu")
    known, (who, duty) = KnownSchedule.of(unit, policy, plan), sick(plan, random.Random(5))
    began = time.process_time()  # what others do meanwhile is no part of it
    found = cover(known, duty.day, duty.shift, duty.role, who)
    assert time.process_time() - began < 1
    assert found.ways
    least = timedelta(hours=10)
    before = tired(unit, plan, least) | twice_a_day(unit, plan) | on_leave(unit, plan)
    for way in found.ways:
        with_parts, after = (
            replace(unit, shifts=(*unit.shifts, *way.new_shifts)),
            (plan - {(who, duty)} - way.minus) | way.plus,
        )
        wrong = tired(with_parts, after, least) | twice_a_day(with_parts, after) | on_leave(with_parts, after)
        assert wrong <= before
    began = time.process_time()
    mended = mend(Mend(unit, policy, plan, DayChange((Absence(who, duty.day, duty.day),))), Run(in_seconds(90)))
    assert time.process_time() - began < 20
    assert len(mended.changes) <= 1.1 * mended.least


def test_ten_absences_in_a_row_leave_no_must_broken_that_could_be_kept():
    """A plan that breaks a must is told with the proof that none keeps them all."""
    unit, policy, plan = published("medsurg")
    chance = random.Random(7)
    for _ in range(10):
        who, duty = sick(plan, chance)
        last = duty.day + timedelta(days=chance.choice((0, 0, 1, 4)))
        mended = mend(Mend(unit, policy, plan, DayChange((Absence(who, duty.day, last),))), Run(in_seconds(60)))
        assert mended.verdict.score.broken == 0 or (mended.bends and mended.proved)
        unit, plan = mended.unit, mended.verdict.plan
