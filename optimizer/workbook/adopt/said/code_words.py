"""What a code means, in the words that a manager writes: "off", "leave", "on call 19:00-07:00", "07:00-15:00"."""

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Shift, Window
from optimizer.staffing.facts.words import clock
from optimizer.staffing.learn.codes.written_times import window_in, written_times
from optimizer.staffing.learn.worked_days import Legend

OFF = "off"
KIND_WORDS = tuple(Kind)


def meant_by(code: str, said: str) -> Legend:
    """Return what somebody says that a code means. Raise ValueError with what could be said."""
    lowered = said.casefold().strip()
    if lowered in (OFF, "day off"):
        return Legend(off=True)
    kind, window = next((kind for kind in KIND_WORDS if lowered.startswith(kind)), None), window_in(said)
    if window is None and (written := written_times(said)):
        either = " or ".join(f"{clock(each.start)}-{_until(each)}" for each in written.windows)
        raise ValueError(f"'code {code}' is answered with '{said}', which may be {either}; write it so.")
    if kind is None and window is None:
        raise ValueError(
            f"'code {code}' is answered with off, {', '.join(KIND_WORDS)}, or times such as 07:00-19:00, not '{said}'."
        )
    return Legend(window=window, kind=kind or Kind.WORK)


def meaning_said(legend: Legend) -> str:
    """Return what a code means in words that are understood again."""
    if legend.off:
        return OFF
    times = f"{clock(legend.window.start)}-{_until(legend.window)}" if legend.window else ""
    return " ".join(part for part in (legend.kind or Kind.WORK, times) if part)


def shift_said(shift: Shift | None) -> str:
    """Return what is thought of a code in the words in which it can be said."""
    if shift is None:
        return OFF
    timed = shift.kind is not Kind.LEAVE
    return meaning_said(Legend(kind=shift.kind, window=Window(shift.start, shift.end) if timed else None))


def _until(window: Window) -> str:
    end = window.end % DAY_MINUTES
    return clock(end) if end else "24:00"
