"""Rules of hours, duties and money over a stretch of time."""
