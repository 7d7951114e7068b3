"""YAML files: what they hold, and every fault with line, column and path."""

import json
from datetime import date
from pathlib import Path

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.converter import make_converter
from styrmodell.io.engines import yaml_engine
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.read_yaml import YamlContent, read_yaml, yaml_content
from styrmodell.io.yaml_nodes import read_yaml_nodes
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.plan_state import PlanState
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit

CONVERTER = make_converter()


def read(text: str | bytes) -> YamlContent:
    return yaml_content(text if isinstance(text, bytes) else text.encode(), "a.yaml", CONVERTER)


def told(text: str | bytes) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.place) for finding in read(text).findings]


def test_the_plans_head_is_read():
    content = read('plan: {id: rlf-2020, unit: rlf, period: "2020", state: draft, dnr: 19RS2753}')
    assert content.head == PlanHead(id="rlf-2020", unit_id="rlf", period=Period.year(2020), dnr="19RS2753")
    assert content.head.source.place == "rad 1 kolumn 7 plan"


def test_a_plans_state_may_be_swedish():
    assert read("plan: {unit: rlf, period: 2020, state: Beslutad}").head.state is PlanState.DECIDED


def test_units_are_read_with_their_parents_and_places():
    content = read("units:\n  - {id: rlf, name: RLF}\n  - {id: rf, name: RF, level: verksamhet, parent: rlf}\n")
    assert content.objects["units"] == (
        Unit(id="rlf", name="RLF"),
        Unit(id="rf", name="RF", level="verksamhet", parent_id="rlf"),
    )
    assert str(content.objects["units"][1].source) == "a.yaml rad 3 kolumn 5 units[1]"


def test_dimensions_are_read_with_their_members():
    content = read('dimensions: [{id: dvo, members: [{id: summa, parts: [010]}, {id: 010, codes: "Dvo 010--090"}]}]')
    members = (Member(id="summa", parts=("010",)), Member(id="010", codes="Dvo 010--090"))
    assert content.objects["dimensions"] == (Dimension(id="dvo", members=members),)


def test_measures_are_read():
    content = read(
        "measures:\n"
        "- {id: b, name: B, unit: kr/inv, definition: 'ekonomi[dvo=rb] / inv', decimals: 1, missing: strict}\n"
        "- {id: e, name: E, unit: kr, dimensions: [dvo, slag], not_applicable: [{dvo: rb, slag: kostnad}]}\n"
    )
    assert content.findings == ()
    assert content.objects["measures"][0].definition == parse_expression("ekonomi[dvo=rb] / inv")
    assert content.objects["measures"][0].decimals == 1
    assert content.objects["measures"][1] == Measure(
        id="e",
        name="E",
        unit="kr",
        dimensions=("dvo", "slag"),
        not_applicable=((("dvo", "rb"), ("slag", "kostnad")),),
    )


def test_a_profile_is_read_with_its_value_lists():
    content = read("profile: {key: x, valid_from: 2020-01-01, levels: [region], value_lists: {status: [A, B]}}")
    lists = (("status", ("A", "B")),)
    assert content.profile == Profile(key="x", valid_from=date(2020, 1, 1), levels=("region",), value_lists=lists)


def test_scalars_stay_text():
    tree, _ = read_yaml_nodes("a: 1.10\nb: no\nc: 0123\nd: ~\ne: '~'\nf:\ng: ''\n", "a.yaml")
    assert tree.root == {"a": "1.10", "b": "no", "c": "0123", "d": None, "e": "~", "f": None, "g": ""}


def test_a_known_key_without_a_value_counts_as_left_out():
    assert read("units: [{id: rlf, name: RLF, parent: ~, level: null}]").objects["units"] == (
        Unit(id="rlf", name="RLF"),
    )


def test_a_required_key_without_a_value_is_told():
    assert told("units: [{id: rlf, name: }]") == [("SM108", "rad 1 kolumn 25 units[0].name")]


def test_a_missing_key_is_told_where_its_object_stands():
    assert told("units:\n  - id: rlf\n") == [("SM108", "rad 2 kolumn 5 units[0].name")]


def test_an_unknown_key_is_told_with_a_suggestion():
    finding = read("units:\n  - {id: rlf, name: RLF, levl: x}\n").findings[0]
    assert (finding.code.code, finding.source.place) == ("SM107", "rad 2 kolumn 26 units[0].levl")
    assert "menade du level" in finding.do()


def test_an_unknown_key_at_the_top_is_told_with_a_suggestion():
    finding = read("messures: []").findings[0]
    assert finding.do().startswith("menade du measures?")


def test_nobody_writes_a_source_by_hand():
    assert told("units: [{id: rlf, name: RLF, source: x}]") == [("SM107", "rad 1 kolumn 30 units[0].source")]


def test_every_fault_is_told_and_the_sound_objects_are_returned():
    content = read(
        "units:\n- {id: RLF, name: [a]}\n- {id: rf, name: RF}\n"
        "measures:\n- {id: m, name: M, unit: kr, decimals: två, dimensions: dvo, definition: '1 +'}\n- text\n"
    )
    assert [unit.id for unit in content.objects["units"]] == ["rf"]
    assert [finding.source.place.split()[-1] for finding in content.findings] == [
        "units[0].id",
        "units[0].name",
        "measures[0].dimensions",
        "measures[0].definition",
        "measures[0].decimals",
        "measures[1]",
    ]


