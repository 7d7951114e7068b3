"""Golden documents: kept part by part as text, compared, and told where they differ."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.api import Format, Rendered
from styrmodell.testing import CORE_PARTS, Golden, example_plan, make_workspace, open_again


@pytest.fixture(scope="module")
def workspace():
    return make_workspace(example_plan())


def rendered(workspace, form: Format) -> Rendered:
    return workspace.render("generic.matt", form)


def with_part(made: Rendered, name: str, old: str, new: str) -> Rendered:
    """*made* with one of its parts changed; an empty *old* adds the part."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.data)) as before, zipfile.ZipFile(data, "w") as after:
        for one in before.namelist():
            part = before.read(one)
            if one == name:
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            after.writestr(one, part)
        if not old:
            after.writestr(name, new)
    return evolve(made, data=data.getvalue())


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_what_is_kept_is_what_is_rendered_again(form: Format, workspace, tmp_path: Path) -> None:
    made = rendered(workspace, form)
    Golden(folder=tmp_path, update=True).check(made)
    Golden(folder=tmp_path).check(made)


def test_a_document_that_nobody_has_kept_is_told(workspace, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"no golden document .*generic\.matt\.html; .* pytest --update-golden"):
        Golden(folder=tmp_path).check(rendered(workspace, "html"))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_text_a_reader_sees_is_kept_beside_the_parts(form: Format, workspace, tmp_path: Path) -> None:
    Golden(folder=tmp_path, update=True).check(rendered(workspace, form))
    text = (tmp_path / f"generic.matt.{form}" / "text.txt").read_text(encoding="utf-8")
    assert "Ekonomi & <budget>" in text
    assert "<w:" not in text


def test_the_part_and_the_line_that_differ_are_told_with_both_texts(workspace, tmp_path: Path) -> None:
    made = rendered(workspace, "docx")
    Golden(folder=tmp_path, update=True).check(made)
    changed = with_part(made, "word/document.xml", "Invånare", "Inbyggare")
    with pytest.raises(AssertionError) as told:
        Golden(folder=tmp_path).check(changed)
    assert "word/document.xml line" in str(told.value)
    assert "Inbyggare" in str(told.value)
    assert "Invånare" in str(told.value)


def test_of_a_part_the_checksum_alone_may_be_kept_and_a_change_of_it_is_told(workspace, tmp_path: Path) -> None:
    made, name = rendered(workspace, "docx"), "word/styles.xml"
    Golden(folder=tmp_path, update=True).check(made, by_sum=[name])
    kept = (tmp_path / made.name / name).read_text(encoding="utf-8")
    assert re.fullmatch(r"sha256 [0-9a-f]{64}\n", kept)
    Golden(folder=tmp_path).check(made, by_sum=[name])
    with pytest.raises(AssertionError, match=r"word/styles\.xml line 1: 'sha256 "):
        Golden(folder=tmp_path).check(with_part(made, name, "<w:style ", "<w:style w:new='1' "), by_sum=[name])


def test_the_parts_of_the_core_are_those_of_its_documents(workspace) -> None:
    opened = [open_again(form, rendered(workspace, form).data) for form in ("docx", "xlsx")]
    assert set(CORE_PARTS) <= {name for one in opened for name in one.parts}


def test_a_new_part_and_one_that_is_gone_are_told(workspace, tmp_path: Path) -> None:
    made = rendered(workspace, "xlsx")
    more = with_part(made, "xl/mer.xml", "", "<mer/>")
    Golden(folder=tmp_path, update=True).check(made)
    with pytest.raises(AssertionError, match=r"xl/mer\.xml: a new part"):
        Golden(folder=tmp_path).check(more)
    Golden(folder=tmp_path, update=True).check(more)
    with pytest.raises(AssertionError, match=r"xl/mer\.xml: the part is gone"):
        Golden(folder=tmp_path).check(made)


def test_a_part_is_left_out_by_its_name_alone(workspace, tmp_path: Path) -> None:
    made = rendered(workspace, "xlsx")
    Golden(folder=tmp_path, update=True).check(made)
    Golden(folder=tmp_path).check(with_part(made, "xl/mer.xml", "", "<mer/>"), ignore=["xl/mer.xml"])


def test_updating_keeps_nothing_of_what_was_there(workspace, tmp_path: Path) -> None:
    golden = Golden(folder=tmp_path, update=True)
    golden.check(with_part(rendered(workspace, "xlsx"), "xl/mer.xml", "", "<mer/>"))
    golden.check(rendered(workspace, "xlsx"))
    assert not (tmp_path / "generic.matt.xlsx" / "xl" / "mer.xml").exists()


def test_the_version_of_the_engine_is_not_kept(workspace, tmp_path: Path) -> None:
    Golden(folder=tmp_path, update=True).check(rendered(workspace, "html"))
    text = (tmp_path / "generic.matt.html" / "page.html").read_text(encoding="utf-8")
    assert "styrmodell 0." not in text
