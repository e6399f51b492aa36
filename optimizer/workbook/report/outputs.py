"""The titles of the sheets that we write and nobody reads back."""

READ_ME, SUMMARY = "Read me", "Summary"
FINDINGS, HOURS, COST, SOURCES, BUDGETED = "Findings", "Hours", "Cost", "Need sources", "Budget report"
UNIT_OUTPUTS = (READ_ME, SUMMARY, FINDINGS, HOURS, COST, SOURCES, BUDGETED)
CASELOADS, TRANSFERS, UNPLACED = "Caseloads", "Transfers", "Unplaced"
WORKLIST, TIERS, BASELINES, ENDS = "Worklist", "Tiers", "Baselines", "Ends ahead"
PANEL_OUTPUTS = (READ_ME, SUMMARY, CASELOADS, TRANSFERS, UNPLACED, WORKLIST, TIERS, BASELINES, ENDS)
