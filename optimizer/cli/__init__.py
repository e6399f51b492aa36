"""The command line. Exit code 0: done; 1: no plan possible, or a breach that blocks; 2: bad input."""

import click

from optimizer.cli.lazy import LazyGroup
from optimizer.cli.streams import escape_what_cannot_be_printed

COMMANDS = {
    "template": "optimizer.cli.unit:template",
    "check": "optimizer.cli.unit:check",
    "need": "optimizer.cli.need:need",
    "solve": "optimizer.cli.solve:solve",
    "score": "optimizer.cli.solve:score",
    "budget": "optimizer.cli.need:budget",
    "comply": "optimizer.cli.law:comply",
    "law": "optimizer.cli.law:law",
    "compare": "optimizer.cli.scenarios:compare",
    "frontier": "optimizer.cli.scenarios:frontier",
    "hire": "optimizer.cli.scenarios:hire",
    "diff": "optimizer.cli.diff:diff",
    "next": "optimizer.cli.next_period:next_",
    "ledger": "optimizer.cli.ledger:ledger",
    "draft": "optimizer.cli.draft:draft",
    "publish": "optimizer.cli.publish:publish",
    "history": "optimizer.cli.history:history",
    "published": "optimizer.cli.published:published",
    "caseload": "optimizer.cli.caseload:caseload",
    "audit": "optimizer.cli.db:audit",
    "db": "optimizer.cli.db:db",
    "guide": "optimizer.cli.guide:guide",
    "app": "optimizer.cli.app:app",
}


@click.group(cls=LazyGroup, places=COMMANDS)
@click.version_option(package_name="optimizer")
def main() -> None:
    """Make and judge nursing schedules."""
    escape_what_cannot_be_printed()
