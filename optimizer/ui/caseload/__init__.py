"""Caseloads: who has whom, what it takes, and who could take more."""
