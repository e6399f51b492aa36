"""The commands about a unit and its workbook."""
