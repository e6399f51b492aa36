"""How work with patients went, month by month: measures, what was noted of them, and how they stand."""
