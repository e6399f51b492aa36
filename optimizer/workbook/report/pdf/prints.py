"""What a schedule is printed for: the wall, a pocket, the desk."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.posting import Posting
from optimizer.workbook.report.pdf.desk import desk_pdf
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.pocket import pocket_pdf
from optimizer.workbook.report.pdf.roster import roster_pdf


class Print(StrEnum):
    """What a print is for: the grid of all, everybody's own days as cards to cut out, or who is on by day."""

    WALL = "wall"
    POCKET = "pocket"
    DESK = "desk"


PRINTS: Mapping[Print, Callable[[Posting, Plan, str, Paper], bytes]] = {
    Print.WALL: roster_pdf,
    Print.POCKET: pocket_pdf,
    Print.DESK: desk_pdf,
}
