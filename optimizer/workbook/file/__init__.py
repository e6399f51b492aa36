"""A workbook as a file: what it is before it is opened, whether it is safe to open, and how it is saved."""
