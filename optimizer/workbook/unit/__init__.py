"""A unit's workbook: its sheets, read and written."""
