"""People are told what changed for them and why; nothing is sent unless the environment names a server."""

import socket
import threading
from contextlib import contextmanager

import pytest

from optimizer.planning.pair import Pair
from optimizer.scenarios.telling.mail_server import MailError, mail_server
from optimizer.scenarios.telling.news_text import text_of_answer, text_of_publication
from optimizer.scenarios.telling.send import send_news
from optimizer.scenarios.telling.to_tell import to_tell
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.staffing.facts.shift import Duty
from optimizer.store.asks.asks import asks_of, put_ask
from optimizer.store.asks.decisions import deny
from optimizer.store.database.connection import database
from optimizer.store.drafts import accept
from optimizer.store.errors import ForbiddenError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import posting_at, publications, publish
from optimizer.store.telling.told import mark_seen, of_publication
from tests.draw import day
from tests.scenarios.asks.asked import ANN, BEN, JUDGE, MANAGER, PLAN, POLICY, UNIT, opened
from tests.stores import empty

EXTRA = Pair("ann", Duty(day(2), "N", "RN"))
NOT_SENT = {"OPTIMIZER_SMTP_HOST": "mail.hospital.example", "OPTIMIZER_SMTP_FROM": "ward@hospital.example"}


@pytest.fixture
def store(tmp_path):
    (tmp_path / "store.db").write_bytes(empty())
    return database(str(tmp_path / "store.db"))


@pytest.fixture
def amended(store):
    """Return a store with a publication that Ann has seen, and an amendment that gives her a night more."""
    opened(store)
    mark_seen(store, ANN, 1, of_publication(1))
    accept(store, MANAGER, 1, 1, [], [EXTRA], "Census is up")
    score = JUDGE.judge(PLAN | {EXTRA}).score
    publish(store, MANAGER, 1, 2, revision=1, unit=UNIT, policy=policy_text(POLICY), score=score, why="Ben is ill")
    return store


def here(port):
    """Return a server of this machine."""
    own = {"OPTIMIZER_SMTP_HOST": "127.0.0.1", "OPTIMIZER_SMTP_SECURITY": "none", "OPTIMIZER_SMTP_PORT": str(port)}
    return mail_server(NOT_SENT | own)


def texts(store, why=""):
    last = publications(store, MANAGER, 1)[-1]
    posting = posting_at(store, MANAGER, 1)
    found = to_tell(store, MANAGER, last)
    return {each.who: text_of_publication(posting, last, "1 Jun 2026", each, why) for each in found}


def test_a_first_publication_concerns_everybody_with_duties(store):
    opened(store)
    found = texts(store)
    assert [*found] == ["ann", "ben", "cam"]
    assert "is published" in found["ann"].subject
    assert "You have 2 duties." in found["ann"].body


def test_an_amendment_concerns_those_for_whom_it_changes_something_since_they_looked(amended):
    found = texts(amended, "More patients than planned")
    assert [*found] == ["ann"]
    assert "Wed 3 Jun: N instead of off" in found["ann"].body
    assert "Why: More patients than planned" in found["ann"].body
    assert "Ben is ill" not in found["ann"].body
    mark_seen(amended, ANN, 1, of_publication(2))
    (news,) = to_tell(amended, MANAGER, publications(amended, MANAGER, 1)[-1])
    assert news.seen and not news.mailed


def test_an_answer_is_told_with_its_reason(amended):
    deny(amended, MANAGER, put_ask(amended, BEN, 1, AskKind.TIME_OFF, Wanted(day(3), day(3)), "Court"), "Two are off")
    text = text_of_answer("4 West", "Ben", asks_of(amended, MANAGER, 1)[0])
    assert "off Thu 4 Jun" in text.body and "Denied." in text.body and "Why: Two are off" in text.body
    assert "Court" not in text.body


def test_a_link_opens_a_mail_and_nothing_more(amended):
    link = texts(amended, "x&bcc=evil@example.com")["ann"].mailto("ann@home.example")
    assert link.startswith("mailto:ann@home.example?subject=Your%20schedule")
    assert "&bcc=" not in link and "\n" not in link


def test_nothing_is_sent_where_the_environment_names_no_server(monkeypatch):
    for name in [*NOT_SENT]:
        monkeypatch.delenv(name, raising=False)
    assert mail_server() is None
    assert mail_server({}) is None


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"OPTIMIZER_SMTP_FROM": ""}, "needs a sender"),
        ({"OPTIMIZER_SMTP_SECURITY": "maybe"}, "is one of starttls, tls, none"),
        ({"OPTIMIZER_SMTP_SECURITY": "none"}, "leaves this machine only by"),
        ({"OPTIMIZER_SMTP_PORT": "x"}, "is no number"),
    ],
)
def test_a_server_that_is_not_whole_is_refused(environment, told):
    with pytest.raises(MailError, match=told):
        mail_server(NOT_SENT | environment)


def test_a_password_is_told_nowhere():
    server = mail_server(NOT_SENT | {"OPTIMIZER_SMTP_USER": "ward", "OPTIMIZER_SMTP_PASSWORD": "geheim"})
    assert server.password == "geheim"
    assert "geheim" not in repr(server)


def test_mail_goes_to_those_whose_address_is_known_and_is_kept_as_sent(amended, caplog):
    with letter_box() as (port, letters):
        found = texts(amended, "More patients")
        sent = send_news(amended, MANAGER, here(port), 1, found.values(), {"ann": "ann@home.example"})
    assert sent == 1
    assert "rcpt TO:<ann@home.example>" in letters[0]
    assert "N instead of off" in letters[0]
    (news,) = to_tell(amended, MANAGER, publications(amended, MANAGER, 1)[-1])
    assert news.mailed
    assert "home.example" not in caplog.text


def test_a_server_that_does_not_answer_is_told_in_a_sentence_and_nothing_counts_as_sent(amended):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(MailError, match="could not be used"):
        send_news(amended, MANAGER, here(port), 1, texts(amended).values(), {"ann": "a@b.example"})
    (news,) = to_tell(amended, MANAGER, publications(amended, MANAGER, 1)[-1])
    assert not news.mailed


def test_staff_send_nothing(amended):
    with pytest.raises(ForbiddenError):
        send_news(amended, ANN, mail_server(NOT_SENT), 1, [], {})


@contextmanager
def letter_box():
    """Give the port of a server that takes mail on this machine, and the conversations it has had."""
    letters = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_take, args=(server, letters), daemon=True)
        thread.start()
        yield server.getsockname()[1], letters
        thread.join(10)


def _take(server, letters):
    connection, _ = server.accept()
    with connection, connection.makefile("rw", newline="") as talk:

        def say(line):
            talk.write(f"{line}\r\n")
            talk.flush()

        heard, in_letter = [], False
        say("220 here")
        for line in talk:
            heard.append(line.strip())
            if in_letter:
                in_letter = line.strip() != "."
                if not in_letter:
                    say("250 taken")
            elif line.upper().startswith("DATA"):
                in_letter = True
                say("354 go on")
            elif line.upper().startswith("QUIT"):
                say("221 bye")
                break
            else:
                say("250 fine")
        letters.append("\n".join(heard))
