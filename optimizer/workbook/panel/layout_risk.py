"""The sheets from which tiers are computed: risk, tiers set by hand, and what pharmacies dispensed."""

from optimizer.caseload.medication.fill import FillStatus
from optimizer.workbook.table.sheet import Column, Sheet

YES_NO = ("yes", "no")
NONE = "none"
RISK = Sheet(
    "Risk",
    "What is known of each patient's risk, one row a patient. What is empty is not known, and is said to be.",
    (
        Column("Patient", "The patient's id.", True, 11),
        Column("Age", "In years.", width=7),
        Column(
            "Conditions", "With semicolons between, in the words of the template; none when there are none.", width=44
        ),
        Column("Diagnoses", "Codes of ICD-10 with commas between, added to the conditions.", width=20),
        Column("Emergency visits", "In six months, without that of the last stay.", width=11),
        Column("Admissions", "In twelve months, without the last stay.", width=11),
        Column("Social needs", "How many.", width=8),
        Column("Risk adjustment", "The CMS-HCC factor, such as 1.25.", width=11),
        Column("INTERMED", "The total, as somebody licensed found it.", width=10),
        Column(
            "Circumstances",
            "With semicolons between: mental health or substance use crisis; no home; transition to hospice; "
            "transplant; newborn from intensive care.",
            width=24,
        ),
        Column("Days in hospital", "Of the last stay.", width=9),
        Column("Urgent", "Was it an urgent admission?", width=8, choices=YES_NO),
        Column("Hemoglobin", "At discharge, in g/dL.", width=11),
        Column("Sodium", "At discharge, in mmol/L.", width=8),
        Column("Oncology", "Was it a discharge from oncology?", width=9, choices=YES_NO),
        Column(
            "Active cancer",
            "A cancer diagnosis, for the simplified score; a cancer among the conditions is one.",
            width=9,
            choices=YES_NO,
        ),
        Column("Procedure", "Was there one during the stay?", width=10, choices=YES_NO),
        Column("Visit booked", "Is a primary care visit booked after it?", width=9, choices=YES_NO),
    ),
)
OVERRIDES = Sheet(
    "Overrides",
    "Tiers set by hand.",
    (
        Column("Patient", "The patient's id.", True, 11),
        Column("Tier", "1 to 5.", True, 7),
        Column("Reason", "In words.", True, 44),
        Column("Expires", "Last day on which it counts.", True, 12),
    ),
)
DISPENSING = Sheet(
    "Dispensing",
    "What pharmacies dispensed, one fill a row. It supports decisions and advises no treatment.",
    (
        Column("Patient", "The patient's id.", True, 11),
        Column("Filled", "The day.", True, 12),
        Column("Drug", "The ingredient; several with / between.", True, 24),
        Column("Class", "By whatever system your data use.", width=24),
        Column("Days supply", "Whole days.", True, 9),
        Column("Quantity", "Of units dispensed.", width=9),
        Column("Prescriber", "Any number that tells them apart.", width=12),
        Column("Pharmacy", "Any number that tells them apart.", width=12),
        Column("Prescription", "Its number.", width=12),
        Column("Form", "Such as tablet or tablet ER.", width=14),
        Column("Status", "paid (also when empty), reversed or reversal.", width=10, choices=tuple(FillStatus)),
    ),
)
