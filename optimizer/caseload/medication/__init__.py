"""What the pharmacy dispensed, and what that asks of a case manager. It informs; it advises no treatment."""
