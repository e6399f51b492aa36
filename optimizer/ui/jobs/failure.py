"""What went wrong in a job: a sentence for whoever waits, and for the log where, without a word of the data."""

from dataclasses import dataclass
from traceback import walk_tb


@dataclass(frozen=True, slots=True)
class Failure:
    """``sentence`` may tell names, so it is for the page alone; ``trace`` is for the log."""

    sentence: str
    trace: str


def failure_of(error: BaseException) -> Failure:
    """Return what an exception is told as."""
    return Failure(f"It could not be done: {str(error) or type(error).__name__}", traced(error))


def traced(error: BaseException) -> str:
    """Return an exception's type and the functions that it came through, those of its causes first.

    Its message is left out: it may tell a person's name, the text of a cell or the name of a file.
    """
    own = "\n".join((type(error).__qualname__, *_frames(error)))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return own if cause is None else f"{traced(cause)}\nand from it {own}"


def _frames(error: BaseException) -> list[str]:
    return [
        f"  {frame.f_globals.get('__name__', 'a module')}, line {line}, in {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
