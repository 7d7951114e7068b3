"""`styrmodell template`: check a region's own Word master, and show what it may use."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from styrmodell.cli.console import default_language, show
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import count_text, findings_data
from styrmodell.cli.path_argument import ReadPath
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.swedish_group import SwedishGroup
from styrmodell.finding import Findings, Text
from styrmodell.report.codes import NOT_A_MASTER, UNSAFE_MASTER
from styrmodell.report.word.template.words import CONDITIONS, FILTERS, MasterForm, MasterVariable, master_variables
from styrmodell.session.template import check_master

_NO_FILE = Text(
    sv="det finns ingen sådan fil; kontrollera hur sökvägen är skriven",
    en="no such file; check how the path is written",
)
_UNREADABLE = (NOT_A_MASTER.code, UNSAFE_MASTER.code)
_WORDS = {
    "sv": ("Variabler", "Filter", "Villkor", "till exempel", "rapportens plats: ett eget stycke, en gång"),
    "en": ("Variables", "Filters", "Conditions", "for example", "the report's place: a paragraph of its own, once"),
}
_format = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
_lang = click.option("--lang", type=click.Choice(["sv", "en"]), default=None, help="Språk; annars datorns.")


@click.command(cls=SwedishGroup, name="template")
def command() -> None:
    """Granska en egen Wordmall, eller visa vad den får använda."""


@command.command(cls=SwedishCommand, name="check")
@click.argument("path", metavar="FIL", type=ReadPath(_NO_FILE))
@_format
@_lang
def check(path: Path, form: str, lang: str | None) -> int:
    """Granska en Wordmall: allt som är fel eller värt att veta, på en gång. Inget i mallen körs."""
    language = lang or default_language()
    findings = check_master(path)
    if form == "json":
        show(json.dumps(findings_data(findings, language), ensure_ascii=False, indent=2))
    else:
        show("\n".join([*(finding.text(language) for finding in findings), count_text(findings, language)]))
    return _exit_code(findings)


def _exit_code(findings: Findings) -> ExitCode:
    codes = [finding.code.code for finding in findings.errors()]
    if any(code in _UNREADABLE or code.startswith("SM1") for code in codes):
        return ExitCode.CANNOT_READ
    return ExitCode.FINDINGS if codes else ExitCode.OK


@command.command(cls=SwedishCommand, name="variables")
@_format
@_lang
def variables(form: str, lang: str | None) -> int:
    """Visa variabler, filter och villkor som en Wordmall får använda, med förklaring och exempel."""
    language = lang or default_language()
    if form == "json":
        show(json.dumps(_data(language), ensure_ascii=False, indent=2))
    else:
        show("\n".join(_lines(language)))
    return ExitCode.OK


def _data(lang: str) -> dict[str, Any]:
    named = [{**_entry(one, lang), "name": one.name, "is_body": one.is_body} for one in master_variables()]
    forms = {
        key: [{**_entry(one, lang), "name": one.name} for one in table]
        for key, table in (("filters", FILTERS), ("conditions", CONDITIONS))
    }
    return {"variables": named, **forms}


def _entry(one: MasterVariable | MasterForm, lang: str) -> dict[str, str]:
    return {"written": one.written, "text": one.text.get(lang), "example": one.example}


def _lines(lang: str) -> Iterator[str]:
    *headings, example, body = _WORDS["en" if lang == "en" else "sv"]
    tables: tuple[tuple[MasterVariable | MasterForm, ...], ...] = (master_variables(), FILTERS, CONDITIONS)
    for heading, table in zip(headings, tables, strict=True):
        yield heading
        for one in table:
            is_body = isinstance(one, MasterVariable) and one.is_body
            yield f"  {one.written}" + (f"  ← {body}" if is_body else "")
            yield f"      {one.text.get(lang)}"
            yield f"      {example}: {one.example}"
