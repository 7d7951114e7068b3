"""Installed plugins made up for a test: a folder with a module and the metadata that pip would have written."""

from pathlib import Path
from textwrap import dedent

HEAD = """
from datetime import date
import os, sys
from styrmodell.api import (
    Check, Code, Document, Heading, Profile, ReportSpec, Rule, Severity, Text, hookimpl
)

plugin_api = 1
TITLE = Text(sv="Rapport", en="Report")


def build(context):
    return Document(title="Rapport", blocks=(Heading(text="Rubrik"),))


def report(key, build=build):
    return ReportSpec(key=key, title=TITLE, build=build, formats=("html",))


def check(key):
    return Check(key=key, codes=(), run=lambda context: ())


def rule(key):
    return Rule(key=key, title=TITLE, identity=0, lift=len, combine=max, lower=str)


def profile(key, year=2020):
    return Profile(key=key, valid_from=date(year, 1, 1))
"""


def install(folder: Path, name: str, code: str, *, distribution: str = "", entry: str = "") -> None:
    """Put a plugin in *folder*, which is to be on sys.path.

    Args:
        code: The module, after HEAD; empty for an entry point to nothing.
        distribution: Default: "styrmodell-<name>", always of version 1.2.3.
        entry: What the entry point points at; default: the module.
    """
    distribution = distribution or f"styrmodell-{name}"
    module = distribution.replace("-", "_")
    if code:
        (folder / f"{module}.py").write_text(HEAD + dedent(code), encoding="utf-8")
    info = folder / f"{module}-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2.3\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[styrmodell]\n{name} = {entry or module}\n", encoding="utf-8")


GOOD = """
@hookimpl
def styrmodell_reports():
    return (report("bra.a"),)
"""
