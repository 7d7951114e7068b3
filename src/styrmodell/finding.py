"""Findings: wrong or doubtful data, told as values and all at once.

A finding answers four questions, always in the order where, found, expected, do.
Its code holds the Swedish and English templates; the finding carries only the named arguments.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from html import escape
from typing import Self

from attrs import frozen

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
        """Make a finding of this kind at *source* with named arguments."""
        return Finding(code=self, source=source, args=tuple(sorted(args.items())))


@frozen(kw_only=True)
class Finding:
    """One fault or doubt: its code, where, and the arguments of the templates."""

    code: Code
    source: Source
    args: tuple[tuple[str, str], ...] = ()

    def _fill(self, template: Text, lang: str) -> str:
        arguments = _Arguments(self.args)
        return _OPTIONAL.sub(lambda part: _optional(part[1], arguments), template.get(lang)).format_map(arguments)

    def found(self, lang: str = "sv") -> str:
        """What was found, in *lang*."""
        return self._fill(self.code.found, lang)

    def expected(self, lang: str = "sv") -> str:
        """What would have been right, in *lang*."""
        return self._fill(self.code.expected, lang)

    def do(self, lang: str = "sv") -> str:
        """What to do about it, in *lang*."""
        return self._fill(self.code.do, lang)

    def severity_word(self, lang: str = "sv") -> str:
        """The severity as a word people read ("varning")."""
        return _SEVERITY_WORDS["en" if lang == "en" else "sv"][self.code.severity]

    def text(self, lang: str = "sv") -> str:
        """Four lines: code, severity and place; found; expected; do."""
        labels = _ANSWERS["en" if lang == "en" else "sv"]
        answers = (self.found(lang), self.expected(lang), self.do(lang))
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

    def require(self) -> None:
        """Raise FindingsError when any is an error; the only place that does."""
        if self.errors():
            raise FindingsError(self.errors())

    def text(self, lang: str = "sv") -> str:
        """All findings, one below the other."""
        return "\n".join(finding.text(lang) for finding in self)

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(f.code.code)}</td><td>{f.severity_word()}</td><td>{escape(str(f.source))}</td>"
            f"<td>{escape(f.found())}</td><td>{escape(f.expected())}</td><td>{escape(f.do())}</td></tr>"
            for f in self
        )
        head = "".join(f"<th scope='col'>{word}</th>" for word in ("kod", "grad", "var", "hittade", "väntade", "gör"))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


class FindingsError(StyrmodellError):
    """Data that was required to be sound is not.

    Attributes:
        findings: The errors, all of them.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        super().__init__(findings.text("en"))
