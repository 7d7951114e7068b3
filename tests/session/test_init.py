"""A new workspace checks and renders at once, says the same in text files and in a workbook, and replaces nothing."""

from datetime import date

import pytest
from attrs import evolve

from styrmodell.api import Kind, UnknownNameError, load, make_registry
from styrmodell.errors import RenderError
from styrmodell.session.init import init

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def registry():
    return make_registry()


@pytest.fixture(params=[False, True], ids=["text", "excel"])
def begun(request, tmp_path, registry):
    folder = tmp_path / "Mål och uppföljning"
    init(folder, registry=registry, today=TODAY, excel=request.param)
    return folder


def test_nothing_is_wrong_with_a_new_workspace(begun):
    assert load(begun).check() == ()


def test_its_figures_are_summed(begun):
    workspace = load(begun)
    assert workspace.value("resultat", kind=Kind.BUDGET).number == -22_000_000
    assert workspace.value("hyrpersonal", kind=Kind.BUDGET).text() == "1,9\xa0%"


def test_its_reports_are_rendered(begun):
    workspace = load(begun)
    assert workspace.reports() == ("generic.matt",)
    assert workspace.render("generic.matt", "html").data.startswith(b"<!DOCTYPE html>")


def test_text_files_and_workbook_say_the_same(tmp_path, registry):
    plans = []
    for name, excel in (("text", False), ("bok", True)):
        init(tmp_path / name, registry=registry, today=TODAY, excel=excel)
        plan = load(tmp_path / name).plan
        plans.append(evolve(plan, observations=tuple(sorted(plan.observations, key=lambda item: str(item.key)))))
    assert plans[0] == plans[1]


def test_the_same_day_gives_the_same_bytes(tmp_path, registry):
    first = init(tmp_path / "a" / "x", registry=registry, today=TODAY, excel=True)
    second = init(tmp_path / "b" / "x", registry=registry, today=TODAY, excel=True)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_profile_gives_its_words(tmp_path, registry):
    profiles = registry.profiles
    if not profiles:
        pytest.skip("needs a plugin with a profile")
    key = next(iter(profiles))
    init(tmp_path / "x", registry=registry, today=TODAY, profile=key)
    workspace = load(tmp_path / "x")
    assert workspace.check() == ()
    assert workspace.profile.key == key
    assert workspace.plan.units[0].level in workspace.profile.levels
    sorts = dict(workspace.profile.value_lists).get("malniva", ("inriktningsmål",))
    assert workspace.plan.goals[0].level == sorts[0]


def test_an_unknown_profile_is_refused_before_anything_is_written(tmp_path, registry):
    with pytest.raises(UnknownNameError):
        init(tmp_path / "x", registry=registry, today=TODAY, profile="finnsinte")
    assert not (tmp_path / "x").exists()


def test_a_file_that_is_there_is_never_replaced(tmp_path, registry):
    (tmp_path / "plan.yaml").write_text("min plan")
    with pytest.raises(RenderError, match=r"plan\.yaml finns redan"):
        init(tmp_path, registry=registry, today=TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_text() == "min plan"


def test_the_yaml_files_name_their_schema(tmp_path, registry):
    init(tmp_path / "x", registry=registry, today=TODAY)
    for path in (tmp_path / "x").glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=styrmodell.schema.json\n")
    assert (tmp_path / "x" / "styrmodell.schema.json").exists()
