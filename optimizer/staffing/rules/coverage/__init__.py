"""Rules of coverage: who must be there together."""
