"""Patients and case managers: how ill and how complicated, which medicines, how much work, how much time there is."""
