"""Tables on sheets: how a column is declared, read cell by cell with its faults, and how values get into cells."""
