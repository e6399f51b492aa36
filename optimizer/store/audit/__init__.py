"""The audit: who did what and when, sealed, and how tampering is found."""
