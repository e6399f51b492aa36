"""Short ways to write what a pharmacy dispensed."""

from datetime import date

from optimizer.caseload.medication.fill import Fill


def fills(text, group="class", patient="P1", year=2018, **facts):
    """Read "a 01-25 30; b 02-01 90" as fills of drug, month and day, and days of supply."""
    rows = (row.rsplit(" ", 2) for row in text.split(";") if row.strip())
    return tuple(
        Fill(patient, date(year, *map(int, day.split("-"))), drug.strip(), group, int(days), **facts)
        for drug, day, days in rows
    )
