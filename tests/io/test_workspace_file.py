"""styrmodell.toml: what it says, and what is told when it is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.sources import SourceFormat, format_of, read_sources
from styrmodell.io.workspace_file import WorkspaceFile, read_workspace_file, workspace_from
from styrmodell.model.number_text import Notation

GOOD = """
[workspace]
format = 1
name = "RLF 2020"
profile = "vasternorrland"
as_of = 2019-09-26
files = ["*.yaml", "observationer/*.csv"]
[reports]
include = ["vasternorrland.bilaga10a"]
[reports."vasternorrland.bilaga10a"]
titel = "Bilaga"
antal = 3
bred = true
[[sources]]
files = "observationer/*.csv"
encoding = "cp1252"
notation = "plain"
scale = "tkr"
sign = "ledger"
delimiter = "\\t"
"""


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.place) for finding in workspace_from(text.encode())[1]]


def test_the_whole_file_is_read(tmp_path):
    (tmp_path / "styrmodell.toml").write_text(GOOD)
    workspace, findings = read_workspace_file(tmp_path)
    assert findings == ()
    assert workspace == WorkspaceFile(
        name="RLF 2020",
        profile="vasternorrland",
        as_of=date(2019, 9, 26),
        files=("*.yaml", "observationer/*.csv"),
        include=("vasternorrland.bilaga10a",),
        settings=(("vasternorrland.bilaga10a", (("titel", "Bilaga"), ("antal", "3"), ("bred", "true"))),),
        sources=(
            SourceFormat(
                pattern="observationer/*.csv",
                encoding="cp1252",
                notation=Notation.PLAIN,
                scale="tkr",
                sign="ledger",
                delimiter="\t",
            ),
        ),
    )


def test_a_folder_without_the_file_is_told(tmp_path):
    assert [finding.code.code for finding in read_workspace_file(tmp_path)[1]] == ["SM101"]


def test_broken_toml_is_told_with_line_and_column():
    assert told("[workspace]\nname = RLF\n") == [("SM102", "rad 2 kolumn 8")]


def test_thousands_of_nested_lists_are_told():
    assert told("a = " + "[" * 5000)[0][0] in {"SM102", "SM115"}


def test_a_missing_as_of_is_told():
    assert told(GOOD.replace("as_of = 2019-09-26\n", "")) == [("SM108", "rad 2 workspace.as_of")]


@pytest.mark.parametrize("text", ['"2019-09-26"', "2019-09-26T10:00:00", "2019", "true"])
def test_an_as_of_that_is_no_toml_date_is_told(text):
    assert told(GOOD.replace("2019-09-26", text)) == [("SM119", "rad 6 workspace.as_of")]


@pytest.mark.parametrize("text", ["2", '"1"', "true", "1.0"])
def test_another_format_is_told(text):
    assert told(GOOD.replace("format = 1", f"format = {text}")) == [("SM139", "rad 3 workspace.format")]


@pytest.mark.parametrize(
    ("extra", "place", "near"),
    [
        ("[workspace]\nfil = 1\n", "rad 3 workspace.fil", "menade du files"),
        ("[report]\n", "rad 2 report", "menade du reports"),
        ("[reports]\nincluded = []\n", "rad 3 reports.included", "menade du include"),
        ('[[sources]]\nfiles = "a"\nencodng = "utf-8"\n', "rad 4 sources[0].encodng", "menade du encoding"),
    ],
)
def test_unknown_keys_are_told_with_a_suggestion(extra, place, near):
    findings = [finding for finding in workspace_from(f"\n{extra}".encode())[1] if finding.code.code == "SM107"]
    assert [finding.source.place for finding in findings] == [place]
    assert near in findings[0].do()


@pytest.mark.parametrize("pattern", ["/etc/*.yaml", "../x.yaml", "a/../../b.csv", "C:/x.csv", "..\\\\x.csv", "~/x.csv"])
def test_a_pattern_that_leaves_the_folder_is_told(pattern):
    assert told(GOOD.replace("*.yaml", pattern)) == [("SM133", "rad 7 workspace.files")]


def test_a_setting_that_is_a_list_is_told():
    assert told(GOOD.replace("antal = 3", "antal = [3]"))[0][0] == "SM118"


def test_unknown_words_of_a_source_are_told_and_the_default_stands():
    formats, findings = read_sources([{"files": "*.csv", "scale": "tkrr", "sign": 1}], "styrmodell.toml")
    assert formats == (SourceFormat(pattern="*.csv"),)
    assert [finding.code.code for finding in findings] == ["SM121", "SM118"]
    assert findings[0].do() == "menade du tkr / kr? rätta ordet"


def test_a_source_without_files_is_told():
    assert [finding.code.code for finding in read_sources([{}], "styrmodell.toml")[1]] == ["SM108"]


def test_files_that_no_block_speaks_of_have_the_default_format():
    assert format_of("a.csv", (SourceFormat(pattern="b/*.csv", scale="tkr"),)) == (SourceFormat(), ())


def test_two_blocks_for_one_file_are_told_and_the_first_holds():
    first, second = SourceFormat(pattern="*.csv", scale="tkr"), SourceFormat(pattern="a.*")
    found, findings = format_of("a.csv", (first, second))
    assert found is first
    assert [finding.code.code for finding in findings] == ["SM135"]


@given(st.text(max_size=60))
def test_no_text_makes_reading_raise(text):
    workspace_from(text.encode())
    workspace_from(f"[workspace]\n{text}\n".encode())
