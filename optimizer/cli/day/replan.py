"""The rest of a schedule mended after the day has changed: replan."""

import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.progress import Interruptible, in_thread
from optimizer.cli.said_of_unit import said_of_unit
from optimizer.cli.terminal import NO_PLAN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Effort, Run
from optimizer.scenarios.replan.events import Absence, DayChange, NeedChange
from optimizer.scenarios.replan.mend import Mend, Mended, mend
from optimizer.scenarios.replan.mended_told import mended_facts, mended_json, mended_lines
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.schedule import schedule_facts
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.add_changes import with_changes
from optimizer.workbook.unit.write import write_schedule

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@click.option("--absent", multiple=True, metavar="STAFF", help="Who is away, by id. Give it again for more.")
@click.option("--from", "first", type=DAY, help="The first day they are away.")
@click.option("--to", "last", type=DAY, help="The last one; the first when left out.")
@click.option("--for-good", is_flag=True, help="They do not come back in this schedule.")
@click.option(
    "--need", "needs", multiple=True, type=(DAY, str, str, click.IntRange(min=0)), metavar="DAY SHIFT ROLE NUMBER",
    help="So many are needed on a day, as when the census goes up or down.",
)  # fmt: skip
@click.option("--now", type=DAY, help="What is before this day was worked and stays; else what is before the change.")
@click.option("--seconds", default=20.0, show_default=True, type=click.FloatRange(min=1), help="How long to search.")
@click.option("--workers", type=click.IntRange(min=1), help="Threads to search with; one for each core if not given.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
@as_json
def replan(
    file: Path, output: Path, absent: Sequence[str], first: datetime | None, last: datetime | None, for_good: bool,
    needs: Sequence[tuple[datetime, str, str, int]], now: datetime | None, seconds: float, workers: int | None,
    seed: int, as_json: bool,
) -> None:  # fmt: skip
    """Mend a published schedule with the fewest changes when somebody is away or the census is another."""
    check_output(file, output, as_json)
    deadline = in_seconds(seconds)
    contents = contents_of(file, as_json)
    unit = contents.unit
    away = _away(unit, first, last, for_good)
    _refuse_faults(unit, absent, away, needs, as_json)
    change = DayChange(
        tuple(Absence(who, *away) for who in absent if away),
        tuple(NeedChange(day.date(), shift, role, number) for day, shift, role, number in needs),
    )
    asked = Mend(unit, contents.policy, contents.plan, change, now.date() if now else None)
    stop = threading.Event()
    with Interruptible(stop):
        mended = in_thread(lambda: mend(asked, Run(deadline, stop, effort=Effort(workers, seed))))
    _write(file, output, unit, change, mended, as_json)
    facts = [("Unit", unit.name), *mended_facts(mended), ("Written", str(output))]
    print_facts({**mended_json(mended), "written": str(output)}, facts, as_json)
    if not as_json:
        click.echo("\n".join(mended_lines(mended)))
    sys.exit(NO_PLAN if mended.verdict.score.broken else 0)


def _away(unit: Unit, first: datetime | None, last: datetime | None, for_good: bool) -> Span | None:
    """Return the days on which somebody is away, None where nobody said when that begins."""
    if first is None:
        return None
    return Span(first.date(), unit.calendar.last if for_good else (last or first).date())


def _write(file: Path, output: Path, unit: Unit, change: DayChange, mended: Mended, as_json: bool) -> None:
    """Write the schedule into a copy that knows who is away and what is needed now."""
    book = with_changes(Book.at(file), change.leave(unit), (need.need(unit) for need in change.needs))
    plan, findings = mended.verdict.plan, mended.findings
    facts = [*mended_facts(mended), *schedule_facts(Figures(mended.unit, plan), findings)]
    keep(output, lambda place: write_schedule(book, place, mended.unit, plan, findings, facts), as_json)


def _refuse_faults(
    unit: Unit, absent: Sequence[str], away: Span | None,
    needs: Sequence[tuple[datetime, str, str, int]], as_json: bool,
) -> None:  # fmt: skip
    faults = [fault for who in absent for fault in said_of_unit(unit, who=who)]
    if absent and away is None:
        faults.append("Since when is somebody away? Give --from.")
    elif away is not None:
        faults += [] if absent else ["Who is away? Give --absent with --from."]
        faults += said_of_unit(unit, days=dict.fromkeys(away))
        faults += [f"{away.last} is before the first day {away.first}."] if away.last < away.first else []
    for day, shift, role, _ in needs:
        faults += said_of_unit(unit, days=(day.date(),), shift=shift, role=role)
    if not absent and not needs and away is None:
        faults.append("What has changed? Give --absent with --from, or --need.")
    if faults:
        refuse(faults, as_json)
