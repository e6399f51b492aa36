"""Rules of fairness and of what people want."""
