"""The facts of a draft: imported, shown as tables, typed into and saved."""
