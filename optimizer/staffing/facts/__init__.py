"""The facts of a unit: its people, shifts, calendar, what it needs and what was asked."""
