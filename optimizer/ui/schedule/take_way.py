"""A way out of an impossible unit, taken: the draft's workbook tells other facts and rules, and its schedule is in."""

from optimizer.scenarios.explain.order import WayTold, WhyNot
from optimizer.scenarios.explain.ways_out import changed
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.law.lawful import without_statutes
from optimizer.store.revisions import revise
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.retell import UnitAndPolicy, retold


def still_so(desk: Desk, job: Job[WhyNot]) -> bool:
    """Tell whether the draft is still what was explained: its version, its facts, its rules, and no lock more."""
    order = job.order
    same = job.begun.version == desk.version and (order.unit, order.policy) == (desk.unit, desk.policy)
    return same and desk.locks <= order.kept


def take_way(desk: Desk, order: WhyNot, way: WayTold) -> None:
    """Make the changes of a way out in the draft, and put in the schedule that it was solved with.

    Raise RevisionConflictError or ConflictError when somebody else was faster, FaultyWorkbookError where the workbook
    cannot say it.
    """
    after = changed(order.asked, way.changes)
    _revise(desk, order, after, way)
    opened = (order.kept - after.kept) & desk.locks
    if opened:
        desk.lock(opened, False)
    desk.edit(desk.plan - way.plan, way.plan - desk.plan, f"Way out: {way.said}")


def _revise(desk: Desk, order: WhyNot, after: UnitToPlan, way: WayTold) -> None:
    """Have the draft's workbook tell the facts and rules after the changes."""
    book = retold(Book(desk.workbook()), _told(order.asked), _told(after))
    contents = read_bytes(book.content)
    revise(
        desk.database, desk.actor, desk.draft.id, desk.facts.revision, book.content, f"Way out: {way.said}", contents
    )
    desk.refresh()


def _told(asked: UnitToPlan) -> UnitAndPolicy:
    """Return what a workbook tells, without the law that is added whenever it is read."""
    return asked.unit, without_statutes(asked.policy, asked.unit)
