"""How robust a schedule is: stress."""

from pathlib import Path

import click

from optimizer.cli.terminal import NO_PLAN, SHOWN, as_json, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.scenarios.pool import ClusterError
from optimizer.scenarios.stress.rates import rates_of
from optimizer.scenarios.stress.stress import Stress
from optimizer.scenarios.stress.told import stress_facts, stress_json, stress_lines


@click.command()
@workbook
@click.option("--periods", default=1000, show_default=True, type=click.IntRange(min=2), help="How many are simulated.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
@click.option("--rate", type=click.FloatRange(0, 50), help="Percent of duties missed; from the history if not given.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes side by side; one a core if not given.")
@click.option("--cluster", help="Address of a Dask scheduler to simulate on, such as tcp://10.0.0.5:8786.")
@as_json
def stress(
    file: Path, periods: int, seed: int, rate: float | None, workers: int | None, cluster: str | None, as_json: bool
) -> None:
    """Simulate absences in many periods, and tell what goes uncovered, what it costs and which shifts are fragile."""
    contents = contents_of(file, as_json)
    unit, plan = contents.unit, contents.plan
    if not plan:
        refuse([f"{file} holds no schedule that could be simulated; solve it first."], as_json)
    asked = Stress(unit, contents.policy, plan, rates_of(unit, None if rate is None else rate / 100), periods, seed)
    try:
        report = asked(workers, cluster)
    except (ClusterError, ValueError) as error:
        refuse([str(error)], as_json)
        return
    if report is None:
        print_facts({}, [("Result", "Stopped before anything was simulated.")], as_json)
        raise SystemExit(NO_PLAN)
    print_facts(stress_json(report), [("Unit", unit.name), *stress_facts(report)], as_json)
    if not as_json:
        click.echo("\n".join(stress_lines(report, SHOWN)))
