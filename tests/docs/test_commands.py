"""Every command on every page is one that there is: its options, its choices, its sessions, its files.

That it also does what the page says is the matter of the page's own test, see test_every_block.py.
"""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.docs.pages import BLOCK, ROOT, page_text

from styrmodell.cli.main import group

SHELLS = ("sh", "console", "powershell", "bat")
PAGES = ("README.md", "CONTRIBUTING.md")
FOLDERS = ("docs", "examples", "plugins", "templates")
INTERPRETERS = (r"(?:\S*[/\\])?python3?", r"py")
RUN = re.compile(rf"(?:^|\s|=)(?:{'|'.join(INTERPRETERS)}) -m (\w+)(.*)$|^\s*(styrmodell) (.*)$", re.MULTILINE)
REDIRECTED = re.compile(r"\s*(?:\d?>{1,2}|\|\||&&|\||;|2>&1).*$")


def pages() -> Iterator[str]:
    yield from PAGES
    for folder in FOLDERS:
        yield from (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).rglob("*.md")))


def commands(module: str) -> list[object]:
    """(page, what stands after the module's name) of every command that runs it."""
    found = []
    for page in pages():
        for block in BLOCK.finditer(page_text(page)):
            if block["language"] in SHELLS:
                for one in RUN.finditer(re.sub(r"\s*[\\^]\n\s*", " ", block["text"])):
                    name, rest = (one[1], one[2]) if one[1] else (one[3], one[4])
                    if name == module:
                        rest = REDIRECTED.sub("", rest.partition("  #")[0]).strip()
                        found.append(pytest.param(rest, id=f"{page}: {rest[:60]}"))
    return found


def parsed(words: list[str]) -> tuple[click.Command, dict[str, object]]:
    """The command that *words* call, and the values of its options and arguments as they are written."""
    command: click.Command = group
    context = click.Context(group, info_name="styrmodell")
    while isinstance(command, click.Group):
        chosen = command.get_command(context, words[0])
        assert chosen is not None, f"no command {words[0]}"
        context = click.Context(chosen, info_name=words.pop(0), parent=context)
        command = chosen
    given, left, _ = command.make_parser(context).parse_args(words)
    assert left == [], f"{left} is left over"
    return command, given


@pytest.mark.parametrize("written", commands("styrmodell"))
def test_a_command_of_the_program_can_be_understood(written: str) -> None:
    # A backslash is a part of a path in Windows, and %NAME% one of its variables.
    words = shlex.split(written.replace("\\", "/"))
    if words == ["--version"]:
        return
    command, given = parsed(words)
    for option in command.params:
        value = given.get(option.name or "")
        values = value if isinstance(value, list) else [value]
        if isinstance(option.type, click.Choice):
            assert [one for one in values if isinstance(one, str) and one not in option.type.choices] == []


@pytest.mark.parametrize("written", commands("nox"))
def test_a_session_is_one_that_there_is(written: str) -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    sessions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    asked = re.search(r"-s (.*?)(?: --|$)", written)
    assert set((asked[1] if asked else "").split()) <= sessions


def test_a_script_that_a_page_runs_is_there() -> None:
    named = {
        script
        for page in pages()
        for block in BLOCK.finditer(page_text(page))
        if block["language"] in SHELLS and not page.startswith("docs/how-to/tillaggsmodul")
        for script in re.findall(r"^python ([\w/]+\.py)", block["text"], re.MULTILINE)
    }
    assert "tests/benchmarks/run.py" in named
    assert [script for script in named if not Path(ROOT / script).is_file()] == []


def test_every_module_that_is_run_is_looked_up_or_is_pythons_own() -> None:
    known = {"styrmodell", "mypy", "nox", "pip", "pytest", "ruff", "tests", "venv"}
    run = {
        one[1] or one[3]
        for page in pages()
        for block in BLOCK.finditer(page_text(page))
        if block["language"] in SHELLS
        for one in RUN.finditer(block["text"])
    }
    assert {"styrmodell", "nox", "pip"} <= run <= known
