"""A roster of any make, confirmed: drawn as it is with what was understood, a few questions, and then its unit."""
