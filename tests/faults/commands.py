"""The commands that write, with what must hold after a fault in any of them."""

import json
from collections.abc import Mapping

from attrs import frozen
from tests.faults.office import FORMS, INBOX, OUT, ROOT

DECISION = ("--body", "Regionstyrelsen", "--date", "2020-06-01", "--paragraph", "§ 7")


@frozen(kw_only=True)
class Command:
    """A command as it is run in the office.

    Attributes:
        done: Exit codes of the next run where the fault came after the work was done: "redan fryst" and the like.
        verified: The folder whose documents `verify` tries.
        varies: Files that may say something else when the work is done in two runs.
    """

    args: tuple[str, ...]
    done: frozenset[int] = frozenset()
    verified: str = ""
    varies: frozenset[str] = frozenset()


COMMANDS: Mapping[str, Command] = {
    "render": Command(args=("render", ROOT, "--out", OUT), verified=OUT),
    "render i ny mapp": Command(
        args=("render", ROOT, "--out", "nytt/ut", "--report", "generic.matt"), verified="nytt/ut"
    ),
    "save": Command(args=("save", ROOT, "--out", "sparat", "--format", "csv")),
    "form": Command(args=("form", ROOT, "--out", FORMS, "--due", "2020-09-15")),
    # Figures of a run that was stopped are known to the next one, which counts them as unchanged.
    "collect": Command(
        args=("collect", ROOT, INBOX, "--out", "ratta"), varies=frozenset({f"{ROOT}/insamlat/inkommet.json"})
    ),
    "freeze": Command(args=("freeze", ROOT, "--format", "html", *DECISION), done=frozenset({4})),
    "rollover": Command(args=("rollover", ROOT, "--to", "2021", "--out", "nytt/2021"), done=frozenset({4})),
    "acknowledge": Command(
        args=("acknowledge", ROOT, "SM230", "--why", "gammalt ord", "--role", "controller", "--until", "2020-12-31"),
        done=frozenset({2}),
    ),
    "init": Command(args=("init", "ny yta"), done=frozenset({4})),
    "plugin new": Command(args=("plugin", "new", "exempeldalen"), done=frozenset({2, 4})),
    "schema": Command(args=("schema", "--out", "scheman")),
}


def forms_that_came(data: bytes) -> set[tuple[str, str]]:
    """(form, hash) of every form that a register of what came back names."""
    return {(one["id"], one["sha256"]) for one in json.loads(data)["inkommet"]}
