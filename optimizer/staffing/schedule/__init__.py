"""Schedules of a unit: what they come to, how two differ, and how one leads to the next."""
