"""The one lazy door of this floor: a command's module loads when the command is used."""

from functools import cache
from importlib import import_module

import click


@cache
def command_engine(name: str) -> click.Command:
    """The click command of `styrmodell.cli.<name>`."""
    found = import_module(f"styrmodell.cli.{name}").command
    if not isinstance(found, click.Command):
        raise TypeError(f"styrmodell.cli.{name}.command is no command")
    return found


def own_version() -> str:
    """The installed version. What tells it loads the package email and more: half of the time a start takes."""
    from importlib.metadata import version

    return version("styrmodell")


def words_of_fault(error: OSError, lang: str) -> str:
    """A file or stream that failed, on one line; the words for it load when something went wrong."""
    from styrmodell.session.disk_fault import fault_line

    return fault_line(error, lang)


def trace_of_fault() -> str:
    """The traceback of the exception that is being handled; the module for it loads when something went wrong."""
    import traceback

    return traceback.format_exc()
