"""What staff ask for, judged on the schedule as it stands, and decided by a manager or by the rules of the unit."""
