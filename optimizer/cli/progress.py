"""How a search is watched and stopped from the command line."""

import signal
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

import click

from optimizer.engine.outcome import Progress
from optimizer.planning.words import percent, points, told_gap

T = TypeVar("T")


def in_thread(work: Callable[[], T]) -> T:
    """Run work beside this thread, which stays free to hear Ctrl-C."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if errors:
        raise errors[0]
    return results[0]


class Interruptible:
    """Turns Ctrl-C into a wish to stop, while it lasts."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def __enter__(self) -> None:
        self._usual = signal.signal(signal.SIGINT, lambda *_: self._stop.set())

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._usual)


class ProgressLine:
    """Shows the best cost, the bound and the gap as they improve: one line on a terminal, a line a second elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._last, self._shown = 0.0, ""

    def show(self, progress: Progress) -> None:
        """Show how far the search is."""
        if self._quiet:
            return
        best, gap = "none yet", ""
        if progress.cost is not None:
            best = points(progress.cost)
            gap = f"   gap {percent(told_gap(max(0, progress.cost - progress.bound) / max(1, progress.cost)) or 0.0)}"
        self._shown = f"{progress.seconds:6.1f} s   best {best}   no fewer than {points(progress.bound)}{gap}"
        if self._terminal:
            click.echo(f"\r\033[K{self._shown}", nl=False, err=True)
        elif progress.seconds - self._last >= 1:
            self._last = progress.seconds
            click.echo(self._shown, err=True)

    def end(self) -> None:
        """Leave the last line standing."""
        if self._shown:
            click.echo("" if self._terminal else self._shown, err=True)
        self._last, self._shown = 0.0, ""

    def tell(self, sentence: str) -> None:
        """Say a sentence."""
        if not self._quiet:
            click.echo(sentence, err=True)
