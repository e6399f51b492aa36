"""The log tells of pages and jobs by ids: no name, no credential, no text of a cell, no file, no password."""

import logging
import re
import sys
from dataclasses import dataclass

import pytest

from optimizer.engine.outcome import Outcome
from optimizer.scenarios.resolve import Resolve
from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.log import FORM, OURS, to_standard_error
from optimizer.ui.jobs.failure import traced
from optimizer.ui.jobs.job import Begun, Job
from optimizer.ui.jobs.jobs import Jobs, key_of
from optimizer.ui.schedule.solving.solve_job import SolveJob
from tests.ui.apps import MANAGER, app_as, at_page, open_store, solved_small
from tests.ui.orders import Die

PAGES = ("schedule", "staff-and-credentials", "requests", "publish-and-history", "compliance-and-reviews-due")


@dataclass(frozen=True)
class Gossip:
    """Fails with a sentence that tells all that a log must not, and had a cause that did, too."""

    words: str

    def __call__(self, tell, stop):
        try:
            raise KeyError(self.words)
        except KeyError as error:
            raise ValueError(f"roster of {self.words}.xlsx") from error


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.INFO, "optimizer")
    return caplog


def secrets_of(unit):
    """Return all that the sample tells of its people but ids: names, parts of names, credentials, pay classes."""
    names = {part for staff in unit.staff for part in (staff.name, *re.split(r"[ ,]+", staff.name)) if len(part) > 2}
    held = {credential for staff in unit.staff for credential in staff.credentials}
    return names | held | {staff.pay_class for staff in unit.staff if staff.pay_class}


def told(text, words):
    return sorted(word for word in words if re.search(rf"\b{re.escape(word)}\b", text))


def test_pages_and_jobs_are_told_of_by_ids_alone(tmp_path, log, capfd):
    store, draft = open_store(tmp_path, "small", solved_small())
    app = app_as("manager", "m1")
    for page in PAGES:
        assert not at_page(app, page).exception
    desk = Desk(MANAGER, store, drafts(store, MANAGER)[0])
    key, begun, people = key_of(desk, "solve"), Begun("m1", desk.version, "Fewer Nguyen"), desk.unit.staff
    jobs, order = Jobs(), Resolve(desk.unit, desk.policy, desk.plan, seconds=3, workers=1)
    solved = jobs.start(key, lambda: SolveJob(order, begun))
    assert solved.wait(120) and isinstance(solved.result, Outcome)
    failed = jobs.start(key, lambda: Job(Gossip(people[0].name), begun))
    assert failed.wait(60) and people[0].name in failed.problem
    assert jobs.start(key, lambda: Job(Die(), begun)).wait(60)

    text = "\n".join((log.text, *capfd.readouterr()))
    assert f"m1 (manager) opened the page schedule.schedule of draft {draft}." in text
    assert f"Job {solved.number} began: solve of draft {draft}, version {begun.version}, for m1." in text
    assert f"Job {solved.number} ended after" in text
    assert f"Job {failed.number} failed: KeyError" in text and "and from it ValueError" in text
    assert f"Job {failed.number + 1} died after" in text
    words = secrets_of(desk.unit)
    assert len(words) > 30
    assert not told(text, {*words, desk.unit.name, "Fewer"})
    assert str(tmp_path) not in text and ".xlsx" not in text


def test_a_visit_is_told_of_once(tmp_path, log):
    open_store(tmp_path)
    app = app_as("manager", "m1")
    for address in ("requests", "requests", "guide", "requests"):
        at_page(app, address)
    opened = [record.getMessage() for record in log.records if "opened the page" in record.getMessage()]
    assert [line.split(" page ")[1].split()[0] for line in opened[1:]] == [
        "requests.requests",
        "frame.guide",
        "requests.requests",
    ]


def test_the_log_goes_to_standard_error_from_info_on_once(monkeypatch):
    monkeypatch.setattr(OURS, "handlers", [])
    to_standard_error()
    to_standard_error()
    (handler,) = OURS.handlers
    assert handler.stream is sys.stderr and handler.formatter._fmt == FORM
    assert logging.getLogger("optimizer.ui.jobs.job").isEnabledFor(logging.INFO)


def test_where_an_error_came_from_is_told_without_its_words():
    try:
        Gossip("Nguyen")(None, None)
    except ValueError as error:
        trace = traced(error)
    assert re.sub(r"\d+", "0", trace) == (
        "KeyError\n  tests.ui.frame.test_log, line 0, in __call__\n"
        "and from it ValueError\n  tests.ui.frame.test_log, line 0, in "
        "test_where_an_error_came_from_is_told_without_its_words\n  tests.ui.frame.test_log, line 0, in __call__"
    )
