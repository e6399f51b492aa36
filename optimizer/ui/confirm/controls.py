"""Controls that answer a question: what they show, and what they say as the session keeps it.

What is said is read from the state of the session, so that a click on a button that follows an answer finds it there.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from optimizer.staffing.learn.codes.written_times import window_in
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.adopted import Choice, OpenQuestion
from optimizer.workbook.adopt.said.sayings import CODE, PERSON, Saying

TIMED = ("work", "on call", "education")
"""Meanings of codes that have times."""
TIMES = "07:00-15:00"
"""How times are written."""
WIDE = 560
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Control(ABC):
    """What answers one question; ``key`` begins the names under which the session keeps its state."""

    question: OpenQuestion
    key: str

    @abstractmethod
    def draw(self, asked: str) -> None:
        """Draw the question with what answers it."""

    @abstractmethod
    def says(self) -> Sequence[Saying]:
        """Return what is said now."""

    def said(self) -> tuple[Saying, ...]:
        """Return what is said now that does not hold anyway; names that nearly match are one only if it is said."""
        likeliest = self.question.likeliest.says
        return tuple(each for each in self.says() if each not in likeliest or each.of.startswith(f"{PERSON} "))

    def _kept(self, usual: Any, more: str = "") -> Any:
        return st.session_state.get(f"{self.key}{more}", usual)


class DayControl(Control):
    """Asks for a day."""

    @property
    def _likeliest(self) -> Saying:
        return self.question.likeliest.says[0]

    def draw(self, asked: str) -> None:
        """Draw a calendar."""
        day = date.fromisoformat(self._likeliest.said)
        st.date_input(plain(asked), day, min_value=EARLIEST, max_value=LATEST, key=self.key, width=WIDE)

    def says(self) -> Sequence[Saying]:
        """Return the day."""
        return [Saying(self._likeliest.of, str(self._kept(self._likeliest.said)))]


class ListControl(Control):
    """Asks for one of some choices."""

    @property
    def _texts(self) -> Sequence[str]:
        return [choice.text for choice in self.question.choices]

    def draw(self, asked: str) -> None:
        """Draw a list."""
        texts = self._texts
        st.selectbox(plain(asked), range(len(texts)), format_func=texts.__getitem__, key=self.key, width=WIDE)

    def says(self) -> Sequence[Saying]:
        """Return what the choice says."""
        return self._chosen.says

    @property
    def _chosen(self) -> Choice:
        chosen: Choice = self.question.choices[self._kept(0)]
        return chosen


class CodeControl(ListControl):
    """Asks what a code means and, where it is worked, from when to when."""

    @property
    def _texts(self) -> Sequence[str]:
        return [halves(choice.text)[0] for choice in self.question.choices]

    @property
    def _times_key(self) -> str:
        return f" times {self._kept(0)}"

    def draw(self, asked: str) -> None:
        """Draw a list of meanings, and a field for times beside it."""
        with st.container(horizontal=True, vertical_alignment="bottom"):
            super().draw(asked)
            kind, times = halves(self._chosen.text)
            if kind in TIMED:
                st.text_input("From and to", times, key=f"{self.key}{self._times_key}", placeholder=TIMES, width=160)

    def says(self) -> Sequence[Saying]:
        """Return the meaning with its times."""
        kind, times = halves(self._chosen.text)
        if kind not in TIMED:
            return super().says()
        return [timed(self.question.of, kind, self._kept(times, self._times_key))]


class TimesControl(Control):
    """Asks from when to when several codes are."""

    def draw(self, asked: str) -> None:
        """Draw a field for each code."""
        st.text(asked)
        with st.container(horizontal=True):
            for saying in self.question.likeliest.says:
                label, times = saying.of.removeprefix(f"{CODE} "), halves(saying.said)[1]
                st.text_input(plain(label), times, key=f"{self.key} {saying.of}", placeholder=TIMES, width=160)

    def says(self) -> Sequence[Saying]:
        """Return every code with its times."""
        return [self._of(saying) for saying in self.question.likeliest.says]

    def _of(self, saying: Saying) -> Saying:
        kind, times = halves(saying.said)
        return timed(saying.of, kind, self._kept(times, f" {saying.of}"))


def timed(of: str, kind: str, times: str) -> Saying:
    """Return what a meaning with times says; times that are none stand alone, so that they are not understood."""
    return Saying(of, f"{kind} {times}".strip() if not times.strip() or window_in(times) else times)


def halves(text: str) -> tuple[str, str]:
    """Return a meaning and its times: "work", "07:00-15:00"; "" where it has none."""
    words = text.rsplit(" ", 1)
    if words[-1][:1].isdigit():
        return " ".join(words[:-1]), words[-1]
    return text, ""
