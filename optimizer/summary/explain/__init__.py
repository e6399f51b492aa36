"""Why there is no schedule, what would make one possible, and why somebody has what they have, in sentences."""
