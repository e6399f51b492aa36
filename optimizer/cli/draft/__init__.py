"""The commands of the store: drafts, publications, the audit."""
