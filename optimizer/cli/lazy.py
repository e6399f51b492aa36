"""Commands that are imported only when they are asked for, since solvers and databases take a second to import."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group of commands; ``places`` says of each by its name where it is: "package.module:command"."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], **others: Any) -> None:
        super().__init__(*arguments, **others)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of their places; those made here come first."""
        return [*self.commands, *self._places]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None when there is no such."""
        place = self._places.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command
