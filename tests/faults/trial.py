"""Trying a command with a fault at every point, or at points spread evenly: what of the office's promises is broken.

Each try is a copy of the office and a process of its own, forked from one that has everything loaded.
"""

import gc
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from attrs import define, field, frozen
from tests.faults.commands import COMMANDS, Command, forms_that_came
from tests.faults.office import files, make_office, write_figures
from tests.faults.strike import KILLED, Fault, Strike

from styrmodell.cli.main import run
from styrmodell.session import write
from styrmodell.session.hold import LOCK

_RAISED = 99
_HIDDEN = ".styrmodell-"
_TOLD = "utskrift.txt"
# They tell of what was written: of a part of it where a part was.
_REGISTERS = ("manifest.json", "index.html", "inkommet.json", "utskick.json", "att-ratta.json")
_SAID = {"full": "disken är full", "denied": "åtkomst nekades"}


@frozen
class Ended:
    """How a process ended, and what it printed."""

    code: int
    told: str
    events: tuple[tuple[str, str], ...] = ()


@frozen
class Outcome:
    """One try: at which point of how many, before what, and the promises that it broke."""

    command: str
    kind: str
    at: int
    event: str
    broken: tuple[str, ...]


@frozen
class Reference:
    """What a command does when nothing is wrong: the files before and after, and how it ended.

    Attributes:
        later: The files when a third input is rendered or saved after it.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    ended: Ended
    check: frozenset[int]
    later: Mapping[str, bytes]


@define(eq=False)
class Trial:
    """Tries commands in copies of one office.

    Attributes:
        base: An empty folder to work in.
    """

    base: Path
    _number: int = 0
    _references: dict[str, Reference] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.base = self.base.resolve()
        (self.base / "mall").mkdir(parents=True)
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            with chdir(self.base / "mall"):
                make_office(Path())
            # Here, so that every module is loaded once and not in each process.
            warm = self.office()
            with chdir(warm):
                for command in COMMANDS.values():
                    run(list(command.args))
        shutil.rmtree(warm)
        gc.collect()
        gc.freeze()

    def reference(self, name: str) -> Reference:
        """What *name* does when nothing is wrong."""
        if name not in self._references:
            office = self.office()
            before, checks = files(office), {run_in(office, "check", "yta").code}
            ended = run_in(office, *COMMANDS[name].args, fault=Fault("none"))
            after = files(office)
            checks.add(run_in(office, "check", "yta").code)
            later = _later(office, COMMANDS[name])
            self._references[name] = Reference(before, after, ended, frozenset(checks), later)
            shutil.rmtree(office)
        return self._references[name]

    def faults(self, name: str, kind: str, most: int) -> Sequence[Fault]:
        """At most *most* faults of *kind* in *name*, the first and the last among them; all where *most* is 0."""
        events = self.reference(name).ended.events
        if kind == "denied":
            names = dict.fromkeys(target for event, target in events if event == "os.rename")
            every = [Fault(kind, name=target) for target in names]
        else:
            every = [Fault(kind, at) for at in range(1, len(events) + 1)]
        if not most or len(every) <= most:
            return every
        return [every[round(step * (len(every) - 1) / (most - 1))] for step in range(most)]

    def outcomes(self, name: str, kind: str, most: int) -> Iterator[Outcome]:
        """Try *name* with faults of *kind*."""
        for fault in self.faults(name, kind, most):
            event = fault.name or self.reference(name).ended.events[fault.at - 1][0]
            yield Outcome(name, kind, fault.at, event, tuple(self._broken(name, fault)))

    def _broken(self, name: str, fault: Fault) -> Iterator[str]:
        command, known, office = COMMANDS[name], self.reference(name), self.office()
        ended = run_in(office, *command.args, fault=fault)
        yield from _ending(ended, fault, known)
        yield from _whole(files(office), known)
        if (code := run_in(office, "check", "yta").code) not in known.check:
            yield f"arbetsytan läses inte: check slutar med {code}"
        if command.verified and (office / command.verified / "manifest.json").exists():
            tried = run_in(office, "verify", command.verified)
            if tried.code and "SM445" not in tried.told:
                yield f"manifestet stämmer inte, och det sägs inte: {tried.told}"
        twin = self.office(office)
        if known.later and (faults := list(_differing(_later(twin, command), known.later, command))):
            yield f"med nya indata: {faults}"
        again = run_in(office, *command.args)
        if again.code not in {known.ended.code, *command.done}:
            yield f"nästa körning slutar med {again.code}: {again.told}"
        left = files(office)
        if again.code in command.done:  # refused before it holds a folder: the empty lock goes with the next that does
            left = {file: data for file, data in left.items() if data or not file.endswith(LOCK)}
        yield from _differing(left, known.after, command)
        for place in (office, twin):
            shutil.rmtree(place)

    def office(self, like: Path | None = None) -> Path:
        """A copy of the office, or of *like*."""
        self._number += 1
        office = self.base / str(self._number)
        shutil.copytree(like or self.base / "mall", office)
        return office


def _later(office: Path, command: Command) -> Mapping[str, bytes]:
    """The files when the input has changed once more and the command runs again: a killed run's are its own."""
    if command.args[0] not in ("render", "save"):
        return {}
    write_figures(office, 3000)
    run_in(office, *command.args)
    return files(office)


