"""Any roster to a proposal of what it holds: found by evidence that adds up, with a reason for everything."""
