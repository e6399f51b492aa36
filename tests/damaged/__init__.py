"""Damaged and random rosters, and what becomes of them when they are recognised."""
