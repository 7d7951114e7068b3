"""docs/how-to/installera.md: every session is there, every command can be understood, and every promise has its test.

Nothing is installed here, as pip would ask a package registry; the session wheelhouse does what the page says.
"""

import ast
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import click
import pytest

from styrmodell.cli.main import group

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "how-to" / "installera.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(sh|powershell)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
COMMANDS = [line for _, block in BLOCKS for line in block.splitlines()]
INTERPRETERS = {"sh": {"python"}, "powershell": {"py", ".venv\\Scripts\\python"}}
# What a word of the command line is looked up in, so that a renamed option is seen.
KNOWN = ["nox", "pip", "styrmodell", "venv"]


def words_of(command: str) -> list[str]:
    """The words after `python -m`; a backslash is a part of a path here."""
    return shlex.split(command.replace("\\", "\\\\"))[2:]


def sessions_of_nox() -> dict[str, str]:
    """The docstring of every session in noxfile.py, by its name."""
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    marked = [node for node in found if "nox.session" in map(ast.unparse, node.decorator_list)]
    return {node.name: ast.get_docstring(node) or "" for node in marked}


@cache
def help_of(*words: str) -> str:
    """What a module of Python says of its options."""
    done = subprocess.run([sys.executable, "-m", *words, "--help"], capture_output=True, text=True, check=True)
    return done.stdout


def test_every_command_begins_as_its_shell_wants() -> None:
    for shell, block in BLOCKS:
        for command in block.splitlines():
            interpreter, dash_m, module, *_ = shlex.split(command.replace("\\", "\\\\"))
            assert interpreter in INTERPRETERS[shell], command
            assert (dash_m, module in KNOWN) == ("-m", True), command


def test_each_kind_of_command_is_on_the_page() -> None:
    assert sorted({words_of(command)[0] for command in COMMANDS}) == KNOWN


def test_every_session_on_the_page_exists() -> None:
    asked = {words_of(command)[2] for command in COMMANDS if words_of(command)[:2] == ["nox", "-s"]}
    named = set(re.findall(r"sessionen `(\w+)`", TEXT, re.IGNORECASE))
    assert asked == {"wheelhouse", "sbom", "licences"}
    assert asked | named <= set(sessions_of_nox())


def test_contributing_names_every_session_and_ci_runs_none_that_asks_for_more_than_it_needs() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(table) == set(sessions_of_nox())
    run = re.findall(r"nox -s ([\w ]+)\)", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert not {"wheelhouse", "sbom", "licences", "reuse"} & set(" ".join(run).split())


@pytest.mark.parametrize("command", [one for one in COMMANDS if words_of(one)[0] == "pip"])
def test_pip_has_the_command_and_its_options(command: str) -> None:
    _, action, *rest = words_of(command)
    options = [word for word in rest if word.startswith("-")]
    assert [word for word in options if not re.search(rf"(?<!\S){word}\b", help_of("pip", action))] == []


@pytest.mark.parametrize("command", [one for one in COMMANDS if words_of(one)[0] == "styrmodell"])
def test_the_programs_own_commands_are_understood(command: str) -> None:
    _, *words = words_of(command)
    if words == ["--version"]:
        return
    assert isinstance(group, click.Group)
    chosen = group.get_command(click.Context(group), words[0])
    assert chosen is not None, command
    chosen.make_context(words[0], list(words[1:]))
    assert (ROOT / words[1] / "styrmodell.toml").is_file()


def test_what_is_installed_is_the_core_or_one_of_its_plugins() -> None:
    own = {"styrmodell", *(path.parent.name for path in (ROOT / "plugins").glob("*/pyproject.toml"))}
    named = {word for command in COMMANDS for word in words_of(command) if word.startswith("styrmodell")}
    assert named == own


def test_every_promise_names_a_test_that_there_is() -> None:
    promises = re.findall(r"^\| .+ \| `(tests/.+\.py)` \|$", TEXT, re.MULTILINE)
    assert len(promises) == TEXT.count("| `tests/") == 9
    assert [path for path in promises if not (ROOT / path).is_file()] == []


def test_no_address_of_a_package_index_is_named() -> None:
    assert re.findall(r"https?://|pypi", TEXT, re.IGNORECASE) == []
