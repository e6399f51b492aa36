"""The words that rosters are written in: weekdays and months of all languages, titles of columns, labels of rows."""
