"""Small inputs from public reports, each with what is right: one table for each kind, in a file named for it."""
