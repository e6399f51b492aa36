"""Any roster, as it is: what is understood of it, and the unit that it becomes. The command import."""

import json
import sys
from pathlib import Path

import click

from optimizer.cli.terminal import BAD_INPUT, as_json, check_output, check_writable, keep, refuse
from optimizer.cli.unit.import_lines import asked_lines, lines_of, panel_lines, panel_values, taken_lines, values_of
from optimizer.workbook.adopt.adopt import adopt_likeliest
from optimizer.workbook.adopt.adopted import Adopted
from optimizer.workbook.adopt.mapping import answers_in, mapping_of
from optimizer.workbook.adopt.panel.panel import adopt_panel, has_patients
from optimizer.workbook.adopt.periods import AdoptedUnit, next_period, worked_period
from optimizer.workbook.adopt.said.answers import NOTHING_SAID, Answers
from optimizer.workbook.adopt.said.sayings import Saying, with_said
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.recognise.proposal import Proposal
from optimizer.workbook.recognise.proposal import as_json as json_of
from optimizer.workbook.recognise.recognise import recognise
from optimizer.workbook.unit.write import write_unit

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW = click.Path(dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=EXISTING, metavar="FILE...")
@click.option("-o", "--output", type=NEW, help="Where to write the workbook of the unit, or of the panel.")
@click.option("--next", "after", is_flag=True, help="Write the period after the roster's, to be planned.")
@click.option("--mapping", type=EXISTING, help="What was said of files of this layout before.")
@click.option("--save-mapping", type=NEW, help="Where to keep what is said now, for the months to come.")
@click.option("--answer", multiple=True, metavar="OF=ANSWER", help='Such as "code U=leave"; as often as needed.')
@as_json
def import_(
    files: tuple[Path, ...],
    output: Path | None,
    after: bool,
    mapping: Path | None,
    save_mapping: Path | None,
    answer: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say what is understood of a roster, a staff list or any other table, as it is; with -o make it a workbook.

    Several files are of one unit, or of one panel. To what is not answered, the likeliest answer is used, and said.
    """
    for place in (each for each in (output, save_mapping) if each):
        check_writable(place, as_json)
        for file in files:
            check_output(file, place, as_json)
    proposals = [recognise(file.name, file.read_bytes()) for file in files]
    refused = [proposal.refuse for proposal in proposals if proposal.refuse]
    if refused and (output or save_mapping):
        refuse(refused, as_json)
    answers = _answers(mapping, answer, as_json)
    panel = has_patients(proposals)
    adopted = None if panel else _adopted(proposals, answers, as_json)
    if output and panel:
        _write_panel(proposals, output, as_json)
    elif adopted and (output or save_mapping):
        _write_unit(adopted, output, after, save_mapping, as_json)
    elif as_json:
        said = [json_of(proposal) for proposal in proposals]
        click.echo(json.dumps(said[0] if len(said) == 1 else said, ensure_ascii=False, default=str))
    else:
        _tell(proposals, adopted)
    if refused:
        sys.exit(BAD_INPUT)


def _answers(mapping: Path | None, said: tuple[str, ...], as_json: bool) -> Answers:
    try:
        before = answers_in(mapping.read_text(encoding="utf-8")) if mapping else NOTHING_SAID
        return with_said(before, map(_saying, said))
    except ValueError as error:
        refuse(str(error).splitlines(), as_json)
        raise AssertionError from error  # never reached


def _saying(text: str) -> Saying:
    of, equals, said = text.rpartition("=")
    if not equals:
        raise ValueError(f"'{text}' has no =; write what is spoken of, =, and the answer.")
    return Saying(of, said)


def _adopted(proposals: list[Proposal], answers: Answers, as_json: bool) -> Adopted:
    try:
        return adopt_likeliest(proposals, answers)
    except ValueError as error:
        refuse(str(error).splitlines(), as_json)
        raise AssertionError from error  # never reached


def _tell(proposals: list[Proposal], adopted: Adopted | None) -> None:
    """Print what was understood of each file, then what is made of all of them."""
    whole = adopted is not None and adopted.learned is not None
    for proposal in proposals:
        if len(proposals) > 1:
            click.echo(f"{proposal.file}:")
        for line in lines_of(proposal, questions=not whole):
            click.echo(line)
    for line in taken_lines(adopted) if adopted and whole else ():
        click.echo(line)


def _write_unit(adopted: Adopted, output: Path | None, after: bool, save_mapping: Path | None, as_json: bool) -> None:
    try:
        made = next_period(adopted) if after else worked_period(adopted)
    except ValueError as error:
        refuse([str(error)], as_json)
        raise AssertionError from error  # never reached
    if output:
        keep(output, lambda place: write_unit(place, made.unit, made.policy, made.plan), as_json)
    if save_mapping:
        keep(save_mapping, lambda place: place.write_text(mapping_of(adopted), encoding="utf-8"), as_json)
    _report(adopted, made, [str(place) for place in (output, save_mapping) if place], as_json)


def _report(adopted: Adopted, made: AdoptedUnit, written: list[str], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({**values_of(adopted, made), "written": written}, ensure_ascii=False, default=str))
        return
    for line in (*asked_lines(adopted, made), *(f"Written: {place}" for place in written)):
        click.echo(line)


def _write_panel(proposals: list[Proposal], output: Path, as_json: bool) -> None:
    made = adopt_panel(proposals)
    keep(output, lambda place: write_panel(place, made.contents), as_json)
    if as_json:
        click.echo(json.dumps({**panel_values(made), "written": [str(output)]}, ensure_ascii=False, default=str))
        return
    for line in (*panel_lines(made), f"Written: {output}"):
        click.echo(line)
