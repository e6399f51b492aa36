"""Rules that the past obeys, judged by the rules themselves."""
