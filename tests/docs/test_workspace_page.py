"""docs/reference/arbetsyta.md: its files are read, and its tables name what the reader takes, and nothing else.

Lists of objects are in test_headings.py, and the keys of styrmodell.toml in test_toml_blocks.py.
"""

import re
import shlex
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, blocks, page_text, spoken

from styrmodell.api import load
from styrmodell.io import input_file, load_folder, problems, workspace_file, yaml_nodes
from styrmodell.io.enum_words import choice_words
from styrmodell.io.file_pattern import FROZEN_FOLDER
from styrmodell.io.ledger import format as ledger_format
from styrmodell.io.sources import SOURCE_CHOICES
from styrmodell.io.tables import grid
from styrmodell.io.tables.heading import COLUMNS, RARE_COLUMNS
from styrmodell.io.workbook import cell, zip_guard
from styrmodell.model import expression_text, number
from styrmodell.model.kind import State
from styrmodell.session.acknowledge.file import NAME as ACKNOWLEDGED
from styrmodell.session.form.register import FOLDER as COLLECTED
from styrmodell.session.order_setting import AS_NOW, HIERARCHY, ON

PAGE = page_text("docs/reference/arbetsyta.md")
PLAN, EDITOR, TABLES = blocks(PAGE, "yaml")
TOML = '[workspace]\nformat = 1\nname = "Exempel"\nas_of = 2020-06-01\nfiles = ["*.yaml", "*.csv"]\n'
# What the page's own table and row of figures need, beside what the page shows.
REST = """units: [{id: r, name: Regionen}]
dimensions:
  - {id: yrke, members: [{id: lakare, name: Läkare}, {id: sjukskoterska, name: Sjuksköterskor}]}
measures:
  - {id: arsarbetare, name: Årsarbetare, unit: antal, rule: sum, dimensions: [yrke]}
"""
JOBS = ("lakare", "sjukskoterska")
KINDS = "dimensions:\n  - {id: lokaltyp, members: [{id: egna, name: Egna}]}\n"
SECTION = re.compile(r"^#+ (.*)$", re.MULTILINE)


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    text = PAGE.partition(f" {heading}\n")[2]
    table = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert table is not None, heading
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


def named(cells: list[str]) -> list[str]:
    """What stands between code marks."""
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def workspace(folder: Path, **files: str) -> Path:
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return folder


def test_every_ending_that_is_read_is_on_the_page_and_no_other() -> None:
    endings = [ending for row in rows("Filer som läses") for ending in named(row[:1])]
    assert sorted(endings) == sorted(load_folder._KNOWN)


def test_every_choice_of_a_source_is_on_the_page_and_no_other() -> None:
    told = {row[0].strip("`"): named(row[1:2]) for row in rows("Hur filer är skrivna: `[[sources]]`")}
    del told["files"]
    assert told == {key: [repr(one)[1:-1] for one in values] for key, values in SOURCE_CHOICES.items()}


def test_every_column_of_figures_is_on_the_page_and_no_other() -> None:
    told = [pair for row in rows("Värden") for pair in zip(named(row[:1]), named(row[1:2]), strict=True)]
    known = {words[0]: words for _, words in (*COLUMNS, *RARE_COLUMNS)}
    assert sorted(swedish for swedish, _ in told) == sorted(known)
    assert [english for swedish, english in told if english not in known[swedish]] == []


def test_every_state_is_on_the_page_and_no_other() -> None:
    words = choice_words(State)
    told = {row[0]: named(row[1:2])[0] for row in rows("Tillstånd")}
    assert {words[swedish] for swedish in told} == set(State)
    assert {swedish: words[swedish].value for swedish in told} == told


def test_the_folders_files_and_settings_that_it_names_are_the_codes() -> None:
    for name in (FROZEN_FOLDER, COLLECTED, HIERARCHY, ON, AS_NOW, "include", "master", workspace_file.FILE_NAME):
        assert f"`{name}`" in PAGE, name
    assert ACKNOWLEDGED in page_text("docs/reference/kommandorad.md")
    assert f"alltid `{workspace_file.FORMAT}`" in PAGE


