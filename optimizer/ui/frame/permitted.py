"""Asks of every page whether whoever is there may see it, however they came to it."""

import functools
from collections.abc import Callable

from optimizer.store.audit.notes import note_refusal
from optimizer.store.errors import ForbiddenError
from optimizer.store.roles import check
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.log import log_refusal
from optimizer.ui.frame.sitemap import needs_of


def permitted(show: Callable[[Desk], None]) -> Callable[[Desk], None]:
    """Have a page draw itself only for whoever has all that the sitemap says it needs. Raise ForbiddenError else."""
    name = show.__module__.removeprefix("optimizer.ui.").removesuffix("_page")

    @functools.wraps(show)
    def asked(desk: Desk) -> None:
        try:
            check(desk.actor, *needs_of(name))
        except ForbiddenError as error:
            draft = desk.opened.id if desk.opened else None
            log_refusal(desk.actor, name, desk.opened)
            note_refusal(desk.database, desk.actor, error.permission, f"page {name}", draft)
            raise
        show(desk)

    return asked
