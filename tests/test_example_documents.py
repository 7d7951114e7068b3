"""The example documents, opened again: printed rows, columns, captions, notes and figures in all three formats."""

import json
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import lxml.html
import openpyxl
import pytest
import yaml

from styrmodell.api import Format, Workspace, load
from styrmodell.report.numbers import round_half_away

ROOT = Path(__file__).parents[1]
CASES = [
    ("vn_bilaga09.yaml", None, "vasternorrland.bilaga9", "rlf"),
    ("vn_bilaga10a.yaml", None, "vasternorrland.bilaga10a", "rlf"),
    ("vn_bilaga11.yaml", 0, "vasternorrland.bilaga11", "rlf"),
    ("vn_bilaga11.yaml", 1, "vasternorrland.bilaga11", "rlf-rf"),
]
# Shown as computed, with a mark whose note tells of the printed figure.
OURS = {("tandvard_kr_inv", "714"): "715a)"}
SPACES = re.compile(r"[\s\u00a0]+")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(ROOT / "examples" / "vasternorrland-2020")


@pytest.fixture(params=CASES, ids=lambda case: f"{case[2]}@{case[3]}")
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str, str]:
    name, index, key, unit = request.param
    content = yaml.safe_load((ROOT / "tests" / "golden" / name).read_text(encoding="utf-8"))
    return (content if index is None else {**content, **content["tables"][index]}), key, unit


def bare(text: object) -> str:
    """A figure or label without spaces and with an ordinary minus: what a reader compares."""
    return SPACES.sub("", str(text)).replace("\u2212", "-").replace("\u2010", "-")


def printed(content: dict[str, Any]) -> list[list[str]]:
    """The printed rows: label and figures."""
    rows = []
    for row in content["rows"]:
        figures = ["" if text is None else bare(text) for text in row["printed"]]
        rows.append([bare(row["label"]), *(OURS.get((row["id"], figure), figure) for figure in figures)])
    return rows


def rendered(workspace: Workspace, key: str, form: Format, unit: str) -> bytes:
    return workspace.render(key, form, unit=unit).data


def with_figures(rows: list[list[str]], columns: int) -> list[list[str]]:
    """Rows that hold figures: headings inside the table left out."""
    return [row[: columns + 1] for row in rows if any(row[1:])]


def test_word_shows_the_printed_table(workspace: Workspace, case: tuple[dict[str, Any], str, str]) -> None:
    content, key, unit = case
    document = docx.Document(BytesIO(rendered(workspace, key, "docx", unit)))
    table = document.tables[0]
    rows = [[bare(cell.text) for cell in row.cells] for row in table.rows]
    heads = 2 if "|" in content["columns"][0] else 1
    body = [row for row in rows[heads:] if len(set(row)) > 1 or not row[0]]
    assert with_figures(body, len(content["columns"])) == printed(content)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert content["title"] in texts
    assert any(content["forvaltning"] in text for text in texts)


def test_html_shows_the_printed_table(workspace: Workspace, case: tuple[dict[str, Any], str, str]) -> None:
    content, key, unit = case
    page = lxml.html.fromstring(rendered(workspace, key, "html", unit).decode("utf-8"))
    table = page.xpath("//table")[0]
    rows = [[bare(cell.text_content()) for cell in row.xpath("./th|./td")] for row in table.xpath("./tbody/tr")]
    assert [row for row in rows if len(row) > 1] == printed(content)
    assert table.xpath("string(./caption)").strip() == content["title"]
    shown = page.text_content()
    for note in content.get("formulas", {}).values():
        assert note in shown


def test_excel_shows_the_printed_table(workspace: Workspace, case: tuple[dict[str, Any], str, str]) -> None:
    """Cells hold unrounded numbers; rounded as their format shows them they are the printed ones."""
    content, key, unit = case
    sheet = openpyxl.load_workbook(BytesIO(rendered(workspace, key, "xlsx", unit)), data_only=True).worksheets[0]
    labels = {bare(row["label"]) for row in content["rows"]}
    rows = [
        [bare(row[0].value), *(shown(cell) for cell in row[1 : len(content["columns"]) + 1])]
        for row in sheet.iter_rows()
        if bare(row[0].value) in labels
    ]
    assert rows == printed(content)


def shown(cell: Any) -> str:
    """What Excel shows of a cell with one of our number formats, in Swedish notation."""
    if cell.value is None:
        return ""
    percent = "%" in cell.number_format
    decimals = len(re.findall(r"0\.(0+)", cell.number_format)[0]) if "." in cell.number_format else 0
    value = Decimal(repr(cell.value)) * (100 if percent else 1)
    marks = re.findall(r'"([^"]*)"', cell.number_format)
    return f"{round_half_away(value, decimals):f}".replace(".", ",") + ("%" if percent else "") + bare("".join(marks))


def test_the_group_headings_and_notes_of_bilaga_10a_are_there(workspace: Workspace) -> None:
    page = lxml.html.fromstring(rendered(workspace, "vasternorrland.bilaga10a", "html", "rlf").decode("utf-8"))
    text = SPACES.sub(" ", page.text_content())
    for words in (
        "Finansiella poster",
        "Likviditetspåverkan",
        "Inklusive kapitaltjänstkostnader",
        "Anm. Kostnader och intäkter anges avseende I/E-kod 0-3",
        "Dvo 180, 410-490, 890",
        "Dvo 993 Endast ie-kod 2 här",
        "19RS2753",
    ):
        assert words in text


def test_a_reader_of_bilaga_11_sees_both_figures(workspace: Workspace) -> None:
    text = rendered(workspace, "vasternorrland.bilaga11", "html", "rlf").decode("utf-8")
    assert "tryckt 714 kr/inv" in text.replace("\u00a0", " ")
    assert "SM301" in text


def test_the_cell_list_beside_the_word_file_names_every_figure(workspace: Workspace) -> None:
    rendered_file = workspace.render("vasternorrland.bilaga10a", "docx")
    (end, data), *rest = rendered_file.beside
    assert (end, rest) == (".cells.json", [])
    cells = {cell["id"]: cell["text"] for cell in json.loads(data)}
    wanted = "vasternorrland.bilaga10a@rlf@2020/ekonomi/summa/budget-2020.netto"
    assert bare(cells[wanted]) == "-1661635"
