"""What the pages show: their blocks, their commands with what is shown under each, and a command run as written."""

import ast
import io
import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

from styrmodell.cli.main import run

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<language>[\w{}-]*)[^\n]*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
SHELLS = ("sh", "console")
PYTHON = ["python", "-m", "styrmodell"]
LEFT_OUT = "…"
# What has no language of its own.
SPEAKS_NONE = ("schema",)


def page_text(path: str) -> str:
    """The text of a page, called as from the root: docs/how-to/excel.md."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def functions_of(path: str) -> frozenset[str]:
    """The names of the functions in a file, called as from the root."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def blocks(text: str, language: str) -> list[str]:
    """The blocks in one language, "" where none is said, in the page's order."""
    return [block["text"] for block in BLOCK.finditer(text) if block["language"] == language]


def steps(text: str) -> Iterator[tuple[str, str]]:
    """(command, what is shown under it) of every command; nothing is shown of another than the last of a block."""
    found = list(BLOCK.finditer(text))
    for place, block in enumerate(found):
        if block["language"] not in SHELLS:
            continue
        *before, last = block["text"].splitlines()
        yield from ((line, "") for line in before)
        after = found[place + 1] if place + 1 < len(found) else None
        follows = after is not None and after["language"] in ("", "text") and _close(text, block, after)
        yield last, after["text"] if after is not None and follows else ""


def _close(text: str, block: re.Match[str], after: re.Match[str]) -> bool:
    """Whether nothing stands between two blocks."""
    return not text[block.end() : after.start()].strip()


def spoken(command: str, *, code: int = 0) -> str:
    """What a command says, in Swedish, where it gives that code; a no-break space is a space on the page."""
    words = shlex.split(command.partition("  #")[0])
    assert words[:3] == PYTHON or words[0] == PYTHON[-1], command
    asked = words[words.index(PYTHON[-1]) + 1 :]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        given = run(asked if asked[0] in SPEAKS_NONE else [*asked, "--lang", "sv"])
    assert given == code, f"{command}\n{said.getvalue()}"
    return plain(said.getvalue())


def plain(text: str) -> str:
    """As a page is written: spaces that break, hyphens as they are typed."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def not_said(shown: str, said: str) -> list[str]:
    """The lines that a page shows and nobody said, in that order; what is left out is marked so."""
    left: Iterable[str] = iter(line.rstrip() for line in said.splitlines())
    return [line for line in shown.splitlines() if line.strip() not in ("", LEFT_OUT) and line.rstrip() not in left]


def run_script(script: str, name: str) -> str:
    """What a script prints."""
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(script, name, "exec"), {})
    return plain(said.getvalue())
