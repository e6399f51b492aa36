"""Text from files, shown as it is: nothing in it is taken for Markdown, colours, icons, links or formulas."""

import re

MEANT = re.compile(r"([\\`*_{}\[\]<>()#+\-!|$:~^=.])")
LINKED = re.compile(r"(https?:(?=//)|www(?=\.)|@)", re.IGNORECASE)
"""What a page makes links of, however it is escaped."""
APART = "\u2060"
"""A character that nobody sees, and that no link has."""


def plain(text: str) -> str:
    """Return text with everything escaped that a page would take for formatting, and with nothing it would link."""
    return MEANT.sub(r"\\\1", LINKED.sub(rf"\1{APART}", text))
