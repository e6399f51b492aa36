"""Which people do the same job: as stated, or by what their names in the roster have in common."""

import re
from collections import Counter
from collections.abc import Iterator

from optimizer.staffing.learn.evidence import of_all
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.worked_days import Rostered, WorkedDays

NURSE = "Nurse"
"""What everybody is taken for where nothing tells jobs apart."""
TITLED = re.compile(r"([^\W\d_][\w .-]*?)[ _.-]*\d+")
"""A name that is a job and a number, such as "Nurse 7"."""


def job_lessons(roster: WorkedDays) -> Iterator[Lesson[str]]:
    """Yield everybody's job, which is also their main role."""
    titles = Counter(title for person in roster.people if (title := _title(person)))
    for person in roster.people:
        yield _job(person, titles, len(roster.people))


def _job(person: Rostered, titles: Counter[str], everybody: int) -> Lesson[str]:
    about, title = About(Topic.JOB, person.id), _title(person)
    if person.job:
        return Lesson(about, person.job, f"The roster says that {person.name} is {person.job}.", Basis.STATED, 1.0)
    if titles[title] > 1:
        shared = f"{of_all(titles[title], everybody, 'names')} are {title} and a number."
        return Lesson(about, title, shared, Basis.GUESSED, 0.9)
    return Lesson(about, NURSE, "Nothing tells people's jobs apart.", Basis.GUESSED, 0.3)


def _title(person: Rostered) -> str:
    match = TITLED.fullmatch(person.name.strip())
    return match[1].strip().capitalize() if match else ""
