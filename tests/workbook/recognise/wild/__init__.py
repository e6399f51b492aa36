"""Invented rosters of every kind and language that hospitals have, each with what should be understood of it."""
