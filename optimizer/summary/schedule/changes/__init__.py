"""What differs between two schedules, in words and for each person."""
