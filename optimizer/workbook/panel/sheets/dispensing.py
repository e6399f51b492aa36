"""The sheet Dispensing: what pharmacies dispensed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.claim_status import claim_status
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, WITHIN_TEN_YEARS, as_it_is, numbers_in, plain, wholes
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet

DRUG = Column(
    "Drug",
    "The ingredient, several with / between; or the text of the label, or the brand. Empty where a code tells it.",
    TEXT,
    "drug",
    width=24,
    also=(
        "drug name",
        "medication",
        "medication name",
        "medicine",
        "product name",
        "label",
        "label name",
        "drug label",
        "drug description",
        "ndc description",
        "generic name",
        "brand name",
        "dispensed drug",
        "drug label name",
        "medication description",
        "prod nm",
        "order",
        "medication codeable concept text",
    ),
)
NDC = Column(
    "NDC",
    "The product's code, eleven digits or with hyphens. Zeros that were dropped before it are put back.",
    TEXT,
    "ndc",
    width=14,
    also=(
        "ndc11",
        "ndc-11",
        "ndc 11",
        "ndc code",
        "ndc number",
        "national drug code",
        "product ndc",
        "package ndc",
        "product id",
        "product service id",
        "product/service id",
        "prod srvc id",
        "407-d7",
    ),
)
ATC = Column(
    "ATC", "The substance's code, such as C10AA01.", TEXT, "atc", width=10, also=("atc code", "atc5", "atc-code")
)
NAMES = (DRUG, NDC, ATC)
"""What tells which medicine it was; a row has one of them."""
DISPENSING = Sheet(
    "Dispensing",
    "What pharmacies dispensed, one fill a row. It supports decisions and advises no treatment.",
    (
        Column(
            "Patient",
            "The patient's id.",
            Codec(PanelSource.patient, as_it_is),
            "patient",
            required=True,
            width=11,
            also=(
                "patient id",
                "member id",
                "member",
                "subscriber id",
                "beneficiary id",
                "desynpuf id",
                "mrn",
                "patient mrn",
                "pat mrn id",
                "pt id",
                "cardholder id",
            ),
        ),
        Column(
            "Filled",
            "The day.",
            WITHIN_TEN_YEARS,
            "filled",
            required=True,
            also=(
                "date of service",
                "service date",
                "dos",
                "srvc dt",
                "fill date",
                "date filled",
                "filled date",
                "dispense date",
                "date dispensed",
                "dispensed",
                "dispensed on",
                "fill dt",
                "svc dt",
                "dispense date time",
                "when handed over",
                "dispensed date",
                "rx date",
                "401-d1",
            ),
        ),
        DRUG,
        Column(
            "Class",
            "By whatever system your data use, several with semicolons between.",
            TEXT,
            "group",
            width=24,
            also=("drug class", "therapeutic class", "pharm class", "pharm classes", "pharmacologic class", "epc"),
        ),
        Column(
            "Days supply",
            "Whole days. Below nothing it takes a fill back.",
            wholes(-400, 400),
            "days",
            required=True,
            width=9,
            also=(
                "day supply",
                "days' supply",
                "day's supply",
                "days of supply",
                "supply days",
                "days supply value",
                "days suply num",
                "405-d5",
            ),
        ),
        Column(
            "Quantity",
            "Of units dispensed. Below nothing it takes a fill back.",
            numbers_in(1000, -1_000_000, 1_000_000),
            "quantity",
            width=9,
            also=(
                "quantity dispensed",
                "dispensed quantity",
                "qty",
                "qty dispensed",
                "dispensed qty",
                "dispense qty",
                "qty dspnsd num",
                "442-e7",
            ),
        ),
        Column(
            "Prescriber",
            "Any number that tells them apart, such as the NPI.",
            TEXT,
            "prescriber",
            also=("npi", "prescriber npi", "prescribing npi", "prescriber id", "prscrbr id", "411-db"),
        ),
        Column(
            "Pharmacy",
            "Any number that tells them apart.",
            TEXT,
            "pharmacy",
            also=("pharmacy id", "pharmacy npi", "ncpdp", "ncpdp id", "nabp", "service provider id", "201-b1"),
        ),
        Column(
            "Prescription",
            "Its number.",
            TEXT,
            "prescription",
            also=("rx number", "rx no", "rx #", "rx", "rx nbr", "prescription number", "prescription no", "402-d2"),
        ),
        Column(
            "Form",
            "Such as tablet or tablet ER.",
            TEXT,
            "form",
            width=14,
            also=("dosage form", "dose form", "drug form", "form description"),
        ),
        Column(
            "Status",
            "paid (also when empty), reversed or reversal, or as claims write it, such as P or B2.",
            plain(claim_status),
            "status",
            width=10,
            choices=tuple(FillStatus),
            cell=lambda fill: "" if fill.status is FillStatus.PAID else fill.status,
            also=(
                "claim status",
                "claim type",
                "adjudication status",
                "transaction code",
                "transaction type",
                "103-a3",
            ),
        ),
        NDC,
        ATC,
        Column(
            "Route",
            "Such as oral or topical. What is for eye, ear or skin is not looked at, and told.",
            TEXT,
            "route",
            also=("route of administration", "administration route", "route code"),
        ),
    ),
    of=Fill,
)


def read_fills(source: PanelSource) -> Mapping[str, tuple[Fill, ...]]:
    """Return what pharmacies dispensed, by patient."""
    found: dict[str, list[Fill]] = defaultdict(list)
    for row in source.rows(DISPENSING):
        facts = row.facts()
        told = next((column for column in NAMES if column.field in facts), None)
        if told is None and row.ok:
            row.fault(DRUG, "there is neither a drug nor a code", "write its name, its NDC or its ATC code")
        if row.ok and told is not None:
            fill = _upright(Fill(**{"drug": "", "group": "", **facts}, place=row.place(told)))
            found[fill.patient].append(fill)
    return {who: tuple(fills) for who, fills in found.items()}


def _upright(fill: Fill) -> Fill:
    """Return a fill of fewer than no days or units as what takes another one back."""
    if fill.days >= 0 and fill.quantity >= 0:
        return fill
    return replace(fill, days=abs(fill.days), quantity=abs(fill.quantity), status=FillStatus.REVERSAL)


def fill_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield what pharmacies dispensed, by the order of patients."""
    return (DISPENSING.line(fill) for each in panel.patients for fill in panel.fills.get(each.id, ()))
