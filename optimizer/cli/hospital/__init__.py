"""The commands for a whole hospital."""