def test_every_limit_is_the_codes() -> None:
    told = " ".join(" ".join(row) for row in rows("Det som nekas")) + PAGE.partition("## Det som nekas")[2][:3000]
    limits = {
        "50 miljoner byte": input_file.MAX_FILE_BYTES == 50_000_000,
        "YAML 5 miljoner": input_file.MAX_YAML_BYTES == 5_000_000,
        "högst 1 miljon byte": input_file.MAX_TOML_BYTES == 1_000_000,
        "högst 50 nivåer": yaml_nodes.MAX_DEPTH == workspace_file.MAX_NESTING == 50,
        f"högst {number.MAX_DIGITS} siffror": True,
        "högst 2 000 tecken": expression_text.MAX_LENGTH == 2_000,
        f"{expression_text.MAX_DEPTH} nivåer och {expression_text.MAX_OPERATIONS} räkneoperationer": True,
        "högst 5 000 delar": zip_guard.MAX_ENTRIES == 5_000,
        "512 miljoner byte uppackat": zip_guard.MAX_INFLATED_BYTES == 512_000_000,
        f"{zip_guard.MAX_RATIO} gånger filens storlek": True,
        "20 miljoner celler": grid.MAX_CELLS == 20_000_000,
        "32 767 tecken i en cell": cell.MAX_TEXT == 32_767,
        "5 000 iakttagelser": problems.MAX_FINDINGS == 5_000,
    }
    assert [words for words, same in limits.items() if not same or words not in told] == []


def test_every_code_that_a_ledger_may_have_is_told() -> None:
    told = {word for row in rows("Kodplanen") for word in named(row[:1])}
    assert {"konto", "ansvar", "verksamhet", "projekt", "motpart", "matt", "enhet", "ie", "varav"} <= told
    for key in ledger_format.LEDGER_KEYS:
        assert f"`{key}`" in PAGE, key


def test_its_plan_is_read_without_faults(tmp_path: Path) -> None:
    extra = "dimensions:\n  - {id: dvo, members: [{id: regionbidrag, name: Regionbidrag}]}\n"
    extra += "  - {id: lokaltyp, members: [{id: egna, name: Egna}]}\n"
    extra += "measures: [{id: invanare, name: Invånare, unit: inv, rule: sum}]\n"
    text = "enhet;matt;period;typ;lokaltyp;varde\n"
    found = load(workspace(tmp_path, plan_yaml=PLAN, rest_yaml=extra, varden_csv=text)).findings
    assert [str(one) for one in found.errors()] == []


def test_its_row_of_figures_is_read(tmp_path: Path) -> None:
    (block,) = blocks(PAGE, "")
    assert "lokaltyp" in block.splitlines()[0]
    extra = KINDS + "  - {id: dvo, members: [{id: regionbidrag, name: Regionbidrag}]}\n"
    extra += "measures: [{id: invanare, name: Invånare, unit: inv, rule: sum}]\n"
    extra += "profile: {key: p, valid_from: 2019-01-01, name: P, versions: [beslutad]}\n"
    loaded = load(workspace(tmp_path, plan_yaml=PLAN, rest_yaml=extra, varden_csv=block))
    assert [str(one) for one in loaded.findings.errors()] == []
    (figure,) = loaded.require().plan.observations
    assert (figure.value, figure.version, figure.reporter) == (418_100, "beslutad", "controller")


def test_its_first_line_for_an_editor_names_the_schema_that_is_written(tmp_path: Path) -> None:
    spoken(f"python -m styrmodell schema --out {tmp_path}")
    (named_file,) = re.findall(r"\$schema=(\S+)", EDITOR)
    assert (tmp_path / named_file).is_file()


def test_its_own_table_is_rendered_by_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = 'plan: {id: p, unit: r, period: "2020"}\n'
    lines = ["enhet;matt;yrke;period;typ;varde"]
    for year, kind, doctors, nurses in ((2018, "utfall", 100, 300), (2020, "budget", 112, 290)):
        lines += [
            f"r;arsarbetare;lakare;{year};{kind};{doctors}",
            f"r;arsarbetare;sjukskoterska;{year};{kind};{nurses}",
        ]
    figures = "\n".join([*lines, ""])
    workspace(tmp_path, plan_yaml=head + REST, tabell_yaml=TABLES, varden_csv=figures)
    monkeypatch.chdir(tmp_path)
    (command,) = blocks(PAGE, "console")
    said = spoken(command.strip())
    assert (tmp_path / "ut" / "generic.tabeller.docx").is_file(), said
    (cell_id,) = re.findall(r"`styrmodell explain \. (\S+)`", PAGE)
    assert "+2" in spoken(shlex.join(["styrmodell", "explain", ".", cell_id])).splitlines()[1]


def test_its_printed_figure_is_one_of_the_examples() -> None:
    (block,) = blocks(PAGE, "text")
    head, row = block.splitlines()
    (path,) = (ROOT / "examples" / "vasternorrland-2020" / "tryckta").glob("bilaga10b.csv")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert head == lines[0]
    assert row in lines
