"""News for one person as text that can be copied or mailed: what changed for them, and why."""

from dataclasses import dataclass
from urllib.parse import quote

from optimizer.planning.words import capital, count
from optimizer.scenarios.telling.to_tell import PersonNews
from optimizer.staffing.asks.ask import Ask
from optimizer.staffing.asks.ask_words import days_said, wanted_said
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.publications import Publication
from optimizer.store.telling.told import of_ask, of_publication
from optimizer.summary.schedule.posted import change_line
from optimizer.summary.schedule.publication import titled

LOOK = "Please look at My schedule and say there that you have seen it."


@dataclass(frozen=True, slots=True)
class NewsText:
    """News for somebody: a subject and lines. ``news`` is what it is of, as the store names it."""

    who: str
    news: str
    subject: str
    body: str

    def mailto(self, address: str) -> str:
        """Return the link that opens a mail with it, to an address or to nobody yet."""
        return f"mailto:{quote(address, safe='@')}?subject={quote(self.subject)}&body={quote(self.body)}"


def text_of_publication(posting: Posting, last: Publication, at: str, found: PersonNews, why: str) -> NewsText:
    """Return what somebody is told of a publication; ``at`` is when it was, as people read it."""
    days = days_said(posting.span.first, posting.span.last)
    if found.first:
        said, lines = "is published", [f"You have {count(found.duties, 'duty', 'duties')}."]
    else:
        said, lines = "changed", [change_line(posting, change) for change in found.changes]
    head = f"Your schedule of {posting.unit}, {days}, {said} ({titled(last)}, {at})."
    reason = [f"Why: {why.strip()}"] if why.strip() and not found.first else []
    body = _letter(posting.names[found.who], head, *lines, *reason, LOOK)
    return NewsText(found.who, of_publication(last.number), f"Your schedule of {posting.unit} {said}", body)


def text_of_answer(unit: str, name: str, ask: Ask) -> NewsText:
    """Return what somebody is told of the answer to what they asked for."""
    why = ask.steps[-1].why
    lines = [f"You asked for: {wanted_said(ask)}.", f"{capital(ask.state.value)}.", *([f"Why: {why}"] if why else [])]
    body = _letter(name, *lines, LOOK)
    return NewsText(ask.who, of_ask(ask.id), f"Your request at {unit}: {ask.state.value}", body)


def _letter(name: str, *lines: str) -> str:
    return "\n".join((name, "", *lines[:-1], "", lines[-1]))
