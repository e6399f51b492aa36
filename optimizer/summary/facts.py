"""The form that all summaries share."""

Facts = list[tuple[str, str]]
"""Names and values, in the order in which people read them."""
