"""Rules of what may follow what from day to day."""
