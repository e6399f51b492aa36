"""Whom or what a rule is for, in words."""

from collections.abc import Iterable

Scope = tuple[str, ...]
"""Words such as ("RN", "not Agency"): the words with "not" exclude, the others include, none at all mean everything."""

NOT = "not "


def sides(scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that include, and those that exclude."""
    wanted = frozenset(word for word in scope if not word.startswith(NOT))
    return wanted, frozenset(word.removeprefix(NOT) for word in scope if word.startswith(NOT))


def in_scope(tags: Iterable[str], scope: Scope) -> bool:
    """Tell whether something with these tags is meant by a scope."""
    tagged, (wanted, unwanted) = set(tags), sides(scope)
    return not tagged & unwanted and (not wanted or bool(tagged & wanted))
