"""Asks as people read them."""

from datetime import date

from optimizer.planning.pair import Plan
from optimizer.planning.words import on
from optimizer.staffing.asks.ask import Ask, AskKind, Wanted
from optimizer.staffing.facts.request import Wish


def wanted_said(ask: Ask) -> str:
    """Return what somebody asks for without their name: "off Mon 7 Dec to Wed 9 Dec", "D on Mon 7 Dec"."""
    wanted = ask.wanted
    days = days_said(wanted.first, wanted.last)
    if ask.kind is AskKind.SWAP:
        return f"swap: {duties_said(wanted.gives)} for {duties_said(wanted.gets)}"
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


def duties_said(pairs: Plan) -> str:
    """Return duties in order: "D as RN on Mon 7 Dec and N as Charge on Tue 8 Dec", "nothing" for none."""
    return " and ".join(f"{duty.shift} as {duty.role} on {on(duty.day)}" for _, duty in sorted(pairs)) or "nothing"
