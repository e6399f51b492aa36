"""A whole hospital from the command line: hospital check, solve, compare."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from optimizer.cli.columns import print_columns
from optimizer.cli.hospital.search import found_in, searching
from optimizer.cli.terminal import NO_PLAN, as_json, check_writable, keep, print_facts, refuse
from optimizer.planning.currency import money
from optimizer.scenarios.hospital.report import REPORT, write_report
from optimizer.scenarios.hospital.solve import HospitalLimits
from optimizer.scenarios.hospital.told import HospitalAccount, ended, gains, units_side_by_side
from optimizer.scenarios.hospital.told_budgets import budgets_side_by_side, columns_json
from optimizer.staffing.hospital.hospital import Hospital
from optimizer.summary.unit.hospital import hospital_facts, hospital_json
from optimizer.workbook.hospital.read import HOSPITAL_FILE, read_hospital
from optimizer.workbook.table.faults import FaultyWorkbookError

in_folder = click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.group()
def hospital() -> None:
    """Plan many units that share a float pool and a budget."""


@hospital.command()
@in_folder
@as_json
def check(folder: Path, as_json: bool) -> None:
    """List every fault of all workbooks of a hospital, or say what it holds and where it is short."""
    facts = _hospital(folder, as_json)
    print_facts({**hospital_json(facts), "faults": []}, [*hospital_facts(facts), ("Faults", "none")], as_json)


@hospital.command()
@in_folder
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="A new folder.")
@searching
@as_json
def solve(folder: Path, output: Path, limits: HospitalLimits, cluster: str | None, as_json: bool) -> None:
    """Make the schedules of all units and of the pool, and write them into another folder with a report."""
    facts = _hospital(folder, as_json)
    _check_output(folder, output, as_json)
    told = HospitalAccount(found_in(facts, limits, cluster, as_json))
    keep(output, lambda place: write_report(place, facts.name, told), as_json)
    columns = units_side_by_side(told)
    said = [("Hospital", facts.name), ("Result", ended(told.outcome)), *_gains(told), ("Written", str(output))]
    if not as_json:
        print_columns(columns)
    score = told.outcome.score
    values = {"broken": score.broken, "cost_cents": score.cost} if score else {}
    machine = {**values, "bound_cents": told.outcome.bound, "gap": told.outcome.gap, "units": columns_json(columns)}
    print_facts({**machine, "gains": gains(told.outcome), "written": str(output)}, said, as_json)
    sys.exit(0 if score and not score.broken else NO_PLAN)


@hospital.command()
@in_folder
@click.option("--budget", "budgets", multiple=True, required=True, type=click.FloatRange(min=0), help="In dollars.")
@searching
@as_json
def compare(
    folder: Path, budgets: tuple[float, ...], limits: HospitalLimits, cluster: str | None, as_json: bool
) -> None:
    """Solve a hospital at several budgets for all units together, and set them side by side."""
    facts = _hospital(folder, as_json)
    cents = [round(100 * each) for each in budgets]
    outcomes = [found_in(replace(facts, budget=each), limits, cluster, as_json) for each in cents]
    columns = budgets_side_by_side(cents, [HospitalAccount(outcome) for outcome in outcomes])
    if not as_json:
        print_columns(columns)
    names = ", ".join(money(each) for each in cents)
    print_facts({"budgets": columns_json(columns)}, [("Hospital", facts.name), ("Budgets", names)], as_json)


def _gains(told: HospitalAccount) -> list[tuple[str, str]]:
    return [("Worth" if not place else "", said) for place, said in enumerate(gains(told.outcome))]


def _check_output(folder: Path, output: Path, as_json: bool) -> None:
    """Refuse, before it is searched for, to write over a hospital, or to where nothing can be written."""
    if output.exists() and output.samefile(folder):
        refuse([f"{output} is the hospital itself; choose another folder."], as_json)
    if (output / HOSPITAL_FILE).exists():
        refuse([f"{output} is another hospital; choose another folder."], as_json)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse([f"{output} cannot be written: {error.strerror}."], as_json)
    check_writable(output / REPORT, as_json)


def _hospital(folder: Path, as_json: bool) -> Hospital:
    """Return the hospital of a folder, or tell every fault and leave."""
    try:
        return read_hospital(folder)
    except FaultyWorkbookError as error:
        refuse([str(fault) for fault in error.faults], as_json)
        raise AssertionError from error  # never reached
