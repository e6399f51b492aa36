"""Text from files, shown as it is: nothing in it is taken for Markdown, colours, icons or formulas."""

import re

MEANT = re.compile(r"([\\`*_{}\[\]<>()#+\-!|$:~^=.])")


def plain(text: str) -> str:
    """Return text with everything escaped that a page would take for formatting."""
    return MEANT.sub(r"\\\1", text)
