"""Which days stand beside each other on a page: all, or else whole weeks, so that no day is cut off."""

from datetime import date


def chunks(days: tuple[date, ...], most: int) -> list[tuple[date, ...]]:
    """Return days in few parts, each of up to so many days and cut before Mondays where that is possible."""
    parts, rest = [], days
    while len(rest) > most:
        mondays = [place for place in range(1, most + 1) if rest[place].weekday() == 0]
        cut = mondays[-1] if mondays else most
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [*parts, rest] if rest else parts
