"""Rules of weekends."""
