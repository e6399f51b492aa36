"""A hospital as a folder: a workbook for every unit and for the pool, and one for what they share."""
