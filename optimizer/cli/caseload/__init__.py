"""The commands about a panel and its caseloads."""
