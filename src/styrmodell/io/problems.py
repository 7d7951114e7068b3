"""Gathering what is wrong with a file: every fault at once, up to a limit that hostile input cannot pass."""

from collections.abc import Iterable

from attrs import define, field

from styrmodell.errors import StyrmodellError
from styrmodell.finding import Code, Finding, Findings
from styrmodell.io.codes import TOO_MANY
from styrmodell.model.ids import near_names
from styrmodell.source import Source

MAX_FINDINGS = 5_000
_SHOWN = 12


class BadValueError(StyrmodellError):
    """A text that cannot become a value; never leaves this floor, it is turned into a finding.

    Attributes:
        code: The kind of finding it becomes.
        named: The arguments of the code's templates.
        path: Where below the value that was read the fault is.
    """

    def __init__(self, code: Code, **named: str) -> None:
        self.code = code
        self.named = named
        self.path: tuple[str | int, ...] = ()
        super().__init__(f"{code.code} {named}")

    def below(self, *path: str | int) -> "BadValueError":
        """The same fault, standing at *path* below the value that was read."""
        self.path = path
        return self


@define
class Problems:
    """The findings of one file while it is read."""

    file: str
    _found: list[Finding] = field(factory=list)

    def add(self, code: Code, place: str, **args: str) -> None:
        """Add a finding of kind *code* at *place* of the file."""
        if len(self._found) < MAX_FINDINGS:
            self._found.append(code.at(Source(file=self.file, place=place), **args))
        elif len(self._found) == MAX_FINDINGS:
            self._found.append(TOO_MANY.at(Source(file=self.file), limit=str(MAX_FINDINGS)))

    def add_bad(self, bad: BadValueError, place: str) -> None:
        """Add what *bad* says, at *place*."""
        self.add(bad.code, place, **bad.named)

    @property
    def is_full(self) -> bool:
        """Whether more would not be shown; reading may stop."""
        return len(self._found) > MAX_FINDINGS

    def findings(self) -> Findings:
        """All that was added, in order."""
        return Findings(self._found)


def suggestions(name: str, known: Iterable[str]) -> dict[str, str]:
    """Template arguments for a *name* that is not among *known*: found, known and near."""
    names = tuple(known)
    listed = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    near = near_names(name.strip().casefold(), names)
    return {"found": shorten(name), "known": listed or "–", "near": near}


def shorten(text: str) -> str:
    """*text* on one line, short enough to stand in a finding."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
