"""docs/reference/kommandorad.md: every command, argument, option, choice, default and exit code, and no other.

To renew the list of all options after a change: python -m tests.docs.test_command_page
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.docs.pages import ROOT, blocks
from tests.docs.test_findings_page import all_codes

from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.main import group
from styrmodell.finding import Finding, Findings
from styrmodell.source import Source

PATH = ROOT / "docs" / "reference" / "kommandorad.md"
BEGIN, END = "<!-- flaggor: början -->\n", "<!-- flaggor: slut -->\n"
# A file that is not written, no memory for a document, a year that is not rolled over, nothing acknowledged.
WRITING = {"SM404", "SM447", "SM479", "SM495"}
COMMON = ("--lang", "--strict", "--plugins")
WORDS = re.compile(r"--[a-z-]+")


def page() -> str:
    return PATH.read_text(encoding="utf-8")


def leaves(command: click.Command = group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """(name with its group's, command) of every command that does something."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        chosen = command.get_command(context, name)
        assert chosen is not None
        yield from leaves(chosen, f"{path} {name}".strip())


COMMANDS = dict(leaves())


def options(command: click.Command) -> dict[str, click.Option]:
    """The options of a command that are its own."""
    found = {one.opts[0]: one for one in command.params if isinstance(one, click.Option)}
    return {name: one for name, one in found.items() if name not in COMMON}


def use() -> dict[str, str]:
    """Command → its line of use."""
    (block,) = blocks(page(), "")
    found = {}
    for line in re.sub(r"\n {3,}", " ", block).splitlines():
        _, name, rest = line.split(maxsplit=2) if line.count(" ") > 1 else (*line.split(), "")
        if name in COMMANDS:
            found[name] = rest
            continue
        for part in re.split(r" \| (?=\w)", rest):
            second, _, third = part.partition(" ")
            found[f"{name} {second}"] = third
    return found


def metavar(option: click.Parameter, command: click.Command) -> str:
    return option.make_metavar(click.Context(command)).strip("[].")


def options_part() -> str:
    """What stands between the marks: a table for each command that has options of its own."""
    return "".join(_table(name, command) for name, command in COMMANDS.items() if options(command))


def _table(name: str, command: click.Command) -> str:
    rows = "".join(_row(option, command) for option in options(command).values())
    return f"### {name}\n\n| flagga | utan flaggan | betyder |\n|---|---|---|\n{rows}\n"


def _row(option: click.Option, command: click.Command) -> str:
    written = option.opts[0] if option.is_flag else f"{option.opts[0]} {metavar(option, command)}"
    again = "; kan upprepas" if option.multiple and "upprepas" not in (option.help or "") else ""
    cells = (f"`{written}`{again}", _without(option), option.help or "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _without(option: click.Option) -> str:
    """What holds where nobody gives the option."""
    if option.required:
        return "obligatorisk"
    default = option.to_info_dict()["default"]
    return f"`{default}`" if isinstance(default, str | Path | int) and default not in ("", False) else ""


def test_the_list_of_all_options_is_what_the_code_says() -> None:
    assert page().partition(BEGIN)[2].partition(END)[0] == options_part()


def test_every_option_says_what_it_means() -> None:
    silent = [
        f"{name} {one.opts[0]}" for name, cmd in COMMANDS.items() for one in options(cmd).values() if not one.help
    ]
    assert silent == []


def test_the_lines_of_use_are_those_of_the_commands() -> None:
    assert list(use()) != []
    assert sorted(use()) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_line_of_use_has_the_commands_options_and_no_others(name: str) -> None:
    assert sorted(set(WORDS.findall(use()[name]))) == sorted(options(COMMANDS[name]))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_line_of_use_says_what_is_required_what_is_chosen_and_what_may_be_repeated(name: str) -> None:
    line = use()[name]
    for written, option in options(COMMANDS[name]).items():
        value = re.search(rf"(\[?){written}(?: ([^\]\s]+))?(\]\.\.\.)?", line)
        assert value is not None, written
        alone = "CELL | " in line and written in ("--figure", "--measure")
        assert (value[1] == "") == (option.required or alone), written
        assert bool(value[3]) == option.multiple, written
        if isinstance(option.type, click.Choice) and value[2] != "TYP":
            assert value[2].split("|") == list(option.type.choices), written
        assert (value[2] is None) == option.is_flag, written


@pytest.mark.parametrize("name", COMMANDS)
def test_a_line_of_use_has_the_commands_arguments_in_their_order(name: str) -> None:
    before = re.split(r"\[?--", use()[name])[0].replace("|", " ").split()
    arguments = [one for one in COMMANDS[name].params if isinstance(one, click.Argument)]
    assert len(before) == len(arguments)
    for written, argument in zip(before, arguments, strict=True):
        assert written.startswith("[") != argument.required or written == "CELL"
        assert ("..." in written) == (argument.nargs == -1)


def test_every_command_is_told_of_in_a_row_and_no_other() -> None:
    table = page().partition("| kommando | gör |\n")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(dict.fromkeys(name.split()[0] for name in use()))


def test_every_option_that_is_explained_is_one_of_the_commands_that_its_heading_names() -> None:
    for heading, text in re.findall(r"^## Flaggor för (.*)\n(.*?)(?=^## )", page(), re.MULTILINE | re.DOTALL):
        names = [name for name in COMMANDS if name.split()[0] in re.findall(r"\w+", heading)]
        assert names, heading
        known = {option for name in names for option in options(COMMANDS[name])}
        told = {word for row in re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE) for word in WORDS.findall(row)}
        assert told <= known, heading


def test_the_common_options_are_on_every_command_but_those_that_it_says() -> None:
    text = page().partition("## Gemensamma flaggor\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(--[a-z]+)", text, re.MULTILINE) == list(COMMON)
    having = {name: {one.opts[0] for one in command.params} & set(COMMON) for name, command in COMMANDS.items()}
    assert "alla kommandon utom `schema`. `template` har bara `--lang`" in text
    assert {name for name, found in having.items() if not found} == {"schema"}
    assert {name for name, found in having.items() if found == {"--lang"}} == {"template check", "template variables"}
    assert {name for name, found in having.items() if found == set(COMMON)} == {*COMMANDS} - {
        "schema",
        "template check",
        "template variables",
    }


def test_every_exit_code_is_on_the_page_and_no_other() -> None:
    table = page().partition("| kod | betyder |\n")[2].partition("\n\n")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == [code.value for code in ExitCode]


def test_every_finding_that_check_ends_with_four_for_is_on_the_page_and_no_other() -> None:
    """A code that ends a run with 4 is one that check can give, or one of what only the commands that write meet."""
    ending = {
        code.code
        for code in all_codes()
        if exit_code(Findings((Finding(code=code, source=Source(), args=()),))) == ExitCode.CANNOT_WRITE
    }
    table = page().partition("| kod | iakttagelse |\n")[2].partition("\n\n")[0]
    told = set[str]()
    for first, last in re.findall(r"^\| SM(\d+)(?:–SM(\d+))? \|", table, re.MULTILINE):
        told |= {f"SM{number}" for number in range(int(first), int(last or first) + 1)}
    assert told == ending - WRITING


if __name__ == "__main__":
    before, _, rest = page().partition(BEGIN)
    PATH.write_text(f"{before}{BEGIN}{options_part()}{END}{rest.partition(END)[2]}", encoding="utf-8")
