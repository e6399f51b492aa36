"""What claims say of patients' conditions: their diagnoses, as codes of ICD-10."""

import re
from collections.abc import Iterable, Mapping

from optimizer.caseload.risk.condition import Conditions
from optimizer.caseload.risk.diagnoses import PackageMissingError, conditions_of, is_code
from optimizer.workbook.adopt.panel.patients import Namesakes, whose
from optimizer.workbook.adopt.panel.rows import rows_of
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable

BETWEEN = re.compile(r"[,;|\s]+")


def conditions_in(
    tables: Iterable[FiledTable], namesakes: Namesakes = frozenset()
) -> tuple[Mapping[str, Conditions], tuple[LostFact, ...]]:
    """Return the conditions that claims tell of patients, and the cells that were of no use."""
    codes: dict[str, dict[str, None]] = {}
    lost: list[LostFact] = []
    rows = [*rows_of(tables)]
    for row in rows:
        who = whose(row, namesakes)
        row.text("name", "patient")
        said = [part for part in BETWEEN.split(row.text("diagnosis")) if part]
        known = [code for code in said if is_code(code)]
        if not who or (said and not known):
            lost += row.lost("nobody's row" if not who else "its diagnosis is no code of ICD-10")
            continue
        codes.setdefault(who, {}).update(dict.fromkeys(known))
        lost += row.lost()
    try:
        return conditions_of(codes) if codes else {}, tuple(lost)
    except PackageMissingError as error:
        return {}, tuple(each for row in rows for each in row.lost(str(error)))