def _ending(ended: Ended, fault: Fault, known: Reference) -> Iterator[str]:
    """How the struck process ended: killed, or told in words; a disk that fills when all is written harms nothing."""
    if fault.kind == "kill" and ended.code != KILLED:
        yield f"dödades inte: {ended.code} {ended.told}"
    if fault.kind != "kill":
        if ended.code not in (4, known.ended.code):
            yield f"slutar med {ended.code}: {ended.told}"
        if ended.code == 4 and _SAID[fault.kind] not in ended.told:
            yield f"säger inte vad som hände: {ended.told}"
        if ended.code != 4 and fault.kind == "denied":
            yield f"säger inte att filen inte skrevs: {ended.code} {ended.told}"
        if "Traceback" in ended.told:
            yield ended.told


def _whole(found: Mapping[str, bytes], known: Reference) -> Iterator[str]:
    """Every file is the old one or the new one, whole."""
    for file in {*found, *known.before}:
        if any(part.startswith(_HIDDEN) for part in file.split("/")):
            continue
        allowed = {one.get(file) for one in (known.before, known.after)}
        if found.get(file) not in allowed and not file.endswith(_REGISTERS):
            yield f"{file} är varken den gamla eller den nya"
        elif found.get(file) not in allowed and file.endswith(".json"):
            json.loads(found.get(file, b"null"))


def _differing(found: Mapping[str, bytes], wanted: Mapping[str, bytes], command: Command) -> Iterator[str]:
    """What the next run leaves that a run without faults does not."""
    for file in sorted({*found, *wanted}):
        if file in command.varies and file in found and file in wanted:
            if forms_that_came(found[file]) != forms_that_came(wanted[file]):
                yield f"{file} nämner andra formulär"
        elif found.get(file) != wanted.get(file):
            yield f"{file} {'saknas' if file not in found else 'är kvar' if file not in wanted else 'är en annan'}"


def run_in(office: Path, *args: str, fault: Fault | None = None) -> Ended:
    """Run the command line in *office*, in a process of its own."""
    strike = Strike(office, fault or Fault("none"))

    def work() -> int:
        if fault is not None:
            write._PAUSE_SECONDS = 0  # nobody closes the file meanwhile
            strike.install()
        try:
            return run(list(args))
        finally:
            if fault is not None and fault.kind == "none":
                print("\n@" + json.dumps(strike.events))

    code = wait_for(begin(office, work, _TOLD))
    told, _, events = (office / _TOLD).read_text(encoding="utf-8").partition("\n@")
    (office / _TOLD).unlink()
    return Ended(code, told, tuple((event, target) for event, target in json.loads(events or "[]")))


def wait_for(child: int) -> int:
    """The exit code of the process *child*."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def begin(office: Path, work: Callable[[], int], told_in: str) -> int:
    """Begin *work* in a process of its own, in *office*; what it prints goes to the file *told_in*."""
    child = os.fork()
    if not child:
        code = _RAISED
        try:
            os.chdir(office)
            told = os.open(told_in, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(told, 1)
            os.dup2(told, 2)
            code = work()
        finally:
            if code == _RAISED:
                sys.excepthook(*sys.exc_info())
            os._exit(code)
    return child
