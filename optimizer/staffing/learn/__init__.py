"""What a roster does not say, inferred from what people worked: the unit, and the rules that its past obeys."""
