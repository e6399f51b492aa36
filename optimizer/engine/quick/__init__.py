"""Makes a whole plan within moments, however large, and betters it for as long as there is time."""
