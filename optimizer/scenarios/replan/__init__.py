"""The day changes: who can come, who goes home, and the schedule mended with the fewest changes.

It stands here and not in the engine, since it asks both for exact solves and what an edit comes to in words and cents.
"""
