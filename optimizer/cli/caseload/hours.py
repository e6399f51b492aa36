"""What cases take, by our numbers and by a time study: caseload hours."""

from pathlib import Path
from typing import Any

import click

from optimizer.caseload.capacity.calibration import calibrate
from optimizer.caseload.capacity.capacity import capacity
from optimizer.caseload.capacity.setting import whole
from optimizer.caseload.presets.capacity import setting as preset_of
from optimizer.caseload.study import observed
from optimizer.cli.caseload.panel import as_it_is, contents_of_panel, print_sentences
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.planning.words import hours as in_hours
from optimizer.summary.caseload.hours import (
    HEADERS,
    aside,
    elsewhere,
    flaws,
    from_study,
    per,
    rests_on,
    short_text,
    taken,
    taken_json,
    taken_lines,
)
from optimizer.summary.facts import Facts
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.write_hours import write_hours


@click.command()
@workbook
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write what was found.")
@as_json
def hours(file: Path, output: Path | None, as_json: bool) -> None:
    """Tell what cases take by the preset, by the sheet Hours and by the time study; with -o, put the last in a copy."""
    if output:
        check_output(file, output, as_json)
    contents = as_it_is(contents_of_panel(file, as_json))
    if output and not contents.study:
        refuse(["There is no time study; fill the sheet Time study, as in the template."], as_json)
    setting, preset = contents.setting, preset_of(contents.setting.key)
    seen = observed(contents.panel, setting, contents.study)
    estimates = calibrate(seen.observations)
    rows = taken(preset, setting, estimates)
    facts = _facts(contents, whole(capacity(setting)))
    values: dict[str, Any] = {"setting": setting.key, "source": setting.source.mark, "figures": taken_json(rows)}
    values["short"] = [{"manager": each.manager, "from": each.begins.isoformat()} for each in seen.short]
    values["elsewhere"] = [
        {"title": e.title, "low": e.low, "high": e.high, "cap": e.cap, "source": e.source.mark}
        for e, _ in elsewhere(setting)
    ]
    if output:
        keep(output, lambda place: write_hours(file, place, estimates, from_study(contents.study)), as_json)
        values["written"] = str(output)
        used = sum(each.enough for each in estimates)
        facts.append(("Written", f"{used} of the sheet Hours in {output}"))
    print_facts(values, facts, as_json)
    if as_json:
        return
    click.echo()
    print_rows(HEADERS, taken_lines(rows))
    for title, sentences in (
        ("Not used:", [*flaws(estimates), *(short_text(each) for each in seen.short)]),
        ("What others have for 1.0 FTE:", [said for _, said in elsewhere(setting)]),
    ):
        if sentences:
            click.echo()
            print_sentences(sentences, as_json, title)


def _facts(contents: PanelContents, full: int) -> Facts:
    setting, study = contents.setting, contents.study
    own = "" if setting == preset_of(setting.key) else "; with numbers of your own"
    return [
        ("Panel", contents.panel.name),
        ("Setting", f"{setting.title}{own}"),
        ("Preset", setting.source.mark),
        ("Time for cases", f"{in_hours(full)} {per(setting)} of 1.0 FTE, competent"),
        ("Time study", rests_on(study) if study else "none; keep one on the sheet Time study"),
        *([("Elsewhere", told)] if (told := aside(study)) else []),
    ]
