"""Asks as people read them."""

from datetime import date

from optimizer.planning.words import on
from optimizer.staffing.asks.ask import Ask, AskKind, Wanted
from optimizer.staffing.facts.request import Wish


def wanted_said(ask: Ask) -> str:
    """Return what somebody asks for without their name: "off Mon 7 Dec to Wed 9 Dec", "D on Mon 7 Dec"."""
    wanted = ask.wanted
    days = days_said(wanted.first, wanted.last)
    if ask.kind is AskKind.SWAP:
        return f"swap: {_duties(wanted, given=True)} for {_duties(wanted, given=False)}"
    if ask.kind is AskKind.CALL_OUT:
        return f"out sick {days}"
    if ask.kind is AskKind.PREFERENCE:
        return f"{_preference(wanted)} {days}"
    return f"off {days}" if ask.kind is AskKind.TIME_OFF else f"{wanted.shift} as {wanted.role} on {days}"


def days_said(first: date, last: date) -> str:
    """Return some days in a row: "Mon 7 Dec", or "Mon 7 Dec to Wed 9 Dec"."""
    return on(first) if first == last else f"{on(first)} to {on(last)}"


def _preference(wanted: Wanted) -> str:
    if wanted.wish is Wish.ON:
        return f"rather work {wanted.shift}".rstrip()
    return f"rather not {wanted.shift}" if wanted.shift else "rather off"


def _duties(wanted: Wanted, *, given: bool) -> str:
    pairs = sorted(wanted.gives if given else wanted.gets)
    return " and ".join(f"{pair.what.shift} on {on(pair.what.day)}" for pair in pairs) or "nothing"
