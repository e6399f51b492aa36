"""Staffing and scheduling for nursing: shift schedules that obey the rules, with proof of how good they are."""
