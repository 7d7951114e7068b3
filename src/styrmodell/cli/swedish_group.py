"""A command of several commands, in Swedish."""

import click

from styrmodell.cli.swedish import SwedishCommand
from styrmodell.model.ids import require_known


class SwedishGroup(SwedishCommand, click.Group):
    """A few commands, listed in Swedish."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called that.

        Raises:
            UnknownNameError: There is none.
        """
        require_known("command", cmd_name, self.commands)
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, one.get_short_help_str(100)) for name, one in sorted(self.commands.items())])
