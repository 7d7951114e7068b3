"""JSON files: the same keys and findings as YAML, figures exact, and every fault with line, column and path."""

import json
from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.converter import make_converter
from styrmodell.io.json.observations import FIELDS
from styrmodell.io.json.read import json_content
from styrmodell.io.save.json_file import plan_json
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.yaml_nodes import MAX_DEPTH
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.testing.everything import anything

CONVERTER = make_converter()
YEAR = Period.year(2020)
MARK = '"format": 1, "values": "model"'
ROW = {"measure": "a", "unit": "rlf", "period": "2020", "value": "1.10"}
AREA = Measure(id="area", name="Area", unit="%")


def read(text, **kwargs):
    data = text if isinstance(text, bytes) else text.encode()
    return json_content(data, "a.json", CONVERTER, **kwargs)


def told(text, **kwargs):
    return [(finding.code.code, finding.source.place) for finding in read(text, **kwargs)[0].findings]


def figures(*rows, **more):
    return json.dumps({"format": 1, "values": "model", "observations": rows, **more}, ensure_ascii=False)


def row(**cells):
    return {**ROW, **cells}


def test_objects_have_the_keys_of_yaml_and_their_path_as_place():
    content, _ = read('{"units": [{"id": "rlf", "name": "RLF"}, {"id": "rf", "name": "RF", "parent": "rlf"}]}')
    assert content.objects["units"] == (Unit(id="rlf", name="RLF"), Unit(id="rf", name="RF", parent_id="rlf"))
    assert str(content.objects["units"][1].source) == "a.json units[1]"


def test_whole_numbers_and_truth_values_need_no_quotes():
    content, _ = read('{"measures": [{"id": "a", "name": "A", "unit": "kr", "decimals": 2, "is_owned": true}]}')
    assert content.objects["measures"] == (Measure(id="a", name="A", unit="kr", decimals=2, is_owned=True),)


def test_null_is_left_out():
    content, _ = read('{"units": [{"id": "rlf", "name": "RLF", "parent": null}], "plan": null, "measures": null}')
    assert content.objects["units"] == (Unit(id="rlf", name="RLF"),)
    assert content.head is None


def test_an_unknown_key_is_told_with_what_looks_alike():
    text = '{\n  "units": [{"id": "rlf", "name": "RLF", "nivå": "x", "levle": "y"}],\n  "mesures": []\n}'
    findings = read(text)[0].findings
    assert [(f.code.code, f.source.place) for f in findings] == [
        ("SM107", "rad 3 kolumn 3 mesures"),
        ("SM107", "rad 2 kolumn 55 units[0].levle"),
        ("SM107", "rad 2 kolumn 42 units[0].nivå"),
    ]
    assert "measures" in findings[0].do()


def test_every_fault_is_told_at_once():
    text = '{"units": [{"id": "RLF", "name": "x"}, {"name": "RF", "valid_from": "igår"}], "goals": {}}'
    assert sorted(told(text)) == [
        ("SM108", "rad 1 kolumn 40 units[1].id"),
        ("SM118", "rad 1 kolumn 88 goals"),
        ("SM119", "rad 1 kolumn 69 units[1].valid_from"),
        ("SM122", "rad 1 kolumn 19 units[0].id"),
    ]


def test_sound_objects_stand_beside_faulty_ones_with_the_same_place_as_alone():
    content, _ = read('{"units": [{"id": "RLF", "name": "x"}, {"id": "rf", "name": "RF"}]}')
    (unit,) = content.objects["units"]
    assert (unit, unit.source.place) == (Unit(id="rf", name="RF"), "units[1]")


def test_a_decimal_number_without_quotes_is_refused_with_the_text_to_write():
    (finding,) = read('{"measures": [{"id": "a", "name": "A", "unit": "%", "tolerance": 0.10}]}')[0].findings
    assert (finding.code.code, finding.source.place) == ("SM194", "rad 1 kolumn 66 measures[0].tolerance")
    assert '"0,10"' in finding.expected()  # the notation of the file


def test_a_whole_number_that_would_be_rounded_is_refused():
    assert [code for code, _ in told(figures(row(value=10**25)))] == ["SM194"]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_refused(word):
    assert told(f'{{"units": [\n {{"id": {word}}}]}}') == [("SM195", "rad 2 kolumn 9")]


@pytest.mark.parametrize(
    "text", ["", "{", '{"units": [1,]}', "{'units': []}", '{"a": 1} {}', "// nej\n{}", '{"a": "rad\nrad"}', '"\\ud800"']
)
def test_broken_json_is_told_where_the_reader_stopped(text):
    (found,) = told(text)
    assert found[0] == "SM190"
    assert found[1].startswith("rad ")


