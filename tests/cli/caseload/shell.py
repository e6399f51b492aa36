"""A command about panels as a supervisor at a shell types it."""

import json
from datetime import date

from click.testing import CliRunner

from optimizer.cli import main
from tests.paths import SAMPLES

SMALL = SAMPLES / "panel-small.xlsx"
TODAY = date(2026, 11, 24)


def run(*arguments):
    return CliRunner().invoke(main, ["caseload", *(str(argument) for argument in arguments)])


def told(*arguments):
    return json.loads(run(*arguments, "--json").stdout)
