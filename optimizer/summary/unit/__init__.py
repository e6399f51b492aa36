"""What a unit has, needs, owes and spends."""
