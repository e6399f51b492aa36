"""The frame around every page: who is there, what they may see, and what the pages work with."""
