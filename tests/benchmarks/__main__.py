"""Measures what the documentation claims.

python -m tests.benchmarks rescore     # how long an edit takes to judge, against judging the whole schedule
python -m tests.benchmarks samples     # first plan, cost, bound and gap of each sample, with each engine
python -m tests.benchmarks solve nrp Instance1 --seconds 60 -o solution.csv     # one public instance
python -m tests.benchmarks caseload 40 3000 4 --seconds 60     # an invented panel beside rules of thumb
python -m tests.benchmarks caseloads     # three such panels of 10, 60 and 600 seconds
python -m tests.benchmarks hospital 10 450 --seconds 300     # an invented hospital, and its units with the pool divided
python -m tests.benchmarks growth -o growth.png     # hospitals of 5, 10, 20 and 40 units: what each unit more costs
python -m tests.benchmarks large 150 52 --seconds 120     # an intensive care unit of so many people and weeks
python -m tests.benchmarks impossible     # a hundred random units that cannot be staffed, each explanation solved again
python -m tests.benchmarks stress --exact 10     # a thousand simulated periods, and ten of them solved exactly
python -m tests.benchmarks table --seconds 60     # public instances beside their best known values
"""

from pathlib import Path

import click

from optimizer.engine.solve import Engine
from tests.benchmarks.compare_families import INSTANCES, compare, heading
from tests.benchmarks.families.find import FAMILIES, exists
from tests.benchmarks.grow_hospital import grow_hospital
from tests.benchmarks.measure_stress import measure_stress
from tests.benchmarks.rescore import measure_edits
from tests.benchmarks.share_caseload import HEADING, SIZES, Size, share
from tests.benchmarks.share_pool import share_pool
from tests.benchmarks.solve_family import solve_family
from tests.benchmarks.solve_large import HEADING as LARGE
from tests.benchmarks.solve_large import measure_large
from tests.benchmarks.solve_samples import measure_sample
from tests.made.impossible_units import KINDS, wrong_with
from tests.paths import BENCHMARKS

DATA = click.option(
    "--data", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path), default=BENCHMARKS,
    help="Folder with the family's files, or with a folder of the family's name. Default: ../shared/benchmarks.",
)  # fmt: skip


@click.group()
def main() -> None:
    """Measure the product."""


@main.command()
@click.option("--units", default=100, show_default=True)
@click.option("--first", default=0, show_default=True, help="The first seed.")
def impossible(units: int, first: int) -> None:
    """Explain random units that cannot be staffed, half of either kind, and tell what is wrong with any explanation."""
    wrong = 0
    for number in range(units):
        kind, seed = KINDS[number % 2], first + number // 2
        faults = wrong_with(kind, seed)
        wrong += bool(faults)
        click.echo(f"{kind} {seed}: {'; '.join(faults) or 'right'}")
    click.echo(f"{units - wrong} of {units} are right")


@main.command()
@click.option("--sample", default="medsurg", show_default=True)
@click.option("--periods", default=1000, show_default=True, type=click.IntRange(2))
@click.option("--exact", default=0, show_default=True, help="So many periods are solved exactly as well.")
@click.option("--rate", type=click.FloatRange(0, 50), help="Percent of duties missed; the sample's own if not given.")
def stress(sample: str, periods: int, exact: int, rate: float | None) -> None:
    """Simulate periods of absences of a sample, and solve some of them exactly, which takes minutes each."""
    for line in measure_stress(sample, periods, exact, None if rate is None else rate / 100):
        click.echo(line)


@main.command()
@click.option("--edits", default=2000, show_default=True)
@click.option("--sample", default="icu", show_default=True)
def rescore(edits: int, sample: str) -> None:
    """Judge random edits one by one, and the whole schedule after each of some."""
    click.echo(measure_edits(sample, edits))


@main.command()
@click.option("--seconds", default=60.0, show_default=True)
def samples(seconds: float) -> None:
    """Solve every sample that has a solution, with each engine in turn."""
    click.echo("| sample | engine | first plan, s | cost, $ | bound, $ | gap | seconds |")
    click.echo("|---|---|---|---|---|---|---|")
    for name in ("small", "medsurg", "icu"):
        for engine in (Engine.ROSTERS, Engine.CPSAT):
            click.echo(measure_sample(name, seconds, engine))


