"""The whole hospital on the page: opened, planned at one budget or several, and told in sums."""
