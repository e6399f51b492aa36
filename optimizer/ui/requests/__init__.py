"""Requests: what staff ask for, decided by whoever plans; and the rules by which they ask."""
