"""`styrmodell verify`: whether what was frozen or rendered still is what it was."""

import json
from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import count_text, exit_code, findings_data
from styrmodell.cli.options import WORKSPACE, make_shared, shared_options
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.errors import ReadError
from styrmodell.io.file_pattern import FROZEN_FILE
from styrmodell.session.frozen_record import frozen_folder
from styrmodell.session.manifest import NAME
from styrmodell.session.verify import Verified, verify

_SAMENESS = {
    "bytes": ("omräknade, byte för byte lika", "recomputed, the same byte for byte"),
    "cells": ("omräknade, samma siffra i varje cell", "recomputed, the same figure in every cell"),
    "differs": ("omräknade, andra siffror", "recomputed, other figures"),
    "no": ("inte omräknade", "not recomputed"),
}


@click.command(cls=SwedishCommand, name="verify")
@click.argument("path", metavar="MAPP", type=WORKSPACE)
@click.option(
    "--workspace",
    metavar="ARBETSYTA",
    type=WORKSPACE,
    help="Arbetsytan som render läste. Behövs inte för det som är fryst.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(path: Path, workspace: Path | None, form: str, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Pröva en frysning, eller en mapp som render skrev i: kontrollsummor, filer och siffror.

    Det som är fryst räknas om ur sina egna indata och jämförs.
    """
    shared = make_shared(lang, strict, plugins)
    swedish = shared.lang == "sv"
    try:
        verified = verify(path, workspace=workspace, registry=shared.registry())
    except ReadError as error:
        words = "ingen frysning eller körning att pröva" if swedish else "nothing to verify"
        tell(f"styrmodell: {path}: {words} ({error})" if swedish else f"styrmodell: {error}")
        return ExitCode.CANNOT_READ
    if form == "json":
        show(json.dumps(_data(verified, shared.lang), ensure_ascii=False, indent=2))
    else:
        record = NAME if frozen_folder(path) is None else FROZEN_FILE
        show("\n".join(_lines(verified, record, shared.lang)))
    return exit_code(verified.findings)


def _data(verified: Verified, lang: str) -> dict[str, object]:
    return {
        "sha256": verified.sha256,
        "inputs": verified.inputs,
        "outputs": verified.outputs,
        "sameness": verified.sameness,
        "findings": findings_data(verified.findings, lang),
    }


def _lines(verified: Verified, record: str, lang: str) -> list[str]:
    english = lang == "en"
    words = ("input", "output", "figures") if english else ("indata", "utdata", "siffror")
    files = "files" if english else "filer"
    values = (
        f"{verified.inputs} {files}",
        f"{verified.outputs} {files}",
        _SAMENESS[verified.sameness][english],
    )
    told = [finding.text(lang) for finding in verified.findings]
    facts = [f"{word:<9}{value}" for word, value in zip(words, values, strict=True)]
    return [*told, *facts, f"{record} sha256 {verified.sha256}", count_text(verified.findings, lang)]
