"""The schedule on paper: as PDF, to hang on the wall."""
