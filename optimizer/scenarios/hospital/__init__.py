"""A whole hospital: its units solved apart at prices of what they share, and its plan made whole."""
