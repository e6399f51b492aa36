"""What everyone bore and got over the periods, and how evenly."""
