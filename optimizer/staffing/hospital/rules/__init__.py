"""What is asked of a pool and of a whole hospital beyond the rules of its units."""
