"""What a schedule comes to, what is wrong with it, and what could be done."""
