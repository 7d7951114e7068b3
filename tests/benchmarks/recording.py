"""What a workbook is written with, recorded call by call, so that it can be written again by direct calls alone."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from unittest.mock import patch

import xlsxwriter
from attrs import define, field, frozen

_NO_FORMAT = -1
# Methods that take row, column, value, format: nearly all calls.
_NUMBER, _STRING, _OTHER = "write_number", "write_string", ""


@frozen
class _Format:
    """Stands for a format while recording."""

    index: int


@frozen(kw_only=True)
class _Call:
    """One call; *format_at* is the place of the format among *args*."""

    target: int
    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    format_at: int
    format: int


@define(kw_only=True, eq=False)
class Recording:
    """The calls that write one workbook; target 0 is the workbook, the others its sheets in order."""

    options: dict[str, Any] = field(factory=dict)
    looks: list[dict[str, Any]] = field(factory=list)
    calls: list[_Call] = field(factory=list)
    sheets: int = 0

    def add(self, target: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Keep one call."""
        at = next((place for place, arg in enumerate(args) if isinstance(arg, _Format)), _NO_FORMAT)
        index = args[at].index if at != _NO_FORMAT else _NO_FORMAT
        kept = tuple(None if place == at else arg for place, arg in enumerate(args))
        self.calls.append(_Call(target=target, name=name, args=kept, kwargs=kwargs, format_at=at, format=index))

    @property
    def cells(self) -> int:
        """How many cells are written."""
        return sum(call.name.startswith("write_") for call in self.calls)


class _Target:
    """A workbook or sheet that only listens."""

    def __init__(self, recording: Recording, number: int) -> None:
        self._recording = recording
        self._number = number

    def __getattr__(self, name: str) -> Callable[..., object]:
        def listen(*args: Any, **kwargs: Any) -> object:
            recording = self._recording
            if name == "add_format":
                recording.looks.append(dict(args[0]))
                return _Format(len(recording.looks) - 1)
            recording.add(self._number, name, args, kwargs)
            if name == "add_worksheet":
                recording.sheets += 1
                return _Target(recording, recording.sheets)
            return 0

        return listen


def record(write: Callable[[], object]) -> Recording:
    """The calls *write* makes of the package that writes workbooks."""
    recording = Recording()

    def workbook(_target: BytesIO, options: dict[str, Any]) -> _Target:
        recording.options = options
        return _Target(recording, 0)

    with patch("xlsxwriter.Workbook", workbook):
        write()
    return recording


@frozen(kw_only=True)
class Script:
    """A recording made ready: plain tuples, so that playing it takes hardly more than the calls themselves."""

    recording: Recording
    steps: tuple[tuple[str, int, Any], ...]

    def play(self) -> bytes:
        """Write the workbook by direct calls."""
        target = BytesIO()
        workbook = xlsxwriter.Workbook(target, self.recording.options)
        formats = [workbook.add_format(looks) for looks in self.recording.looks]
        targets: list[Any] = [workbook]
        current = -1
        number: Any = None
        string: Any = None
        for name, at, given in self.steps:
            if at != current:
                current, sheet = at, targets[at]
                number, string = getattr(sheet, _NUMBER, None), getattr(sheet, _STRING, None)
            if name is _STRING:
                row, column, value, index = given
                string(row, column, value, formats[index])
            elif name is _NUMBER:
                row, column, value, index = given
                number(row, column, value, formats[index])
            else:
                made = _call(targets[at], given, formats)
                if given.name == "add_worksheet":
                    targets.append(made)
        return target.getvalue()


def make_script(recording: Recording) -> Script:
    """Make *recording* ready to play."""
    return Script(recording=recording, steps=tuple(map(_step, recording.calls)))


def _step(call: _Call) -> tuple[str, int, Any]:
    if call.format_at == 3 and len(call.args) == 4 and not call.kwargs:
        for name in (_NUMBER, _STRING):
            if call.name == name:
                return name, call.target, (*call.args[:3], call.format)
    return _OTHER, call.target, call


def _call(target: Any, call: _Call, formats: list[Any]) -> Any:
    args = call.args
    if call.format_at != _NO_FORMAT:
        args = (*args[: call.format_at], formats[call.format], *args[call.format_at + 1 :])
    return getattr(target, call.name)(*args, **call.kwargs)
