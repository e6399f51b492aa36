"""Who people are: their jobs, hours, shifts, and who leads."""
