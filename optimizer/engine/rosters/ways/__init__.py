"""What each person can do: which laws a graph follows, what is counted beside it, what is built within the rest."""
