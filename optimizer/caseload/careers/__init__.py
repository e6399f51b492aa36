"""Who may sit for which certificate when, and what it would open."""
