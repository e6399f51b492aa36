"""Whom or what a rule is for, in words."""

from collections.abc import Iterable

Scope = tuple[str, ...]
"""Words such as ("RN", "not Agency"): the words with "not" exclude, the others include, none at all mean everything."""

NOT = "not "


def in_scope(tags: Iterable[str], scope: Scope) -> bool:
    """Tell whether something with these tags is meant by a scope."""
    tagged = set(tags)
    unwanted = {word.removeprefix(NOT) for word in scope if word.startswith(NOT)}
    wanted = {word for word in scope if not word.startswith(NOT)}
    return not tagged & unwanted and (not wanted or bool(tagged & wanted))