def test_an_item_of_a_list_is_told_by_its_index():
    text = "measures: [{id: m, name: M, unit: kr, dimensions: [dvo, Å], not_applicable: [{dvo: Ö}]}]"
    assert [place.split()[-1] for _, place in told(text)] == [
        "measures[0].dimensions[1]",
        "measures[0].not_applicable[0].dvo",
    ]


def test_a_lone_text_is_no_list():
    assert told("units: rlf") == [("SM118", "rad 1 kolumn 8 units")]


def test_a_list_at_the_top_is_told():
    assert told("- a\n- b\n")[0][0] == "SM118"


def test_a_duplicate_key_is_told_with_both_places_and_the_first_stands():
    content = read("units:\n- id: rlf\n  name: A\n  name: B\n")
    (finding,) = content.findings
    assert (finding.code.code, finding.source.place) == ("SM112", "rad 4 kolumn 3 name")
    assert "rad 3 kolumn 3" in finding.found()
    assert content.objects["units"][0].name == "A"


def test_places_are_right_after_a_duplicate_key():
    assert ("SM107", "rad 3 kolumn 1 zzz") in told("units:\nunits: []\nzzz: 1\n")


@pytest.mark.parametrize("text", ["a: &x 1", "a: !!python/object:os.system x", "a: !x [1]", "a: &x {b: 1}"])
def test_anchors_and_tags_are_refused(text):
    assert "SM113" in [finding.code.code for finding in read_yaml_nodes(text, "a.yaml")[1]]


def test_an_alias_bomb_is_refused_without_growing():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    tree, findings = read_yaml_nodes("\n".join(lines), "a.yaml")
    assert {finding.code.code for finding in findings} == {"SM113"}
    assert tree.root["a39"] == [None, None]


def test_thousands_of_nested_lists_are_refused():
    assert [code for code, _ in told("a: " + "[" * 3000)] == ["SM115"]


def test_fifty_levels_are_read():
    assert read_yaml_nodes("[" * 50 + "]" * 50, "a.yaml")[1] == ()


def test_a_tab_as_indentation_is_told_as_such():
    assert told("units:\n\t- id: rlf\n") == [("SM137", "rad 2 kolumn 1")]


def test_broken_yaml_is_told_with_line_and_column():
    code, place = told("units:\n  - {id: rlf, name: RLF\nplan: x\n")[0]
    assert code == "SM103"
    assert place.startswith("rad 3 ")


def test_a_second_document_is_told():
    assert "SM103" in [code for code, _ in told("units: []\n---\nunits: []\n")]


def test_a_key_that_is_no_text_is_told():
    assert told("? [a]\n: b\n")[0] == ("SM118", "rad 1 kolumn 3")


def test_an_empty_file_holds_nothing():
    assert read("") == YamlContent()


def test_a_nul_is_told():
    assert told("units: [\x00]") == [("SM116", "rad 1 kolumn 9")]


def test_cp1252_is_told_with_its_line():
    assert told("units:\n- {id: a, name: Å}\n".encode("cp1252")) == [("SM106", "rad 2")]


def test_a_byte_order_mark_is_accepted_and_columns_count_from_after_it():
    assert told(b"\xef\xbb\xbfzzz: 1") == [("SM107", "rad 1 kolumn 1 zzz")]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert [finding.code.code for finding in read_yaml(tmp_path / "x.yaml", "x.yaml").findings] == ["SM101"]


def test_a_yaml_file_over_five_megabytes_is_told(tmp_path):
    path = Path(tmp_path / "x.yaml")
    path.write_bytes(b"#" * 5_000_001)
    assert [finding.code.code for finding in read_yaml(path, "x.yaml").findings] == ["SM114"]


def test_findings_are_written_in_both_languages():
    (finding,) = read("zzz: 1").findings
    assert "hittade" in finding.text("sv")
    assert "{" not in finding.text("sv") + finding.text("en")


def test_the_pure_parser_gives_the_same_as_libyaml(monkeypatch):
    text = "units:\n- {id: a, name: ~, x: 'null'}\n- &b [*b]\nunits: 1\n"
    expected = read_yaml_nodes(text, "a.yaml")
    pure = attrs.evolve(yaml_engine(), parser=yaml.SafeLoader)
    monkeypatch.setattr("styrmodell.io.yaml_nodes.yaml_engine", lambda: pure)
    tree, findings = read_yaml_nodes(text, "a.yaml")
    assert (tree.root, findings) == (expected[0].root, expected[1])


@given(st.text(max_size=60))
def test_no_text_makes_reading_raise(text):
    read(text)
    read(f"units:\n  - {text}\n")


_leaf = st.none() | st.text("ab1-", max_size=4)
_tree = st.recursive(
    _leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", min_size=1), inner)
)


@given(st.dictionaries(st.sampled_from(["plan", "units", "dimensions", "measures", "observations", "profile"]), _tree))
def test_no_shape_makes_reading_raise(tree):
    read(json.dumps(tree))
