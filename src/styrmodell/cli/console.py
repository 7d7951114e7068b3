"""Talking to a terminal: data on stdout, all else on stderr, in whatever encoding the console has."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from styrmodell.cli.lost_stream import LostStream, give_up

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
    """Print data on stdout; where nobody takes it the rest of the work goes on, and the exit code tells."""
    try:
        click.echo(_fit(text, sys.stdout))
    except OSError as error:
        sys.stdout = give_up(sys.stdout, is_lost=not isinstance(error, BrokenPipeError))


def tell(text: str) -> None:
    """Print a message on stderr; where nobody takes it there is nobody to tell."""
    try:
        click.echo(_fit(text, sys.stderr), err=True)
    except OSError:
        sys.stderr = give_up(sys.stderr, is_lost=False)


def show_bytes(data: bytes) -> None:
    """Write what is no text for people on stdout, byte by byte."""
    if isinstance(sys.stdout, LostStream):
        show(data.decode("utf-8", "replace"))
        return
    try:
        click.echo(data, nl=False)
    except OSError as error:
        sys.stdout = give_up(sys.stdout, is_lost=not isinstance(error, BrokenPipeError))


def written_words(count: int, out: Path, lang: str) -> str:
    """How many files were written, and where."""
    if lang != "sv":
        return f"{count or 'no'} {'file' if count == 1 else 'files'} written in {out}"
    if not count:
        return f"inga filer skrivna i {out}"
    return f"{count} {'fil skriven' if count == 1 else 'filer skrivna'} i {out}"


def default_language(environment: Iterable[tuple[str, str]] | None = None) -> str:
    """The language of the locale: English when it says so, else Swedish."""
    values = dict(os.environ.items() if environment is None else environment)
    name = values.get("LC_ALL") or values.get("LC_MESSAGES") or values.get("LANG") or ""
    return "en" if name.lower().startswith("en") else "sv"


def show_progress(name: str, done: int, count: int) -> None:
    """One line on stderr that is written over, and nothing when nobody watches."""
    if sys.stderr.isatty():
        text = f"{done}/{count} {name}"[:78]
        click.echo(f"\r{text:<78}" if name else f"\r{'':<78}\r", err=True, nl=False)
