"""Sends news by mail to those whose addresses are known, and keeps who was sent what."""

import logging
from collections.abc import Iterable, Mapping

from optimizer.scenarios.telling.mail_server import MailServer
from optimizer.scenarios.telling.news_text import NewsText
from optimizer.store.database.connection import Database
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.telling.told import mark_mailed

LOG = logging.getLogger(__name__)


def send_news(
    database: Database, actor: Actor, server: MailServer, draft: int, texts: Iterable[NewsText],
    contacts: Mapping[str, str],
) -> int:  # fmt: skip
    """Send a mail to each whose address is known, and return how many. Raise MailError when the server fails.

    What was sent before it failed is kept as sent. The log tells ids alone.
    """
    check(actor, Permission.DECIDE_ASKS)
    sent = 0
    with server.open() as connection:
        for text in texts:
            if address := contacts.get(text.who):
                server.send(connection, address, text)
                mark_mailed(database, actor, draft, text.who, text.news)
                LOG.info("%s mailed %s of draft %s to %s.", actor.id, text.news, draft, text.who)
                sent += 1
    return sent
