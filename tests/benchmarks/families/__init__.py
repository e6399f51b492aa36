"""Readers of public instance families: each turns a file into a unit and a policy of the product."""
