"""Why a unit has no schedule, and what would make one possible, each way out solved with."""
