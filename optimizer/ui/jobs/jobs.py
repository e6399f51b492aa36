"""The jobs of every draft: one at a time for each, and what is left of those that are over."""

import logging
import os
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from optimizer.ui.frame.draft_desk import AnyDesk
from optimizer.ui.jobs.job import Job
from optimizer.ui.parts.times import clock

LOG = logging.getLogger(__name__)
J = TypeVar("J", bound=Job[Any])


class Key(NamedTuple):
    """Which draft of which store a job is for, or what else ``of`` says that its number counts, and the kind of job."""

    store: str
    draft: int
    kind: str
    of: str = "draft"

    @property
    def subject(self) -> tuple[str, int, str]:
        """Return what has one job at a time."""
        return self.store, self.draft, self.of


class BusyError(Exception):
    """Raised with a sentence when a draft has a job already."""


class Jobs:
    """The jobs of every draft, for all sessions; the last of each kind stays until it is forgotten or replaced."""

    def __init__(self) -> None:
        self._jobs: dict[Key, Job[Any]] = {}
        self._lock = threading.Lock()

    def start(self, key: Key, make: Callable[[], J]) -> J:
        """Start a job. Raise BusyError when any job of its draft is under way."""
        with self._lock:
            if busy := self._running(key):
                raise BusyError(
                    f"{busy.begun.by} began a search of this {key.of} at {clock(busy.begun.at)}; "
                    "wait until it is done, or stop it first."
                )
            job = self._jobs[key] = make()
        _log_begin(key, job)
        return job

    def of(self, key: Key) -> Job[Any] | None:
        """Return the newest job of a draft and kind, under way or done."""
        with self._lock:
            return self._jobs.get(key)

    def running(self, key: Key) -> Job[Any] | None:
        """Return the job of a key's draft, of whatever kind, that is under way."""
        with self._lock:
            return self._running(key)

    def forget(self, key: Key) -> None:
        """Let go of a job that is over, with all that it found."""
        with self._lock:
            if key in self._jobs and not self._jobs[key].running:
                del self._jobs[key]

    def _running(self, key: Key) -> Job[Any] | None:
        return next((job for other, job in self._jobs.items() if other.subject == key.subject and job.running), None)


def key_of(desk: AnyDesk, kind: str) -> Key:
    """Return the key of a kind of job for the draft that is open."""
    return Key(desk.address, desk.draft.id, kind)


@st.cache_resource(show_spinner=False)
def jobs() -> Jobs:
    """Return the jobs of this server, which outlive any session."""
    return Jobs()


def workers() -> int:
    """Return with how many processors a job works, so that one is left for the pages."""
    return max(1, (os.cpu_count() or 1) - 1)


def _log_begin(key: Key, job: Job[Any]) -> None:
    begun = job.begun
    of = (key.kind, key.of, key.draft, begun.version, begun.by)
    LOG.info("Job %d began: %s of %s %d, version %d, for %s.", job.number, *of)
