"""What is written for people to read, print or take along, and is not read back."""