@pytest.mark.parametrize("text", ["[]", '"text"', "1", "null"])
def test_a_document_that_is_no_mapping_is_told(text):
    assert [code for code, _ in told(text)] in (["SM118"], ["SM108"])


@pytest.mark.parametrize(
    "text",
    [
        '{"units": [{"id": "a", "name": "A", "id": "b"}]}',
        '{"units": [{"id" : "a", "name": "A: B", "id" : "b"}]}',
        '{"units": [{"id": "a", "name": "\\": ", "id" : "b"}]}',
        '{"units": [{"id": "a", "name": ": ", "id"\n: "b"}]}',
    ],
)
def test_of_two_equal_keys_the_first_is_read_and_the_other_told(text):
    content, _ = read(text)
    assert [finding.code.code for finding in content.findings] == ["SM112"]
    assert [unit.id for unit in content.objects["units"]] == ["a"]


def test_equal_keys_among_observations_are_told():
    text = figures(ROW, ROW).replace('"value": "1.10"}]', '"value": "1.10", "value": "2"}]')
    content, observations = read(text)
    assert [finding.code.code for finding in content.findings] == ["SM112"]
    assert [item.value for item in observations] == [Decimal("1.10"), Decimal("1.10")]


@pytest.mark.parametrize("name", ["kl 10:30", '"citat": ja', "a :b", "a\t: b", "\\", 'x\\":'])
def test_colons_and_quotes_in_texts_are_no_keys(name):
    content, _ = read(json.dumps({"units": [{"id": "a", "name": name}]}))
    assert content.findings == ()
    assert content.objects["units"][0].name == name


def test_too_many_levels_are_refused():
    assert [code for code, _ in told('{"plan": ' + "[" * 60 + "]" * 60 + "}")] == ["SM115"]
    assert [code for code, _ in told("[" * 100_000)] == ["SM190"]
    deepest = '{"plan": ' + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + "}"
    assert "SM115" not in [code for code, _ in told(deepest)]


@pytest.mark.parametrize("text", ["\\u0000", "\\u0008", "\\b", "\\f", "\\u009f", "\x7f", "\x80", "\uffff", "\\uFFFE"])
def test_control_characters_are_refused_raw_and_escaped(text):
    assert [code for code, _ in told(f'{{"units": [{{"id": "a", "name": "x{text}"}}]}}')] == ["SM116"]
    assert [code for code, _ in told(figures(ROW).replace('"1.10"', f'"1.10", "comment": "x{text}"'))] == ["SM116"]


def test_escapes_of_plain_text_are_read():
    content, _ = read(r'{"units": [{"id": "a", "name": "\u00e5\u00c4 \ud83d\ude00 C:\\bilaga \/ \n\t\r \u0009"}]}')
    assert content.objects["units"][0].name == "åÄ 😀 C:\\bilaga /"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_taken_off(encoding):
    content, _ = read('{"units": [{"id": "a", "name": "Åre"}]}'.encode(encoding))
    assert content.objects["units"] == (Unit(id="a", name="Åre"),)


def test_another_encoding_is_read_when_it_is_declared_and_told_when_not():
    data = '{"units": [{"id": "a", "name": "Åre"}]}'.encode("cp1252")
    assert read(data, encoding="cp1252")[0].objects["units"] == (Unit(id="a", name="Åre"),)
    assert [code for code, _ in told(data)] == ["SM106"]


@pytest.mark.parametrize("mark", ['"format": 2', '"format": "1"', '"format": true', '"values": "printed"'])
def test_an_unknown_mark_is_told_and_nothing_is_read(mark):
    content, observations = read(f'{{{mark}, "units": [{{"id": "a", "name": "A"}}]}}')
    assert [finding.code.code for finding in content.findings] == ["SM196"]
    assert (content.objects, observations) == ({}, ())


def test_figures_of_a_saved_plan_are_exact_and_not_scaled():
    (item,) = read(figures(row(precision="0.01", kind="budget", dims={"slag": "kostnad"}, as_of="2020-02-01")))[1]
    assert item == Observation(
        measure_id="a",
        unit_id="rlf",
        period=YEAR,
        kind=Kind.BUDGET,
        dims=(("slag", "kostnad"),),
        value=Decimal("1.10"),
        precision=Decimal("0.01"),
        as_of=date(2020, 2, 1),
    )
    assert (str(item.value), str(item.source)) == ("1.10", "a.json observations[0]")


