"""The command line. Exit code 0: done; 1: no plan possible, or a breach that blocks; 2: bad input."""

import gc

import click

from optimizer.cli.lazy import LazyGroup
from optimizer.cli.streams import escape_what_cannot_be_printed

COMMANDS = {
    "template": "optimizer.cli.unit.check:template",
    "check": "optimizer.cli.unit.check:check",
    "import": "optimizer.cli.unit.import_:import_",
    "need": "optimizer.cli.unit.need:need",
    "solve": "optimizer.cli.unit.solve:solve",
    "cover": "optimizer.cli.day.cover:cover",
    "replan": "optimizer.cli.day.replan:replan",
    "stress": "optimizer.cli.day.stress:stress",
    "score": "optimizer.cli.unit.solve:score",
    "explain": "optimizer.cli.unit.explain:explain",
    "why": "optimizer.cli.unit.why:why",
    "write": "optimizer.cli.unit.write:write",
    "print": "optimizer.cli.unit.print_:print_",
    "budget": "optimizer.cli.unit.need:budget",
    "comply": "optimizer.cli.unit.law:comply",
    "law": "optimizer.cli.unit.law:law",
    "compare": "optimizer.cli.unit.scenarios:compare",
    "frontier": "optimizer.cli.unit.scenarios:frontier",
    "hire": "optimizer.cli.unit.scenarios:hire",
    "diff": "optimizer.cli.unit.diff:diff",
    "next": "optimizer.cli.unit.next_period:next_",
    "ledger": "optimizer.cli.unit.ledger:ledger",
    "turns": "optimizer.cli.unit.turns:turns",
    "draft": "optimizer.cli.draft.draft:draft",
    "publish": "optimizer.cli.draft.publish:publish",
    "quality": "optimizer.cli.draft.quality:quality",
    "history": "optimizer.cli.draft.history:history",
    "published": "optimizer.cli.draft.published:published",
    "caseload": "optimizer.cli.caseload.caseload:caseload",
    "hospital": "optimizer.cli.hospital.hospital:hospital",
    "careers": "optimizer.cli.caseload.careers:careers",
    "audit": "optimizer.cli.draft.db:audit",
    "db": "optimizer.cli.draft.db:db",
    "guide": "optimizer.cli.guide:guide",
    "app": "optimizer.cli.app:app",
}


@click.group(cls=LazyGroup, places=COMMANDS)
@click.version_option(package_name="optimizer")
def main() -> None:
    """Make and judge nursing schedules."""
    _collect_less_often()
    escape_what_cannot_be_printed()


def _collect_less_often() -> None:
    """Let the collector look less often: nearly all that a command makes stays until its end and holds no cycles.

    It would take a fifth of the time in which a workbook is read and its laws are made.
    """
    gc.set_threshold(50_000, 20, 20)
