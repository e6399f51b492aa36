"""What things come to, in lines for people and in values for machines."""
