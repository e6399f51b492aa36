"""Answers as somebody writes them: "code U" is "leave", "first day of march.xlsx" is "2026-03-01"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from optimizer.staffing.learn.lesson import About, Topic
from optimizer.workbook.adopt.said.answers import NOTHING_SAID, Answers
from optimizer.workbook.adopt.said.code_words import meaning_said, meant_by

TABLE, FIRST_DAY, CODE, PERSON = "use", "first day of", "code", "person"
NOBODY = "nobody"
YES_NO = {"yes": True, "no": False}
LESSONS = tuple(topic for topic in Topic if topic is not Topic.SHIFT)


class Saying(NamedTuple):
    """What is spoken of, and what is said of it."""

    of: str
    said: str


def with_said(answers: Answers, sayings: Iterable[Saying]) -> Answers:
    """Return answers with more said. Raise ValueError with every saying that cannot be understood."""
    faults = []
    for saying in sayings:
        try:
            answers = _with(answers, saying)
        except ValueError as error:
            faults.append(str(error))
    if faults:
        raise ValueError("\n".join(faults))
    return answers


def _with(answers: Answers, saying: Saying) -> Answers:
    of, said = saying.of.strip(), saying.said.strip()
    if what := _after(of, TABLE):
        return replace(answers, tables={**answers.tables, what: _yes_or_no(of, said)})
    if what := _after(of, FIRST_DAY):
        return replace(answers, first_days={**answers.first_days, what: _day(of, said)})
    if what := _after(of, CODE):
        return replace(answers, codes={**answers.codes, what: meant_by(what, said)})
    if what := _after(of, PERSON):
        return replace(answers, people={**answers.people, what: None if said == NOBODY else said})
    return replace(answers, lessons={**answers.lessons, _lesson(of): said})


def _after(of: str, start: str) -> str:
    return of[len(start) :].strip() if of.startswith(f"{start} ") else ""


def _lesson(of: str) -> About:
    for topic in LESSONS:
        if of == topic or of.startswith(f"{topic} "):
            return About(topic, of[len(topic) :].strip())
    known = ", ".join((TABLE, FIRST_DAY, CODE, PERSON, *LESSONS))
    raise ValueError(f"'{of}' speaks of nothing that can be answered; begin with one of {known}.")


def _yes_or_no(of: str, said: str) -> bool:
    if said.casefold() not in YES_NO:
        raise ValueError(f"'{of}' is answered with yes or no, not with '{said}'.")
    return YES_NO[said.casefold()]


def _day(of: str, said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValueError(f"'{of}' is answered with a day such as 2026-03-01, not with '{said}'.") from None


def sayings_of(answers: Answers) -> Iterator[Saying]:
    """Yield all that was said, in words that are understood again."""
    for of, counts in answers.tables.items():
        yield Saying(f"{TABLE} {of}", "yes" if counts else "no")
    for of, day in answers.first_days.items():
        yield Saying(f"{FIRST_DAY} {of}", day.isoformat())
    for of, legend in answers.codes.items():
        yield Saying(f"{CODE} {of}", meaning_said(legend))
    for of, name in answers.people.items():
        yield Saying(f"{PERSON} {of}", name or NOBODY)
    for about, said in answers.lessons.items():
        yield Saying(of_lesson(about), said)


def of_lesson(about: About) -> str:
    """Return how something learned is spoken of."""
    return f"{about.topic} {about.what}".strip()


def answers_of(said: Mapping[str, str]) -> Answers:
    """Return the answers that words say. Raise ValueError with every one that cannot be understood."""
    return with_said(NOTHING_SAID, (Saying(*each) for each in said.items()))
