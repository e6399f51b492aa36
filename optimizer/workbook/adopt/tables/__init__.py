"""The tables of several files: on which days they are, what for, and what became of their cells."""
