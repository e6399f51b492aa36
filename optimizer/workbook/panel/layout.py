"""The sheets of a panel's workbook, in their order."""

from optimizer.workbook.panel.sheets.assignment import ASSIGNMENT, BEFORE, TRAVEL
from optimizer.workbook.panel.sheets.care import CARE_PLANS, REFERRALS
from optimizer.workbook.panel.sheets.dispensing import DISPENSING
from optimizer.workbook.panel.sheets.elsewhere import ELSEWHERE
from optimizer.workbook.panel.sheets.fees import FEES
from optimizer.workbook.panel.sheets.hours import HOURS
from optimizer.workbook.panel.sheets.managers import LEAVE, LICENCES, MANAGERS
from optimizer.workbook.panel.sheets.measures import MEASURES
from optimizer.workbook.panel.sheets.medicines import DRUG_NAMES, DRUG_PAIRS, QT_LIST
from optimizer.workbook.panel.sheets.patients import EXCLUSIONS, HOUSEHOLDS, PATIENTS
from optimizer.workbook.panel.sheets.regimens import DOSES, REGIMENS
from optimizer.workbook.panel.sheets.risk import OVERRIDES, RISK
from optimizer.workbook.panel.sheets.rules import RULES
from optimizer.workbook.panel.sheets.settings import PANEL
from optimizer.workbook.panel.sheets.study import TIME_STUDY
from optimizer.workbook.table.sheet import Sheet

__all__ = [
    "ASSIGNMENT", "BEFORE", "CARE_PLANS", "DISPENSING", "DOSES", "DRUG_NAMES", "DRUG_PAIRS", "ELSEWHERE", "EXCLUSIONS",
    "FEES", "HOURS", "HOUSEHOLDS", "LEAVE", "LICENCES", "MANAGERS", "MEASURES",
    "OVERRIDES", "PANEL", "PATIENTS", "QT_LIST", "READ",
    "REFERRALS", "REGIMENS", "RISK", "RULES", "SHEETS", "TIME_STUDY", "TRAVEL",
]  # fmt: skip
SHEETS: tuple[Sheet, ...] = (
    PANEL,
    MANAGERS,
    LICENCES,
    LEAVE,
    PATIENTS,
    RISK,
    OVERRIDES,
    DISPENSING,
    DRUG_NAMES,
    QT_LIST,
    DRUG_PAIRS,
    REGIMENS,
    DOSES,
    EXCLUSIONS,
    HOUSEHOLDS,
    ELSEWHERE,
    CARE_PLANS,
    REFERRALS,
    FEES,
    TRAVEL,
    ASSIGNMENT,
    HOURS,
    TIME_STUDY,
    MEASURES,
    RULES,
)
READ = (*(sheet.title for sheet in SHEETS), BEFORE.title)
"""The titles of all sheets that are read."""
