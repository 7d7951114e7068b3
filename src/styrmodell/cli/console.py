"""Talking to a terminal: data on stdout, all else on stderr, in whatever encoding the console has."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from styrmodell.cli.exit_code import ExitCode
from styrmodell.finding import Findings

# What a Windows console in cp1252 or cp850 cannot show, in signs it can.
_PLAIN = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u2190": "<-", "\u2192": "->", "\u2026": "...", "\u2260": "<>"})


def _fit(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def show(text: str) -> None:
    """Print data on stdout."""
    click.echo(_fit(text, sys.stdout))


def tell(text: str) -> None:
    """Print a message on stderr."""
    click.echo(_fit(text, sys.stderr), err=True)


def tell_findings(findings: Findings, lang: str) -> None:
    """Print *findings* on stderr, the worst last, with a line that counts them."""
    ordered = sorted(findings, key=lambda finding: -_RANK.index(finding.code.severity.value))
    for finding in ordered:
        tell(finding.text(lang))
    if findings:
        tell(count_text(findings, lang))


_RANK = ("error", "warning", "note")
_COUNTED = {
    "sv": (("fel", "fel"), ("varning", "varningar"), ("upplysning", "upplysningar")),
    "en": (("error", "errors"), ("warning", "warnings"), ("note", "notes")),
}


def count_text(findings: Findings, lang: str) -> str:
    """How many of each: "1 fel, 2 varningar, 0 upplysningar"."""
    counts = [sum(finding.code.severity.value == rank for finding in findings) for rank in _RANK]
    words = _COUNTED["en" if lang == "en" else "sv"]
    return ", ".join(f"{count} {pair[count != 1]}" for count, pair in zip(counts, words, strict=True))


def exit_code(findings: Findings) -> ExitCode:
    """What *findings* end a run with: unreadable input before plugin faults before other errors."""
    codes = [ExitCode.OK]
    for finding in findings.errors():
        code = finding.code.code
        kinds = {"SM1": ExitCode.CANNOT_READ, "SM5": ExitCode.PLUGIN, "SM4": ExitCode.CANNOT_WRITE}
        codes.append(kinds.get(code[:3], ExitCode.FINDINGS))
    return max(codes)


def default_language(environment: Iterable[tuple[str, str]] | None = None) -> str:
    """The language of the locale: English when it says so, else Swedish."""
    values = dict(os.environ.items() if environment is None else environment)
    name = values.get("LC_ALL") or values.get("LC_MESSAGES") or values.get("LANG") or ""
    return "en" if name.lower().startswith("en") else "sv"
