"""Everything the program does, with the network refused: python tests/supply/offline.py FOLDER [--open].

Imports every module of the core and of the installed plugins, and runs each command on a copy of an example in FOLDER.
Whoever asks for the network, or starts another process that could, is refused and told of. Prints JSON: what ended with
another code than it should, and what was asked for. --open refuses nothing: for a machine that has no network.
"""

import importlib
import io
import json
import pkgutil
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import entry_points
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXAMPLE = "galleri"
# What a module or a command must not ask the system for.
REFUSED = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "webbrowser.")
STARTED = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "pty.")


class RefusedError(RuntimeError):
    """The network was asked for, or another process."""


def refuse(asked: list[str]) -> None:
    """Refuse the network and other processes from now on, for the whole life of this process; note who asked."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith((*REFUSED, *STARTED)):
            here = traceback.extract_stack(limit=6)[:-1]
            asked.append(
                f"{event} {args!r:.120} at " + " < ".join(f"{one.filename}:{one.lineno}" for one in here[::-1])
            )
            raise RefusedError(event)

    sys.addaudithook(hook)


def import_all() -> list[str]:
    """Import every module of the core and of the installed plugins; their names."""
    packages = {"styrmodell", *(entry.module.partition(".")[0] for entry in entry_points(group="styrmodell"))}
    names = []
    for package in sorted(packages):
        folders = importlib.import_module(package).__path__
        found = (one.name for one in pkgutil.walk_packages(folders, f"{package}."))
        names += [name for name in found if not name.endswith("__main__")]
    for name in names:
        importlib.import_module(name)
    return names


def commands(folder: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each command and the code it is to end with; what one writes the next may read."""
    yard, out = str(folder / "yta"), str(folder / "ut")
    report = ("--report", "generic.galleri")
    frozen = str(folder / "yta" / "frysta" / "beslut")
    yield 0, ("check", yard)
    yield 0, ("reports", yard)
    yield 0, ("show", yard)
    yield 0, ("plugins",)
    yield 0, ("schema", "--out", str(folder / "scheman"))
    yield 0, ("status", yard)
    yield 0, ("savings", yard)
    yield 0, ("calendar", yard, "--format", "ics", "--out", str(folder / "kalender.ics"))
    yield 0, ("render", yard, *report, "--out", out)
    yield 0, ("render", yard, "--report", "generic.observationer", "--format", "csv", "--out", out)
    yield 0, ("verify", out, "--workspace", yard)
    yield 0, ("explain", yard, "generic.galleri/besok/lakare-distans/ar-1")
    yield 0, ("freeze", yard, *report, "--format", "html", *_DECISION)
    yield 0, ("verify", frozen)
    yield 0, ("diff", frozen, yard)
    yield 0, ("form", yard, *report, "--out", str(folder / "formulär"))
    yield 0, ("collect", yard, str(folder / "formulär"), "--out", str(folder / "insamlat"))
    yield 0, ("rollover", yard, "--to", "2025", "--out", str(folder / "nästa"))
    yield 0, ("save", yard, "--out", str(folder / "sparad"))
    yield 0, ("init", str(folder / "ny"))
    yield 0, ("plugin", "new", "exempelby", "--out", str(folder / "modul"))


_DECISION = ("--body", "Nämnden", "--date", "2024-10-01", "--paragraph", "§ 1", "--name", "beslut")


def run_all(folder: Path) -> list[str]:
    """Run the commands; what ended otherwise than it should, with what it said."""
    run = importlib.import_module("styrmodell.cli.main").run
    shutil.copytree(EXAMPLES / EXAMPLE, folder / "yta")
    wrong = []
    for code, command in commands(folder):
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            ended = run(list(command))
        if ended != code:
            wrong.append(f"{' '.join(command)}: {ended}\n{said.getvalue()[-1500:]}")
    return wrong


def main() -> None:
    """Refuse, import and run."""
    asked: list[str] = []
    if "--open" not in sys.argv:
        refuse(asked)
    modules = import_all()
    wrong = run_all(Path(sys.argv[1]))
    print(json.dumps({"modules": len(modules), "wrong": wrong, "asked": asked}, ensure_ascii=False))


if __name__ == "__main__":
    main()