def test_every_field_of_an_observation_has_a_key():
    assert set(FIELDS.values()) == {one.name for one in attrs.fields(Observation)} - {"source"}


def test_figures_may_be_whole_numbers_without_quotes():
    assert [item.value for item in read(figures(row(value=5), row(value=None)))[1]] == [Decimal(5), None]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"value": "1,5"}, "SM104"),
        ({"value": "1_000"}, "SM104"),
        ({"value": "١٢"}, "SM104"),
        ({"value": " 1"}, "SM104"),
        ({"value": "NaN"}, "SM104"),
        ({"value": ""}, "SM104"),
        ({"value": "9" * 41}, "SM138"),
        ({"value": "1e31"}, "SM104"),
        ({"value": 1.5}, "SM194"),
        ({"value": True}, "SM118"),
        ({"value": ["1"]}, "SM118"),
        ({"precision": 1}, "SM118"),
        ({"numerator": "x"}, "SM104"),
        ({"unit": "RLF"}, "SM122"),
        ({"unit": 5}, "SM118"),
        ({"measure": ""}, "SM108"),
        ({"period": None}, "SM108"),
        ({"period": "2020-13"}, "SM120"),
        ({"period": 2020.5}, "SM194"),
        ({"kind": "önskan"}, "SM121"),
        ({"state": True}, "SM118"),
        ({"as_of": "igår"}, "SM119"),
        ({"dims": {}}, "SM118"),
        ({"dims": {"slag": 1}}, "SM118"),
        ({"dims": {"slag": ["x"]}}, "SM118"),
        ({"dims": [["slag", "x"]]}, "SM118"),
        ({"dims": "slag"}, "SM118"),
        ({"by": ["x"]}, "SM118"),
        ({"enhet": "rlf"}, "SM107"),
    ],
)
def test_a_faulty_row_is_told_with_its_cell_and_the_others_are_read(cells, code):
    content, observations = read(figures(ROW, row(**cells), ROW))
    ((finding),) = content.findings
    assert finding.code.code == code
    assert f"observations[1].{next(iter(cells))}" in finding.source.place
    assert [item.source.place for item in observations] == ["observations[0]", "observations[2]"]


def test_every_fault_of_a_row_is_told():
    text = figures({"measure": "a", "period": "x", "value": "y", "mått": "z"})
    assert [code for code, _ in told(text)] == ["SM107", "SM108", "SM120", "SM104"]


@pytest.mark.parametrize("item", [1, "text", [], ["measure", "unit", "period"], None])
def test_a_row_that_is_no_mapping_is_told(item):
    content, observations = read(figures(ROW, item))
    assert [finding.code.code for finding in content.findings] in (["SM118"], ["SM108"])
    assert len(observations) == 1


@given(st.lists(anything(Observation), min_size=1, max_size=6).map(tuple))
def test_the_slow_way_reads_the_same_as_the_fast(items):
    data = plan_json(Plan(unit_id="rlf", period=YEAR, units=(), observations=items))
    fast, slow = read(data), read(data.replace(b'"unit": "rlf"', b'"unit": "rlf", "nr": 1'))
    assert [finding.code.code for finding in slow[0].findings] == ["SM107"]
    assert fast[1] == slow[1] == items
    assert [item.source for item in fast[1]] == [item.source for item in slow[1]]


def test_without_the_mark_observations_mean_what_csv_files_mean():
    content, observations = read(
        '{"observations": [\n{"enhet": "rlf", "mått": "area", "period": 2020, "varde": "39,2"}]}'
    )
    assert observations == ()
    (item,), findings = read_yaml_rows(content.rows, measures={"area": AREA}, format=SourceFormat())
    assert findings == ()
    assert (item.value, str(item.source)) == (Decimal("0.392"), "a.json rad 2 kolumn 1 observations[0]")


def test_faults_in_rows_without_the_mark_have_line_and_column():
    content, _ = read('{"observations": [\n{"unit": "rlf", "measure": "area", "period": "2020", "value": "y"}]}')
    _, findings = read_yaml_rows(content.rows, measures={"area": AREA}, format=SourceFormat())
    assert [(f.code.code, f.source.place) for f in findings] == [("SM104", "rad 2 kolumn 63 observations[0].value")]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_content_raises(data):
    read(data)


@given(st.data())
def test_no_damaged_plan_raises(data):
    sound = figures(ROW, plan={"unit": "rlf", "period": "2020"}, units=[{"id": "rlf", "name": "Å"}]).encode()
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, min(len(sound), start + 4)))
    read(sound[:start] + data.draw(st.binary(max_size=3)) + sound[end:])
