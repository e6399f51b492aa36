"""A wish to stop that is also there when somebody else has it."""

import threading


class Either(threading.Event):
    """An event that is set, too, when another one is."""

    def __init__(self, other: threading.Event | None) -> None:
        super().__init__()
        self._other = other

    def is_set(self) -> bool:
        """Tell whether either is set."""
        return super().is_set() or (self._other is not None and self._other.is_set())
