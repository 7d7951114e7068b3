"""Findings: wrong or doubtful data, told as values and all at once.

A finding answers four questions, always in the order where, found, expected, do.
Its code holds the Swedish and English templates; the finding carries only the named arguments.
One that somebody stands for carries that too, and is told apart.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from html import escape
from typing import Self

from attrs import field, frozen

from styrmodell.errors import StyrmodellError
from styrmodell.source import Source


class Severity(Enum):
    """How bad a finding is; only ERROR makes a run end with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITY_WORDS = {
    "sv": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "upplysning"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_PLACE = re.compile(r"\{(\w+)\}")
_ANSWERS = {"sv": ("hittade", "väntade", "gör"), "en": ("found", "expected", "do")}
_ACKNOWLEDGED = {"sv": ("kvitterad", "till och med"), "en": ("acknowledged", "until")}


@frozen(kw_only=True)
class Text:
    """One text in Swedish and English.

    It may hold {named} places, and [[parts]] that are left out when a place in them is empty.
    """

    sv: str
    en: str

    def get(self, lang: str) -> str:
        """Return the text in *lang*, "sv" or "en"; anything else gives Swedish."""
        return self.en if lang == "en" else self.sv


@frozen(kw_only=True)
class Code:
    """A kind of finding. Codes are never reused.

    Attributes:
        code: "SM104", or "<prefix>.<n>" for a plugin's own.
        title: What is wrong, in general.
        found: Template of what was found; named places are filled from the finding's arguments.
        expected: Template of what would have been right.
        do: Template of what to do about it.
    """

    code: str
    severity: Severity
    title: Text
    expected: Text
    do: Text
    found: Text = Text(sv="{found}", en="{found}")

    def at(self, source: Source, **args: str) -> "Finding":
        """Make a finding of this kind at *source*; *args* are the texts for the named places of the templates."""
        return Finding(code=self, source=source, args=tuple(sorted(args.items())))


@frozen(kw_only=True)
class Acknowledgement:
    """That a finding is known and left as it is (kvittering): why, by which role, and until when.

    It holds for one finding, and only as long as that says the same of the same: another figure is another finding.

    Attributes:
        code: The finding's code.
        where: The finding's place, as it is told. Numbers of rows may change.
        found: What was found, in the finding's Swedish words.
        expected: What would have been right, in the finding's Swedish words.
        why: Why it is left as it is.
        role: The role that answers for it; never a person's name.
        until: The last day it holds.
        dated: The day it was written.
    """

    code: str
    where: str
    found: str
    expected: str
    why: str
    role: str
    until: date
    dated: date | None = None
    source: Source = field(default=Source(), eq=False)

    def text(self, lang: str = "sv") -> str:
        """Why, by whom and until when, on one line."""
        return f"{self.why} ({self.role}, {_ACKNOWLEDGED['en' if lang == 'en' else 'sv'][1]} {self.until.isoformat()})"


@frozen(kw_only=True)
class Finding:
    """One fault or doubt: its code, where, and the arguments of the templates.

    Attributes:
        acknowledged: That somebody stands for it, while that holds; the finding is the same with it and without.
    """

    code: Code
    source: Source
    args: tuple[tuple[str, str], ...] = ()
    acknowledged: Acknowledgement | None = field(default=None, eq=False)

    def _fill(self, template: Text, lang: str) -> str:
        arguments = _Arguments(self.args)
        return _OPTIONAL.sub(lambda part: _optional(part[1], arguments), template.get(lang)).format_map(arguments)

    def found(self, lang: str = "sv") -> str:
        """What was found, a text in *lang*."""
        return self._fill(self.code.found, lang)

    def expected(self, lang: str = "sv") -> str:
        """What would have been right, a text in *lang*."""
        return self._fill(self.code.expected, lang)

    def do(self, lang: str = "sv") -> str:
        """What to do about it, a text in *lang*."""
        return self._fill(self.code.do, lang)

    def severity_word(self, lang: str = "sv") -> str:
        """The severity as a word people read ("varning")."""
        return _SEVERITY_WORDS["en" if lang == "en" else "sv"][self.code.severity]

    def text(self, lang: str = "sv") -> str:
        """Four lines: code, severity and place; found; expected; do. A fifth says that it is acknowledged."""
        known = "en" if lang == "en" else "sv"
        labels, answers = [*_ANSWERS[known]], [self.found(lang), self.expected(lang), self.do(lang)]
        if self.acknowledged is not None:
            labels.append(_ACKNOWLEDGED[known][0])
            answers.append(self.acknowledged.text(lang))
        head = f"{self.code.code} {self.severity_word(lang)} {self.source}"
        width = max(len(label) for label in labels) + 2
        return "\n".join(
            [head, *(f"  {label:<{width}}{answer}" for label, answer in zip(labels, answers, strict=True))]
        )


def _optional(part: str, arguments: Mapping[str, str]) -> str:
    """A part of a template that says nothing when one of its places is empty ("did you mean {near}?")."""
    return part if all(arguments.get(name) for name in _PLACE.findall(part)) else ""


class _Arguments(dict[str, str]):
    """Template arguments; a name the finding lacks stays visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class Findings(tuple[Finding, ...]):
    """An ordered, immutable collection of findings."""

    __slots__ = ()

    @classmethod
    def gather(cls, *parts: Iterable[Finding]) -> Self:
        """Join *parts* in order, each finding once."""
        return cls(dict.fromkeys(finding for part in parts for finding in part))

    def errors(self) -> "Findings":
        """Only those of severity ERROR."""
        return Findings(finding for finding in self if finding.code.severity is Severity.ERROR)

    def warnings(self) -> "Findings":
        """Only those of severity WARNING."""
        return Findings(finding for finding in self if finding.code.severity is Severity.WARNING)

    def starting(self, prefix: str) -> "Findings":
        """Only those whose code begins with *prefix* ("SM1")."""
        return Findings(finding for finding in self if finding.code.code.startswith(prefix))

    def open(self) -> "Findings":
        """Only those that nobody has acknowledged: what is left to do something about."""
        return Findings(finding for finding in self if finding.acknowledged is None)

    def acknowledged(self) -> "Findings":
        """Only those that are acknowledged; each says why, by which role and until when."""
        return Findings(finding for finding in self if finding.acknowledged is not None)

    def require(self) -> None:
        """Raise FindingsError when any that is not acknowledged is an error; the only place that does."""
        if errors := self.open().errors():
            raise FindingsError(errors)

    def text(self, lang: str = "sv") -> str:
        """One below the other: four lines each, five where it is acknowledged; empty where there is none."""
        return "\n".join(finding.text(lang) for finding in self)

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(f.code.code)}</td><td>{f.severity_word()}</td><td>{escape(str(f.source))}</td>"
            f"<td>{escape(f.found())}</td><td>{escape(f.expected())}</td><td>{escape(f.do())}</td>"
            f"<td>{escape(f.acknowledged.text() if f.acknowledged is not None else '')}</td></tr>"
            for f in self
        )
        words = ("kod", "grad", "var", "hittade", "väntade", "gör", "kvitterad")
        head = "".join(f"<th scope='col'>{word}</th>" for word in words)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


class FindingsError(StyrmodellError):
    """Data that was required to be sound is not.

    Attributes:
        findings: The errors, all of them.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        super().__init__(findings.text("en"))
