"""docs/how-to/tillaggsmodul.md, followed to the letter in an empty folder: what it says to write and run works.

Every command runs in a process of its own. Only pip is not run, as it would ask a package registry: what an editable
install does is done for it, and the session new_plugin of noxfile.py builds and installs real wheels.
"""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.plugin_process import install, run_python

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "tillaggsmodul.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<lang>\w+)\n(?P<text>.*?)^```$", re.S | re.M)
# A block is a file where the sentence before it ends with the file's name and a colon.
NAMED = re.compile(r"`([\w./-]+\.\w+)`:\n\n\Z")
PIP = (
    ["pip", "install", "-e", ".[test]"],
    ["pip", "install", "mypy", "ruff"],
    ["pip", "wheel", ".", "--no-deps", "--wheel-dir", "dist"],
)


def parts() -> Iterator[tuple[str, str, str]]:
    """(file, language, text) of every block in the page's order; no file where it is a command or an answer."""
    for block in BLOCK.finditer(PAGE):
        named = NAMED.search(PAGE[: block.start()])
        yield named[1] if named else "", block["lang"], block["text"]


class Reader:
    """Somebody who does what the page says, from the top."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.installed, self.answers = folder, folder / "installed", ""

    def follow(self) -> None:
        for file, lang, text in parts():
            if file:
                path = self.folder / file
                assert path.parent.is_dir(), f"the page writes {file} before there is such a folder"
                path.write_text(text, encoding="utf-8")
            elif lang == "sh":
                for line in text.splitlines():
                    self.do(shlex.split(line), line)
            else:
                assert text in self.answers, f"not answered:\n{text}\nbut\n{self.answers}"
                self.answers = ""

    def do(self, words: list[str], line: str) -> None:
        if words[0] == "cd":
            self.folder /= words[1]
            return
        assert words[0] == "python"
        if words[1:3] == ["-m", "pip"]:
            assert words[2:] in PIP
            install(self.folder, self.installed)
            return
        done = run_python(self.folder, self.installed, *words[1:])
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        self.answers += f"{done.stdout}{done.stderr}".replace("\u00a0", " ")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    made = Reader(tmp_path_factory.mktemp("tom"))
    made.follow()
    return made


def test_every_command_works_and_answers_what_the_page_shows(reader: Reader) -> None:
    assert reader.folder.name == "styrmodell-exempelviken"
    assert (reader.folder / "ut" / "exempelviken.bemanning.docx").stat().st_size > 0


def test_the_code_holds_the_length_of_lines_that_the_plugin_asks_for(reader: Reader) -> None:
    settings = tomllib.loads((reader.folder / "pyproject.toml").read_text(encoding="utf-8"))
    longest = settings["tool"]["ruff"]["line-length"]
    assert [
        line for _, lang, text in parts() if lang == "python" for line in text.splitlines() if len(line) > longest
    ] == []


def test_every_block_of_code_is_a_file_or_run() -> None:
    assert [text for file, lang, text in parts() if lang in ("python", "yaml", "toml") and not file] == []
