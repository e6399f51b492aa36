"""The database: where it is, its tables and their versions, and copies of all of it."""
