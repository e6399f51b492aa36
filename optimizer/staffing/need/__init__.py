"""How many people patients take, and how a need is met."""
