"""Whatever a workspace says, the commands answer: read, or told what is wrong; never a traceback, never silence.

Few examples here. More of them: python -m nox -s fuzz_laws.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.laws.commands import LAW, command, write
from tests.fuzz.laws.grids import SHEETS, csv_files, workbooks
from tests.fuzz.laws.trees import hostile_texts, reworded_trees, sound_tree, spoiled_trees
from tests.report.form_books import opened
from tests.session.object_books import EVERYTHING, TOML

from styrmodell.io.save.json_file import plan_json
from styrmodell.testing.everything import everything_plans

FORMATS = st.sampled_from(("docx", "xlsx", "html"))
_OBJECTS = [arg for kinds in EVERYTHING for arg in ("--objects", kinds)]
_TABLES = 'files = ["*.yaml", "tabeller/*"]'


def _yaml(tree: Any) -> bytes:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


@contextmanager
def _workspace(plan: dict[str, bytes], toml: str = TOML) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder) / "ws", {"styrmodell.toml": toml.encode(), **plan})


def _answers(workspace: Path, form: str) -> None:
    """Every command that reads: what is told at check stops render or stands in it."""
    out = workspace.parent
    checked = command("check", workspace)
    rendered = command("render", workspace, "--format", form, "--out", out / "ut")
    assert rendered.code >= checked.code
    command("form", workspace, *_OBJECTS, "--out", out / "formular")
    write(out / "forra", {"styrmodell.toml": TOML.encode(), "plan.yaml": _yaml(sound_tree())})
    command("diff", out / "forra", workspace)
    command("diff", workspace, out / "forra", "--format", "json")


@LAW
@given(spoiled_trees(), FORMATS)
def test_a_tree_of_objects_that_is_spoiled_is_told_or_read(tree: Any, form: str) -> None:
    with _workspace({"plan.yaml": _yaml(tree)}) as workspace:
        _answers(workspace, form)


@LAW
@given(spoiled_trees(), FORMATS)
def test_the_same_tree_as_json_is_told_or_read(tree: Any, form: str) -> None:
    with _workspace({"plan.json": json.dumps(tree).encode()}, TOML.replace("*.yaml", "*.json")) as workspace:
        _answers(workspace, form)


@LAW
@given(reworded_trees(), FORMATS)
def test_any_words_in_every_field_of_text_are_printed(tree: Any, form: str) -> None:
    with _workspace({"plan.json": json.dumps(tree).encode()}, TOML.replace("*.yaml", "*.json")) as workspace:
        _answers(workspace, form)


@LAW
@given(everything_plans(), FORMATS)
def test_a_plan_of_every_class_that_fits_nowhere_is_told_or_read(plan: Any, form: str) -> None:
    with _workspace({"plan.json": plan_json(plan)}, TOML.replace("*.yaml", "*.json")) as workspace:
        _answers(workspace, form)


@LAW
@given(st.data(), FORMATS)
def test_a_csv_table_of_any_headings_and_cells_is_told_or_read(data: st.DataObject, form: str) -> None:
    sheet = data.draw(st.sampled_from(SHEETS))
    files = {"plan.yaml": _yaml(sound_tree()), f"tabeller/{sheet}.csv": data.draw(csv_files(sheet))}
    with _workspace(files, TOML.replace('files = ["*.yaml"]', _TABLES)) as workspace:
        _answers(workspace, form)


@LAW
@given(workbooks(), FORMATS)
def test_a_workbook_of_any_headings_and_cells_is_told_or_read(book: bytes, form: str) -> None:
    files = {"plan.yaml": _yaml(sound_tree()), "tabeller/bok.xlsx": book}
    with _workspace(files, TOML.replace('files = ["*.yaml"]', _TABLES)) as workspace:
        _answers(workspace, form)


@LAW
@given(st.data())
def test_a_form_with_anything_in_its_cells_is_collected_and_what_is_written_is_read(data: st.DataObject) -> None:
    with _workspace({"plan.yaml": _yaml(sound_tree())}) as workspace:
        out = workspace.parent
        command("form", workspace, *_OBJECTS, "--unit", "v", "--out", out / "formular")
        (path,) = (out / "formular").glob("*.xlsx")
        _fill_in(data, path)
        before = command("check", workspace)
        command("collect", workspace, path, "--dry-run")
        command("collect", workspace, path, "--out", out / "ratta")
        assert command("check", workspace).code == before.code
        command("diff", workspace, workspace)


def _fill_in(data: st.DataObject, path: Path) -> None:
    """Anything in some of the form's cells, those with text and figures in them most often."""
    book = opened(path)
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    contents = hostile_texts() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False) | st.booleans() | st.none()
    for _ in range(data.draw(st.integers(1, 12))):
        cell = data.draw(st.sampled_from(cells), label="cell")
        right = cell.parent.cell(cell.row, cell.column + data.draw(st.integers(0, 3)))
        if right.coordinate not in cell.parent.merged_cells:
            content = data.draw(contents)
            right.value = content
            right.data_type = "s" if isinstance(content, str) else right.data_type
    book.save(path)