@main.command("solve")
@click.argument("family", type=click.Choice(FAMILIES))
@click.argument("instance")
@DATA
@click.option("--seconds", default=60.0, show_default=True, help="From the start of the process.")
@click.option("--workers", type=click.IntRange(1), help="Threads; one a core when left out.")
@click.option(
    "--engine", type=click.Choice([engine.value for engine in Engine]), default=Engine.AUTO.value, show_default=True
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
def solve_one(
    family: str, instance: str, data: Path, seconds: float, workers: int | None, engine: str, output: Path
) -> None:
    """Solve a public INSTANCE of a FAMILY, write the plan and print one line.

    The line: family, instance, cost, bound, gap, seconds, seconds to the first plan, peak MiB; "-" without a plan.
    """
    if not exists(family, instance, data):
        raise click.BadParameter(f"{family}/{instance} is not in {data}")
    run = solve_family(family, instance, data, seconds, Engine(engine), workers)
    run.write(output)
    click.echo(run)


@main.command()
@click.argument("instances", nargs=-1)
@DATA
@click.option("--seconds", default=60.0, show_default=True, help="For each solve.")
@click.option(
    "--versus", type=click.Choice([engine.value for engine in Engine]), help="Another engine, run in the same way."
)
def table(instances: tuple[str, ...], data: Path, seconds: float, versus: str | None) -> None:
    """Solve INSTANCES such as nrp/Instance1, each in its own process, and print a row as each is done."""
    other = Engine(versus) if versus else None
    click.echo(heading(other))
    for instance in instances or INSTANCES:
        if not exists(*instance.split("/"), data):
            click.echo(f"{instance} is not in {data}", err=True)
            continue
        try:
            click.echo(compare(instance, data, seconds, other))
        except RuntimeError as error:
            click.echo(f"{instance}: {error}", err=True)


@main.command()
@click.argument("managers", type=int)
@click.argument("patients", type=int)
@click.argument("areas", type=int)
@click.option("--seconds", default=60.0, show_default=True)
def caseload(managers: int, patients: int, areas: int, seconds: float) -> None:
    """Share PATIENTS among MANAGERS in AREAS, beside round robin and other rules of thumb."""
    _share(Size(managers, patients, areas, seconds))


@main.command()
def caseloads() -> None:
    """Share a small, a large and a very large panel, each beside rules of thumb: 10, 60 and 600 seconds."""
    _share(*SIZES)


@main.command()
@click.argument("units", type=int)
@click.argument("people", type=int)
@click.option("--days", default=28, show_default=True)
@click.option("--seconds", default=300.0, show_default=True, help="For each of the two solves.")
@click.option("--cluster", help="The address of a Dask scheduler.")
def hospital(units: int, people: int, days: int, seconds: float, cluster: str | None) -> None:
    """Solve a hospital of so many UNITS and PEOPLE, then its units with the pool divided among them by size."""
    for line in share_pool(units, people, days, seconds, cluster):
        click.echo(line)


@main.command()
@click.argument("units", type=int, nargs=-1)
@click.option("--days", default=28, show_default=True)
@click.option("--seconds", default=30.0, show_default=True, help="For each unit.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A plot, as PNG.")
def growth(units: tuple[int, ...], days: int, seconds: float, output: Path | None) -> None:
    """Solve hospitals of so many UNITS, 5, 10, 20 and 40 if not given, each in time for its size."""
    for line in grow_hospital(units or (5, 10, 20, 40), days, seconds, output):
        click.echo(line)


@main.command()
@click.argument("people", type=click.IntRange(14))
@click.argument("weeks", type=click.IntRange(1))
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--workers", type=click.IntRange(1), help="Threads; one a core when left out.")
def large(people: int, weeks: int, seconds: float, workers: int | None) -> None:
    """Solve the intensive care sample made as large as PEOPLE and WEEKS say."""
    click.echo(f"{LARGE}\n{'|---' * (LARGE.count('|') - 1)}|")
    click.echo(measure_large(people, weeks, seconds, workers))


def _share(*sizes: Size) -> None:
    click.echo(HEADING)
    for size in sizes:
        for line in share(size):
            click.echo(line)


if __name__ == "__main__":
    main()
