"""What is published, for whom, and what was done when."""
