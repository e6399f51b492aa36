"""From diagnosis codes to conditions, through the package pycomorb: its code lists are those of Quan 2005."""

import re
from collections.abc import Iterable, Mapping

from optimizer.caseload.risk.condition import Condition, Conditions

CODE = re.compile(r"[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?")
CATEGORIES: Mapping[str, Condition] = {
    "Myocardial infarction": Condition.MYOCARDIAL_INFARCTION,
    "Congestive heart failure": Condition.HEART_FAILURE,
    "Peripheral vascular disease": Condition.VASCULAR,
    "Cerebrovascular disease": Condition.CEREBROVASCULAR,
    "Dementia": Condition.DEMENTIA,
    "Chronic pulmonary disease": Condition.COPD,
    "Rheumatic disease": Condition.CONNECTIVE_TISSUE,
    "Peptic ulcer disease": Condition.ULCER,
    "Mild liver disease": Condition.MILD_LIVER,
    "Moderate or severe liver disease": Condition.SEVERE_LIVER,
    "Diabetes without chronic complication": Condition.DIABETES,
    "Diabetes with chronic complication": Condition.DIABETES_COMPLICATED,
    "Hemiplegia or paraplegia": Condition.PARALYSIS,
    "Renal disease": Condition.SEVERE_RENAL,
    "Any malignancy": Condition.CANCER,
    "Metastatic solid tumor": Condition.METASTATIC,
    "AIDS/HIV": Condition.AIDS,
}
"""The package's categories. The index takes any renal disease that is coded as moderate or severe."""


class PackageMissingError(Exception):
    """Diagnosis codes were given, and the package that reads them is not installed."""


def is_code(text: str) -> bool:
    """Tell whether a text can be a diagnosis code of ICD-10, with or without its point."""
    return CODE.fullmatch(_plain(text)) is not None


def conditions_of(codes: Mapping[str, Iterable[str]]) -> Mapping[str, Conditions]:
    """Return the conditions of each patient from diagnosis codes of ICD-10, all patients at once.

    Raises PackageMissingError where the package is not installed. Codes that stand for no condition are passed over;
    whether a text is a code at all, ``is_code`` tells.
    """
    rows = [(str(patient), _plain(code).replace(".", "")) for patient, given in codes.items() for code in given]
    found = _categories(rows) if rows else {}
    return {patient: found.get(patient, frozenset()) for patient in codes}


def _plain(code: str) -> str:
    return code.strip().upper()


def _categories(rows: list[tuple[str, str]]) -> Mapping[str, Conditions]:
    try:
        import polars  # noqa: PLC0415
        from pycomorb import comorbidity  # noqa: PLC0415
    except ImportError as error:
        raise PackageMissingError(
            "Diagnosis codes take the package pycomorb: pip install 'optimizer[diagnoses]'. "
            "Or enter the conditions themselves."
        ) from error
    table = polars.DataFrame({"id": [row[0] for row in rows], "code": [row[1] for row in rows], "age": [0] * len(rows)})
    found = comorbidity("charlson", table, implementation="quan", return_categories=True)
    return {row["id"]: _conditions(row) for row in found.iter_rows(named=True)}


def _conditions(row: Mapping[str, object]) -> Conditions:
    """Return the conditions of a row; the package's longer names begin with its categories."""
    return frozenset(
        condition
        for category, condition in CATEGORIES.items()
        if any(name.startswith(category) and value for name, value in row.items())
    )
