"""The sheet Fees: what certificates cost, where a user knows it better than our list."""

from collections.abc import Iterator, Mapping

from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import numbers_in, one_for_each
from optimizer.workbook.table.sheet import CellValues, Column, Sheet

NAMES = {each.name: each.name for each in career_certificates()}
CERTIFICATE = Column(
    "Certificate", "One that Careers knows.", one_for_each(NAMES, "certificate"), required=True, choices=tuple(NAMES)
)
FEE = Column(
    "Fee", "What one application costs, in the currency of the sheet Panel.", numbers_in(100, 0, 100_000), required=True
)
FEES = Sheet(
    "Fees", "What certificates cost. It comes before our list, which does not know all of them.", (CERTIFICATE, FEE)
)


def read_fees(source: PanelSource) -> Mapping[str, int]:
    """Return the fees that a user wrote, in cents by certificate."""
    found: dict[str, int] = {}
    for row in source.rows(FEES):
        name, cents = row[CERTIFICATE], row[FEE]
        if name is not None and name in found:
            row.fault(CERTIFICATE, f"'{name}' stands twice", "leave one of them")
        if row.ok and name is not None and cents is not None:
            found[name] = cents
    return found


def fee_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the fees that a user wrote."""
    return (FEES.line(values={CERTIFICATE: name, FEE: cents}) for name, cents in panel.fees.items())
