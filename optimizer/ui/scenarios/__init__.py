"""What would be different: scenarios side by side, what a budget buys, what a nurse is worth."""
