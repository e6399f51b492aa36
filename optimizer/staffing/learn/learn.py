"""Learns a unit from what people worked; and again, once somebody has confirmed or changed a part of it."""

from typing import Any

from optimizer.planning.policy import Ruling
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.codes.shifts import guesses_said, shift_lessons, unsure_times
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import About, Settled, Topic, settle, values
from optimizer.staffing.learn.needs.need_lessons import need_lessons
from optimizer.staffing.learn.people.hours import ContractHours
from optimizer.staffing.learn.people.jobs import job_lessons
from optimizer.staffing.learn.people.lead_marks import with_leads
from optimizer.staffing.learn.people.leaders import leader_lessons, skill_lessons
from optimizer.staffing.learn.people.own_shifts import own_shift_lessons
from optimizer.staffing.learn.rules.past import pasts
from optimizer.staffing.learn.rules.recovery import recovery_lessons
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson, as_must
from optimizer.staffing.learn.rules.sequences import sequence_lessons
from optimizer.staffing.learn.rules.successions import succession_lessons
from optimizer.staffing.learn.rules.usual_rules import usual_lessons
from optimizer.staffing.learn.rules.weekends import weekend_lessons
from optimizer.staffing.learn.worked_days import WorkedDays

NOTHING: Settled = {}


def learn(roster: WorkedDays, settled: Settled = NOTHING) -> Learned:
    """Return what rosters tell of a unit; what was settled holds, and the rest is learned with it in force."""
    marked = with_leads(roster)
    shifts = settle(shift_lessons(marked), Topic.SHIFT, settled)
    jobs = settle(job_lessons(marked), Topic.JOB, settled)
    attendance = Attendance(marked, values(shifts), values(jobs))
    hours = ContractHours(attendance)
    (full_time,) = settle([hours.full_time()], Topic.FULL_TIME, settled)
    return Learned(
        marked,
        shifts,
        jobs,
        settle(leader_lessons(attendance), Topic.LEADER, settled),
        full_time,
        settle(hours.ftes(full_time.value), Topic.FTE, settled),
        settle(own_shift_lessons(attendance), Topic.OWN_SHIFTS, settled),
        settle(need_lessons(attendance, unsure_times(shifts)), Topic.NEED, settled),
        settle(skill_lessons(attendance), Topic.SKILL, settled),
        settle(_rules(attendance, guesses_said(shifts)), Topic.RULE, settled),
        settled,
    )


def _rules(attendance: Attendance, times: str) -> tuple[RulingLesson, ...]:
    parts = pasts(attendance)
    in_a_row = (*sequence_lessons(parts, times), *recovery_lessons(parts), *succession_lessons(parts))
    return (*usual_lessons(parts), *in_a_row, *weekend_lessons(parts))


def confirmed(learned: Learned, about: About) -> Learned:
    """Return what is learned when one thing is confirmed; a rule that is becomes a must."""
    value = learned.by_about[about].value
    return changed(learned, about, as_must(value) if isinstance(value, Ruling) else value)


def changed(learned: Learned, about: About, value: Any) -> Learned:
    """Return what is learned when one thing is another than was thought: None for a day off, or where nothing holds."""
    return learn(learned.roster, {**learned.settled, about: value})
