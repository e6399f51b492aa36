"""Shift schedules for a nursing unit: its people, shifts, needs and calendar, and the rules over them."""
