"""What a file itself says of its codes, and what they mean by that and by custom."""
