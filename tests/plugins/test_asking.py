"""What a plugin raises is told with its place in the plugin's own code, which is where its author looks."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import CodeType

import pytest

from styrmodell.errors import TextError
from styrmodell.model.period import Period
from styrmodell.plugins.asking import ask


def function(folder: Path, package: str, text: str, **names: object) -> Callable[[], object]:
    """The function `run` of a module in *package*, whose file lies in *folder*."""
    path = folder / f"{package}.py"
    code: CodeType = compile(text, str(path), "exec")
    known: dict[str, object] = {"__name__": f"{package}.report", **names}
    exec(code, known)
    made = known["run"]
    assert callable(made)
    return made


def test_the_line_is_the_plugins_and_not_that_of_what_it_calls(tmp_path: Path) -> None:
    run = function(tmp_path, "nordan", "def run():\n    x = 1\n    return parse('2025Q1')\n", parse=Period.parse)
    answer = ask(run)
    assert isinstance(answer.error, TextError)
    assert answer.words.endswith(" (nordan.py:3)")


def test_it_is_the_plugins_own_last_line_also_where_it_is_called_back(tmp_path: Path) -> None:
    called = function(tmp_path, "nordan", "def run():\n    return 1 / 0\n")
    library = function(tmp_path, "bibliotek", "def run():\n    return call()\n", call=called)
    outer = function(tmp_path, "nordan", "\n\ndef run():\n    return call()\n", call=library)
    assert ask(outer).words == "ZeroDivisionError: division by zero (nordan.py:2)"


def test_a_library_that_the_plugin_uses_is_not_the_plugin(tmp_path: Path) -> None:
    library = function(tmp_path, "bibliotek", "def run():\n    raise OSError('borta')\n")
    outer = function(tmp_path, "nordan", "def run():\n    return call()\n", call=library)
    assert ask(outer).words == "OSError: borta (nordan.py:2)"


@pytest.mark.parametrize("call", [lambda: Period.parse("x"), lambda: json.loads("{")])
def test_a_test_that_asks_itself_is_told_with_its_own_line(call: Callable[[], object]) -> None:
    assert "(test_asking.py:" in ask(call).words


def test_there_is_no_place_where_none_of_the_plugins_lines_was_run() -> None:
    assert ask(partial(json.loads, "{")).words.endswith("(char 1)")
