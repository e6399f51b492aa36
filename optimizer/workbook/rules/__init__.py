"""Rules as a table: which count, how, and with which limits; of a unit and of a panel alike."""
