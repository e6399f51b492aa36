"""What a search would put into cells, for the grid to show beside what is there, until it is taken or put away."""

from collections.abc import Mapping

from optimizer.engine.outcome import Outcome
from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.cell_text import cells_text
from optimizer.staffing.schedule.freedom import Cell, cell_of
from optimizer.staffing.schedule.merging import Merge, merge
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import jobs, key_of
from optimizer.ui.schedule.solving.solve_job import KIND, SolveJob

OFF = "off"


def found_by(job: SolveJob) -> Plan | None:
    """Return the plan of a job that is over, or the best on the way when it was ended."""
    return job.result.found if isinstance(job.result, Outcome) else job.best


def merged_plans(desk: Desk, job: SolveJob, found: Plan) -> Merge:
    """Return what is left to take of a plan, where nobody edited or locked meanwhile."""
    return merge(job.order.plan, found, desk.plan, desk.locks)


def proposed(desk: Desk) -> Mapping[Cell, str]:
    """Return what would stand in every cell that changes, as far as it is to be taken; nothing without a search."""
    job = jobs().of(key_of(desk, KIND))
    if not isinstance(job, SolveJob) or job.running:
        return {}
    found = found_by(job)
    if found is None or found - desk.facts.known:
        return {}
    what = job.part.of(merged_plans(desk, job, found), job.few[1] if job.few else None)
    plan = desk.plan - what.minus | what.plus
    return {cell: _text(desk, cell, plan) for cell in {cell_of(pair) for pair in what.minus | what.plus}}


def _text(desk: Desk, cell: Cell, plan: Plan) -> str:
    duties = sorted(pair.what for pair in desk.unit.cells.get(cell, ()) if pair in plan)
    return cells_text(duties, desk.unit.people[cell[0]], desk.unit.role_by_name) or OFF
