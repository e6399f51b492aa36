"""Measures what the documentation claims.

python -m tests.benchmarks rescore     # how long an edit takes to judge, against judging the whole schedule
python -m tests.benchmarks samples     # first plan, cost, bound and gap of each sample, with each engine
"""

import click

from optimizer.engine.solve import Engine
from tests.benchmarks.rescore import measure_edits
from tests.benchmarks.solve_samples import measure_sample


@click.group()
def main() -> None:
    """Measure the product."""


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


if __name__ == "__main__":
    main()
