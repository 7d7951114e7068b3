"""The flags that choose the order of units a command computes in."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from styrmodell.session.workspace import Workspace

_Command = TypeVar("_Command", bound=Callable[..., Any])


def order_options(command: _Command) -> _Command:
    """Give *command* --hierarchy, --on and --as-now."""
    day = click.DateTime(["%Y-%m-%d"])
    for option in (
        click.option("--as-now", is_flag=True, help="Uppgifter från enheter som upphört flyttas till efterträdarna."),
        click.option("--on", metavar="DATUM", type=day, help="Enheternas ordning den dagen; annars periodens egen."),
        click.option("--hierarchy", metavar="ID", default="", help="Enheternas ordning i en namngiven hierarki."),
    ):
        command = option(command)
    return command


def in_order(workspace: Workspace, hierarchy: str, on: datetime | None, as_now: bool) -> Workspace:
    """*workspace* in the order that the flags ask for; itself where they ask for none."""
    if not hierarchy and on is None and not as_now:
        return workspace
    return workspace.under(hierarchy=hierarchy, on=on.date() if on else None, as_now=as_now)
