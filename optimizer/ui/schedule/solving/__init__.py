"""A schedule solved again: what is asked for, how far it is, what came of it, and which part of that is taken."""
