"""Commands for the day that changes, and for how robust a schedule is."""
