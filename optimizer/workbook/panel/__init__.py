"""A panel's workbook: its sheets, read and written."""
