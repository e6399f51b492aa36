"""Whole hospitals as the store keeps them: their workbooks, and the plans of all units at once."""
