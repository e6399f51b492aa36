"""The dates of a layout moved on to a new period: header, weekdays, titles, as they are written there."""
