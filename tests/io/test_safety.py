"""Hostile files: each is refused with a finding or read as what it is, and none takes much memory or hangs."""

import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
from tests.io.workbooks import parts_of, row, workbook, zipped

from styrmodell.csv_guard import guarded
from styrmodell.finding import Findings
from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.problems import BadValueError
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.label_reader import LabelReader
from styrmodell.io.tables.names import NO_NAMES
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.io.workbook.read import read_workbook
from styrmodell.io.workspace_file import workspace_from
from styrmodell.model.ids import close_names
from styrmodell.model.measure import Measure

MEGABYTES = 100
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
DEEP = 10_000
HEAD = b"enhet;matt;period;varde\n"
MEASURES = {measure.id: measure for measure in (Measure(id="area", name="Area", unit="m2"),)}


@pytest.fixture(autouse=True)
def bounds() -> Iterator[None]:
    """What every hostile input is held to; time is the fuzzer's to watch."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1_000_000
    finally:
        tracemalloc.stop()


def codes(findings: Findings) -> set[str]:
    for lang in ("sv", "en"):
        findings.text(lang).encode()
    return {finding.code.code for finding in findings}


def book(data: bytes) -> set[str]:
    return codes(read_workbook(data, "f.xlsx")[1])


def yaml(data: bytes) -> set[str]:
    return codes(yaml_content(data, "f.yaml", make_converter()).findings)


def js(data: bytes) -> set[str]:
    return codes(json_content(data, "f.json", make_converter())[0].findings)


def csv(data: bytes) -> set[str]:
    return codes(csv_observations(HEAD + data, "f.csv", SourceFormat(), MEASURES)[1])


def toml(data: bytes) -> set[str]:
    return codes(workspace_from(data)[1])


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert book(workbook(parts={"xl/bomb.xml": b"<a>" + b"0" * 30_000_000})) == {"SM142"}


def test_a_zip_with_six_thousand_entries_is_refused():
    assert book(zipped({f"{number}.xml": "" for number in range(6000)})) == {"SM142"}


@pytest.mark.parametrize("name", list(parts_of()))
def test_entities_in_any_part_of_a_workbook_are_refused(name):
    content = parts_of()[name]
    assert "SM144" in book(workbook(parts={name: BOMB + content}))


def test_an_encrypted_workbook_is_told_as_encrypted():
    assert book(OLE + "EncryptedPackage".encode("utf-16-le")) == {"SM141"}


@pytest.mark.parametrize(
    "data", [b"enhet;varde\nrlf;1\n", b"<html><table>", OLE, b"%PDF-1.7", b"", bytes(100), b"PK\x03\x04"]
)
def test_a_workbook_by_name_alone_is_refused(data):
    assert book(data) in ({"SM140"}, {"SM143"})


def test_a_sheet_of_one_far_cell_takes_no_room_for_those_between():
    assert book(workbook(row(1, "<c><v>1</v></c>") + row(1_048_576, '<c r="XFD1048576"><v>1</v></c>'))) == {"SM147"}


def test_a_sheet_of_all_columns_is_read():
    assert book(zipped(parts_of(row(1, *["<c><v>1</v></c>"] * 16_384)), zipfile.ZIP_STORED)) == set()


def test_a_cell_longer_than_excel_holds_is_told():
    cells = row(1, f'<c t="inlineStr"><is><t>{"A" * 40_000}</t></is></c>')
    assert book(zipped(parts_of(cells), zipfile.ZIP_STORED)) == {"SM149"}


@pytest.mark.parametrize(
    "text",
    [
        "goals: &a [*a]",
        "goals: &a [b]\nmeasures: *a",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
        "plan: !!python/object/apply:os.system [echo]",
        "plan: !!binary aGVq",
        "<<: {a: b}",
        "%TAG ! tag:x,2020:\n---\nplan: !x {}",
    ],
)
def test_anchors_aliases_and_tags_are_refused(text):
    assert yaml(text.encode()) & {"SM113", "SM107", "SM103"}


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (yaml, b"goals: " + b"[" * DEEP),
        (yaml, b"goals: " + b"{a: " * DEEP),
        (yaml, b"".join(b" " * number + b"a:\n" for number in range(1000))),
        (yaml, b"- " * DEEP),
        (yaml, b"? " * DEEP),
        (js, b'{"goals": ' + b"[" * DEEP + b"]" * DEEP + b"}"),
        (js, b'{"goals": [' + b'{"a":' * 200 + b"1" + b"}" * 200 + b"]}"),
        (js, b"[" * DEEP),
        (toml, b"a = " + b"[" * DEEP),
        (toml, b"a = " + b"{a = " * DEEP),
        (toml, b"a." * DEEP + b"a = 1"),
        (toml, b'"a" . ' * DEEP + b"a = 1"),
        (toml, b"[" + b"a." * DEEP + b"a]"),
    ],
)
def test_what_is_nested_without_end_is_refused(read, data):
    assert read(data) & {"SM103", "SM115", "SM190", "SM102"}


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (yaml, b"goals:\n" + b"- {x: 1}\n" * 10_000),
        (yaml, b"".join(b"k%d: 1\n" % number for number in range(10_000))),
        (yaml, b"goals:\n- " + b"  ".join(b"k%d: 1\n" % number for number in range(10_000))),
        (js, b'{"goals": [' + b",".join([b'{"x": 1}'] * 10_000) + b"]}"),
        (js, b"{" + b",".join(b'"k%d": 1' % number for number in range(10_000)) + b"}"),
        (csv, b"a;b;c;d\n" * 10_000),
        (toml, b"[[tables]]\nx = 1\n" * 6_000),
    ],
)
def test_reading_stops_when_there_is_no_room_for_more_findings(read, data):
    """Each finding costs a search for what looks alike; a million of them would take hours."""
    assert "SM136" in read(data)


def test_spaces_in_a_text_of_many_lines_are_no_long_search():
    assert toml(b"a = '''\n[" + b" " * 400_000 + b"x\n'''") != set()


@pytest.mark.parametrize("read", [yaml, js, csv, toml])
def test_a_nul_byte_is_told(read):
    assert read(b'{"goals": [{"id": "a\x00b"}]}\n') & {"SM116", "SM190"}


@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00\\ud800", "\\u0000", "\\u001b[31m"])
def test_half_pairs_and_control_characters_written_as_escapes_are_told(escape):
    assert js(b'{"goals": [{"id": "a", "name": "b%s"}]}' % escape.encode()) & {"SM116", "SM190"}


@pytest.mark.parametrize("escape", ["\\0", "\\e[31m", "\\x1b", "\\uD800", "\\U0000ffff"])
def test_control_characters_that_yaml_escapes_are_told(escape):
    text = f'goals: [{{id: a, name: "b{escape}"}}]'
    assert yaml(text.encode()) & {"SM116", "SM103"}


@pytest.mark.parametrize(
    "number", ["9" * 400, "1e999999999", "0," + "0" * 400 + "1", "9" * 40_000, "٣", "1_000", "nan"]
)
def test_a_number_that_no_amount_is_is_told(number):
    assert csv(f"rlf;area;2020;{number}\n".encode()) <= {"SM104", "SM105", "SM138"} != set()


@pytest.mark.parametrize("number", ["9" * 400, "1e999999999", "-1e999999999", "1e-999999999", "9" * 100_000, "NaN"])
def test_a_number_that_json_would_round_is_told(number):
    assert js(f'{{"goals": [{{"id": "a", "name": {number}}}]}}'.encode()) & {"SM190", "SM191", "SM194", "SM195"}


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "F" * 5000, "1e999999999", "inf", "-nan"])
def test_a_number_that_toml_takes_is_told(number):
    assert toml(f"[workspace]\nformat = {number}\n[[tables]]\nheading_row = {number}\n".encode()) != set()


def test_a_row_of_a_hundred_thousand_columns_is_told():
    assert csv(b"rlf;area;2020;1" + b";1" * 100_000 + b"\n") == {"SM117"}


def test_a_field_beyond_the_csv_module_is_told():
    assert csv(b'rlf;area;2020;"' + b"1" * 200_000 + b'"\n') == {"SM132"}


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+1", "-a", "@SUM(A1)", "\tx", "\rx", "'=1"])
def test_a_text_that_looks_like_a_formula_is_guarded_in_csv(text):
    assert guarded(text) == f"'{text}"


def test_a_formula_in_a_cell_stays_text():
    data = HEAD[:-1] + b';kommentar\nrlf;area;2020;1;"=HYPERLINK(""http://x"")"\n'
    (found,), findings = csv_observations(data, "f.csv", SourceFormat(), MEASURES)
    assert (found.comment, findings) == ('=HYPERLINK("http://x")', ())


def test_parts_that_share_their_bytes_are_refused():
    """A small file would otherwise be unpacked as often as it has entries."""
    data = zipped({"a": "0" * 90_000})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, tail = data[start:end], data[end:]
    entries = b"".join(entry[:46] + name.encode() + entry[47:] for name in "abcdefghijklmnopqrstuvwxyz")
    size = (26).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little")
    assert book(data[:start] + entries + tail[:8] + size + tail[16:]) & {"SM142", "SM143"}


def test_a_label_of_nothing_but_marks_is_told():
    """A heading that is only a footnote mark says nothing, and is no fault in the reader."""
    reader = LabelReader.of("kind period", NO_NAMES)
    for label in ("3)", ":", " "):
        assert not reader.knows(label)
        with pytest.raises(BadValueError):
            reader.read(label)


@pytest.mark.parametrize("label", ["Utfall 2018", "2018 utfall", "Budget 2020 3)", "Läkare", "Utfall", "240 059"])
def test_a_label_is_known_when_it_is_read(label):
    reader = LabelReader.of("kind period", NO_NAMES)
    try:
        reader.read(label)
    except BadValueError:
        assert not reader.knows(label)
    else:
        assert reader.knows(label)


def test_names_that_look_alike_are_found_among_thousands():
    known = [f"enhet-{number:05}" for number in range(10_000)]
    assert all(name.endswith("234") for name in close_names("enhet-0l234", known))


@pytest.mark.parametrize("data", [b";" * 100_000 + b"\n" + b"a;b\n" * 10_000, b";" * 16_000 + b"\n" + b"a\n" * 2_000])
def test_a_csv_file_wider_or_larger_than_a_sheet_is_refused_before_its_rows_are_filled_out(data):
    grid, findings = csv_grid(data, "a.csv", SourceFormat())
    assert grid is None
    assert [finding.code.code for finding in findings] == ["SM147"]
