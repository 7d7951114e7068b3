"""A folder of files: which are read, in what order, and what is told about the folder itself."""

from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from styrmodell.io.file_pattern import FilePattern, list_files
from styrmodell.io.load_folder import FolderContent, read_folder

TOML = '[workspace]\nformat = 1\nname = "X"\nas_of = 2020-01-01\nfiles = ["*.yaml", "data/*.csv"]\n'
PLAN = "plan: {unit: rlf, period: 2020}\nunits: [{id: rlf, name: RLF}]\n"
MEASURES = "measures: [{id: area, name: A, unit: m2}, {id: pengar, name: P, unit: kr}]\n"
ROWS = "enhet;matt;period;varde\nrlf;area;2020;1\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in {
        "styrmodell.toml": TOML,
        "plan.yaml": PLAN,
        "z.yaml": MEASURES,
        "data/a.csv": ROWS,
        **files,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def codes(content: FolderContent) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.file) for finding in content.findings]


def test_a_small_workspace_is_read_whole(tmp_path):
    content = read_folder(write(tmp_path))
    assert content.findings == ()
    assert content.workspace.name == "X"
    assert content.head.unit_id == "rlf"
    assert [unit.id for unit in content.objects["units"]] == ["rlf"]
    assert [measure.id for measure in content.objects["measures"]] == ["area", "pengar"]
    assert [str(observation.source) for observation in content.observations] == ["data/a.csv rad 2"]


def test_the_path_of_the_toml_file_may_be_given(tmp_path):
    assert read_folder(write(tmp_path) / "styrmodell.toml") == read_folder(tmp_path)


def test_inputs_are_named_with_the_hash_of_what_was_read(tmp_path):
    content = read_folder(write(tmp_path))
    assert [file for file, _ in content.inputs] == ["data/a.csv", "plan.yaml", "styrmodell.toml", "z.yaml"]
    assert dict(content.inputs)["data/a.csv"] == sha256(ROWS.encode()).hexdigest()


@pytest.mark.parametrize("name", ["nowhere", "nowhere/styrmodell.toml", ".", "plan.yaml"])
def test_what_is_no_workspace_is_told_and_never_raises(tmp_path, name):
    (tmp_path / "plan.yaml").write_text(PLAN)
    content = read_folder(tmp_path / name)
    assert content.workspace is None
    assert [finding.code.code for finding in content.findings] == ["SM101"]


def test_observations_in_yaml_know_measures_of_other_files(tmp_path):
    text = "observations:\n- {unit: rlf, matt: area, period: 2020, value: '2,5'}\n"
    content = read_folder(write(tmp_path, **{"a.yaml": text}))
    assert content.findings == ()
    assert [observation.value for observation in content.observations] == [Decimal("2.5"), 1]
    assert str(content.observations[0].source) == "a.yaml rad 2 kolumn 3 observations[0]"


def test_a_fault_in_a_yaml_observation_is_told_by_path(tmp_path):
    text = "observations:\n- {unit: rlf, matt: area, period: 2020, Value: abc}\n- {unit: rlf, värd: 1}\n- text\n"
    content = read_folder(write(tmp_path, **{"a.yaml": text}))
    places = [finding.source.place for finding in content.findings]
    assert places[0] == "rad 4 kolumn 3 observations[2]"
    assert places[1] == "rad 2 kolumn 48 observations[0].Value"
    assert "rad 3 kolumn 21 observations[1].värd" in places


def test_a_source_block_says_how_its_files_are_written(tmp_path):
    toml = TOML + '[[sources]]\nfiles = "data/*.csv"\nscale = "tkr"\nencoding = "cp1252"\n'
    rows = "enhet;matt;period;varde\nrlf;pengar;2020;1\n"
    content = read_folder(write(tmp_path, **{"styrmodell.toml": toml, "data/a.csv": rows}))
    assert content.observations[0].value == 1000


