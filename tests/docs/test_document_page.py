"""docs/reference/dokument.md and docs/how-to/text.md: the example is rendered, and what they show is printed."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import docx
import pytest

from styrmodell.api import Finding, ReportSpec, Text, hookimpl, load
from styrmodell.plugins.registry import registry_of
from styrmodell.report.document import Block
from styrmodell.testing import example_plan, make_workspace

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "examples" / "galleri"
PAGE = (ROOT / "docs" / "reference" / "dokument.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to" / "text.md").read_text(encoding="utf-8")
# They come out of a paragraph, and nobody builds them by hand.
READ = {"Prose", "Listing"}


def registry() -> Any:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    names: dict[str, Any] = {}
    exec(code, names)  # the page's own example
    spec = ReportSpec(key="sidan.besok", title=Text(sv="Besök", en="Visits"), build=names["build"])

    @hookimpl
    def styrmodell_reports() -> Iterable[ReportSpec]:
        return (spec,)

    return registry_of({"sidan": SimpleNamespace(plugin_api=1, styrmodell_reports=styrmodell_reports)})


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_the_example_is_rendered(form: Any) -> None:
    rendered = load(GALLERY, registry=registry()).require().render("sidan.besok", form)
    assert rendered.data
    assert rendered.findings == ()


def test_the_figure_in_the_text_explains_itself() -> None:
    workspace = load(GALLERY, registry=registry())
    explained = workspace.explain("sidan.besok@region@2024/text/besok/varde")
    assert explained.number == 153_400 + 51_250 + 214_800 + 103_900


def test_the_table_of_parts_names_every_part() -> None:
    named = set(re.findall(r"^\| `(\w+)` \| ", PAGE.partition("## Ett dokument")[0], re.MULTILINE))
    assert named == {part.__name__ for part in get_args(Block)} - READ


def told(finding: Finding) -> str:
    lines = str(finding.text("sv")).splitlines()
    return "\n".join(re.sub(r" +", " ", line).strip() for line in lines)


def shown(code: str) -> str:
    (block,) = re.findall(rf"^```\n({code} .*?)^```$", HOW_TO, re.DOTALL | re.MULTILINE)
    return "\n".join(re.sub(r" +", " ", line).strip() for line in block.splitlines())


def workspace_with(tmp_path: Path, *paragraphs: str, table_after: int | None = None) -> Path:
    folder = tmp_path / "galleri"
    shutil.copytree(GALLERY, folder)
    document = docx.Document()
    for number, text in enumerate(paragraphs, 1):
        document.add_paragraph(text)
        if number == table_after:
            document.add_table(rows=1, cols=1)
    document.save(str(folder / "texter" / "inledning.docx"))
    return folder


def test_a_misspelt_name_is_told_as_the_page_says(tmp_path: Path) -> None:
    found = load(workspace_with(tmp_path, "Resultatet är {{ prognso }}.")).check()
    assert [told(finding) for finding in found if finding.code.code == "SM405"] == [shown("SM405")]


def test_a_table_in_word_is_told_as_the_page_says(tmp_path: Path) -> None:
    folder = workspace_with(tmp_path, *(f"Stycke {number}." for number in range(1, 13)), table_after=11)
    assert [told(finding) for finding in load(folder).findings if finding.code.code == "SM407"] == [shown("SM407")]


def test_two_texts_for_one_section_are_an_error(tmp_path: Path) -> None:
    folder = workspace_with(tmp_path, "Text.")
    (folder / "texter" / "inledning.docx").rename(folder / "texter" / "Sammanfattning.docx")
    (finding,) = (finding for finding in load(folder).findings if finding.code.code == "SM408")
    assert "plan.yaml" in finding.found()


def test_a_plan_of_other_measures_has_no_gallery() -> None:
    workspace = make_workspace(example_plan())
    assert workspace.publisher.instances(workspace.publisher.spec("generic.galleri")) == ()
