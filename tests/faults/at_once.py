"""Two commands at once in one office, many times: neither loses what the other wrote, and nothing is half."""

import shutil
from collections.abc import Iterator, Mapping

from attrs import frozen
from tests.faults.commands import DECISION
from tests.faults.office import FORMS, INBOX, OUT, ROOT, files
from tests.faults.trial import Trial, begin, run_in, wait_for

from styrmodell.cli.main import run

_TOLD = ("ena.txt", "andra.txt")


@frozen(kw_only=True)
class Pair:
    """Two commands, with the exit codes that they may end with, lowest first.

    The office must be left as when they are run one after the other, in one of the two orders.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    codes: frozenset[tuple[int, int]]


def _with(command: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return (*command, *more)


_RENDER = ("render", ROOT, "--out", OUT, "--report", "generic.matt")
_FORM = ("form", ROOT, "--out", FORMS, "--due", "2020-09-15")
_COLLECT = ("collect", ROOT, INBOX, "--out", "ratta")
_FREEZE = ("freeze", ROOT, "--format", "html", *DECISION)
_ROLL = ("rollover", ROOT, "--to", "2021", "--out", "nytt")
_SAVE = ("save", ROOT, "--out", "sparat", "--format", "csv")
_FINE = frozenset({(0, 0)})

PAIRS: Mapping[str, Pair] = {
    "render av två dagar": Pair(first=_RENDER, second=_with(_RENDER, "--as-of", "2020-06-01"), codes=_FINE),
    "form till två enheter": Pair(first=_with(_FORM, "--unit", "b"), second=_with(_FORM, "--unit", "c"), codes=_FINE),
    "collect av samma formulär": Pair(first=_COLLECT, second=_COLLECT, codes=frozenset({(1, 1)})),
    "freeze av samma beslut": Pair(first=_FREEZE, second=_FREEZE, codes=frozenset({(0, 4)})),
    "rollover till samma mapp": Pair(first=_ROLL, second=_ROLL, codes=frozenset({(0, 4)})),
    "rollover till två år": Pair(
        first=(*_ROLL[:-1], "nytt/a"), second=("rollover", ROOT, "--to", "2022", "--out", "nytt/b"), codes=_FINE
    ),
    "save i samma mapp": Pair(first=_SAVE, second=_SAVE, codes=_FINE),
}


def outcomes(trial: Trial, name: str, times: int) -> Iterator[tuple[str, ...]]:
    """Run the pair *name* at once *times* times: what was wrong each time."""
    pair = PAIRS[name]
    wanted = [_in_turn(trial, one, other) for one, other in ((pair.first, pair.second), (pair.second, pair.first))]
    for _ in range(times):
        yield tuple(_wrong(trial, pair, wanted))


def _in_turn(trial: Trial, *commands: tuple[str, ...]) -> Mapping[str, bytes]:
    office = trial.office()
    for command in commands:
        run_in(office, *command)
    found = files(office)
    shutil.rmtree(office)
    return found


def _wrong(trial: Trial, pair: Pair, wanted: list[Mapping[str, bytes]]) -> Iterator[str]:
    office = trial.office()
    begun = [
        begin(office, lambda command=command: run(list(command)), told)
        for command, told in zip((pair.first, pair.second), _TOLD, strict=True)
    ]
    low, high = sorted(map(wait_for, begun))
    told = "".join((office / name).read_text(encoding="utf-8") for name in _TOLD)
    for name in _TOLD:
        (office / name).unlink()
    if (low, high) not in pair.codes or "Traceback" in told:
        yield f"slutar med {low} och {high}: {told}"
    found = files(office)
    if found not in wanted:
        other = sorted(file for file in {*found, *wanted[0]} if found.get(file) != wanted[0].get(file))
        yield f"lämnar annat än en i taget: {other}"
    shutil.rmtree(office)
