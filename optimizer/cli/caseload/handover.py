"""A whole caseload to one named successor: caseload handover."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.panel import Panel
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel, print_sentences
from optimizer.cli.terminal import NO_PLAN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.planning.words import count, hours
from optimizer.scenarios.caseload.handover import CaseloadHandover, hand_over
from optimizer.summary.caseload.caseload import lack_text
from optimizer.workbook.panel.write_handover import write_handover
from optimizer.workbook.table.faults import meant


@click.command()
@workbook
@click.option("--manager", required=True, metavar="ID", help="Who hands over.")
@click.option("--successor", required=True, metavar="ID", help="Who gets all the patients.")
@click.option("--from", "first", required=True, type=a_day, help="From this day on.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it as planned.")
@as_json
def handover(file: Path, manager: str, successor: str, first: datetime, output: Path | None, as_json: bool) -> None:
    """Tell what it comes to that one case manager gets all patients of another, and write it into a copy as planned."""
    if output:
        check_output(file, output, as_json)
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, day = contents.panel, first.date()
    _refuse_unknown(panel, manager, successor, as_json)
    found = hand_over(panel, contents.plan, manager, successor, day)
    facts = [
        ("Handover", f"{panel.name_of(manager)} to {panel.name_of(successor)}, from {day} on"),
        ("Patients", f"{count(len(found.goes), 'goes', 'go')} over, {len(found.lacking)} cannot"),
        ("Work", f"{hours(found.before)} a month, then {hours(found.after)} of {hours(found.capacity)}"),
    ]
    if output:
        keep(output, lambda place: write_handover(file, place, manager, successor, day), as_json)
        facts.append(("Written", str(output)))
    print_facts(_json(found, output), facts, as_json)
    missing = [f"{pair.what.patient}: {lack_text(lacks)}" for pair, lacks in found.lacking]
    print_sentences(missing, as_json, f"What {panel.name_of(successor)} lacks:")
    sys.exit(NO_PLAN if missing else 0)


def _refuse_unknown(panel: Panel, manager: str, successor: str, as_json: bool) -> None:
    unknown = [who for who in (manager, successor) if who not in panel.manager_by_id]
    told = [f"'{who}' is not a case manager's id; {meant(who, panel.manager_by_id)}" for who in unknown]
    if manager == successor:
        told.append("Nobody hands over to themselves; name another case manager as --successor.")
    if told:
        refuse(told, as_json)


def _json(found: CaseloadHandover, output: Path | None) -> dict[str, Any]:
    return {
        "manager": found.manager,
        "successor": found.successor,
        "from": found.day.isoformat(),
        "goes": [pair.what.patient for pair in found.goes],
        "lacking": {pair.what.patient: [lack.text for lack in lacks] for pair, lacks in found.lacking},
        "minutes_before": found.before,
        "minutes_after": found.after,
        "capacity": found.capacity,
        "written": str(output) if output else None,
    }
