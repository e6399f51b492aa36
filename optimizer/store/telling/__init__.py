"""Who was told of what, where people can be reached, and the private addresses of their calendars."""
