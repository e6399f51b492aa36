"""A command as somebody at a shell types it."""

from click.testing import CliRunner

from optimizer.cli import main


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
