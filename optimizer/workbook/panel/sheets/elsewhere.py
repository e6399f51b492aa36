"""The sheet Elsewhere: patients who are away for some weeks and come back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from optimizer.caseload.days.elsewhere import Elsewhere
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import NEAR, TEXT, as_it_is
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet

WHOM = Column("Patient", "The patient's id.", Codec(PanelSource.patient, as_it_is), required=True, width=11)
FIRST = Column("From", "First day.", NEAR, required=True)
LAST = Column("To", "Last day. Until further notice when empty.", NEAR)
WHERE = Column("Where", "Such as hospital or rehabilitation. Only to read.", TEXT, width=18)
ELSEWHERE = Sheet(
    "Elsewhere",
    "Patients who are elsewhere for some weeks: no contacts and no hours in those days, and the case manager stays.",
    (WHOM, FIRST, LAST, WHERE),
)


def read_elsewhere(source: PanelSource) -> Mapping[str, tuple[Elsewhere, ...]]:
    """Return when patients are elsewhere, by patient."""
    found: dict[str, tuple[Elsewhere, ...]] = defaultdict(tuple)
    for row in source.rows(ELSEWHERE):
        who, first, last = row[WHOM], row[FIRST], row[LAST]
        if first and last and last < first:
            row.fault(LAST, f"{last} is before the first day {first}", "swap or mend the dates")
        if row.ok and who is not None and first is not None:
            found[who] = (*found[who], Elsewhere(first, last, row[WHERE] or ""))
    return found


def elsewhere_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield when patients are elsewhere."""
    for each in panel.patients:
        for stay in each.elsewhere:
            yield ELSEWHERE.line(values={WHOM: each.id, FIRST: stay.first, LAST: stay.last, WHERE: stay.where})