def test_two_plans_are_told_and_the_first_stands(tmp_path):
    content = read_folder(write(tmp_path, **{"plan2.yaml": PLAN}))
    assert codes(content) == [("SM134", "plan2.yaml")]
    assert content.head.source.file == "plan.yaml"


def test_a_pattern_that_matches_nothing_is_a_warning(tmp_path):
    content = read_folder(write(tmp_path, **{"styrmodell.toml": TOML.replace("data/*.csv", "date/*.csv")}))
    assert codes(content) == [("SM110", "styrmodell.toml")]
    assert content.findings.errors() == ()


def test_a_file_of_another_kind_is_told(tmp_path):
    content = read_folder(
        write(tmp_path, **{"styrmodell.toml": TOML.replace("data/*.csv", "data/*"), "data/b.pdf": ""})
    )
    assert codes(content) == [("SM111", "data/b.pdf")]


def test_a_file_that_two_patterns_match_is_read_once(tmp_path):
    content = read_folder(write(tmp_path, **{"styrmodell.toml": TOML.replace("data/*.csv", '**/*.csv", "data/a.csv')}))
    assert len(content.observations) == 1


def test_a_profile_by_path_is_read_though_no_pattern_names_it(tmp_path):
    toml = TOML.replace("format = 1", 'format = 1\nprofile = "profil/egen.yaml"')
    profile = "profile: {key: egen, valid_from: 2020-01-01}\n"
    content = read_folder(write(tmp_path, **{"styrmodell.toml": toml, "profil/egen.yaml": profile}))
    assert content.profile.key == "egen"


@pytest.mark.parametrize(("path", "code"), [("profil/finns-inte.yaml", "SM101"), ("../egen.yaml", "SM133")])
def test_a_profile_by_a_path_that_cannot_be_read_is_told(tmp_path, path, code):
    toml = TOML.replace("format = 1", f'format = 1\nprofile = "{path}"')
    assert code in [found for found, _ in codes(read_folder(write(tmp_path, **{"styrmodell.toml": toml})))]


def test_hidden_and_lock_files_are_left_out(tmp_path):
    write(tmp_path, **{".dold.yaml": "x", "~$plan.yaml": "x", ".git/a.yaml": "x"})
    assert list_files(tmp_path) == ("data/a.csv", "plan.yaml", "styrmodell.toml", "z.yaml")


def test_a_link_out_of_the_folder_is_left_out(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("x")
    (inside / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    assert list_files(inside) == ()


@pytest.mark.parametrize(
    ("pattern", "file", "matches"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "b/a.yaml", False),
        ("./b/*.csv", "b/a.csv", True),
        ("b\\*.csv", "b/a.csv", True),
        ("**/*.csv", "a.csv", True),
        ("**/*.csv", "b/c/a.csv", True),
        ("b/**", "b/c/a.csv", True),
        ("a?.csv", "ab.csv", True),
        ("a.csv", "aXcsv", False),
        ("../*.csv", "a.csv", False),
        ("*" * 60 + "x", "a" * 60, False),
    ],
)
def test_patterns_match_as_people_expect(pattern, file, matches):
    assert FilePattern.parse(pattern).matches(file) is matches


@pytest.mark.parametrize("place", ["frysta/2020-regionstyrelsen", "Frysta/a", "gammalt/2019"])
def test_a_frozen_run_is_no_input(tmp_path, place):
    """What was decided then must not be counted with what holds now."""
    toml = TOML.replace('"*.yaml"', '"**/*.yaml"').replace("data/*.csv", "**/*.csv")
    frozen = {f"{place}/frysning.json": "{}", f"{place}/indata/z.yaml": MEASURES, f"{place}/indata/data/a.csv": ROWS}
    content = read_folder(write(tmp_path, **{"styrmodell.toml": toml}, **frozen))
    assert content.findings == ()
    assert [file for file, _ in content.inputs] == ["data/a.csv", "plan.yaml", "styrmodell.toml", "z.yaml"]
