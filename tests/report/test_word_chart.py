"""Charts in Word are Word's own: they can be edited, hold their figures, and look as the document does."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from attrs import evolve
from lxml import etree
from tests.needed import require_program
from tests.report.editions import TKR, edition
from tests.report.rich_editions import charts, rich_edition, step_table, with_blocks
from tests.report.svg_examples import charts as hard_charts
from tests.report.svg_examples import make_chart
from tests.report.word_packages import dangling, found, parts_of, root_of, text_of, texts_found

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.document import Edition
from styrmodell.report.word import write_word

PART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
HARD = hard_charts()


def parts_with(chart: Chart) -> dict[str, bytes]:
    return parts_of(write_word(with_blocks(chart)))


def chart_of(chart: Chart) -> etree._Element:
    return root_of(parts_with(chart), PART)


def values(series: etree._Element) -> list[str]:
    return texts_found(series, "c:val//c:v/text()")


def names(root: etree._Element) -> list[str]:
    return texts_found(root, "//c:ser/c:tx//c:v/text()")


@pytest.fixture
def kinds() -> dict[ChartKind, Chart]:
    return {chart.kind: chart for chart in charts()}


def test_the_chart_points_at_a_workbook_with_its_figures(kinds: dict[ChartKind, Chart]) -> None:
    parts = parts_with(kinds[ChartKind.LINE])
    (outside,) = found(root_of(parts, PART), "c:externalData")
    relations = etree.fromstring(parts["word/charts/_rels/chart1.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    assert targets[outside.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")] == (
        "../embeddings/Microsoft_Excel_Sheet1.xlsx"
    )
    sheet = openpyxl.load_workbook(BytesIO(parts[BOOK]))["Diagramdata"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "Telefon", "Besök", "Mål"],
        ["2017", 0.812, 0.701, 0.85],
        ["2018", 0.834, 0.722, 0.85],
        ["2019", None, 0.745, 0.9],
        ["2020", 0.889, 0.76, 0.9],
    ]
    assert sheet["B2"].number_format == "#,##0.0%"
    assert texts_found(root_of(parts, PART), "//c:ser/c:val//c:f/text()")[0] == "Diagramdata!$B$2:$B$5"


def test_a_chart_shows_its_figures_before_anything_is_opened(kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[ChartKind.BAR])
    assert names(root) == ["Telefon", "Besök", "Mål"]
    assert values(found(root, "//c:ser")[1]) == ["0.701", "0.722", "0.745", "0.76"]


def test_the_target_is_a_line_across_the_bars(kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[ChartKind.BAR])
    assert texts_found(root, "//c:barChart/c:ser/c:tx//c:v/text()") == ["Telefon", "Besök"]
    assert texts_found(root, "//c:lineChart/c:ser/c:tx//c:v/text()") == ["Mål"]


def test_a_stack_is_stacked_by_column(kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[ChartKind.STACKED])
    assert texts_found(root, "//c:barChart/c:grouping/@val") == ["stacked"]
    assert names(root) == ["2017", "2018", "2019", "2020"]


def test_a_waterfall_stands_on_what_is_not_seen(kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[ChartKind.WATERFALL])
    ground = next(one for one in found(root, "//c:ser") if "Under stegen" in texts_found(one, "c:tx//c:v/text()"))
    assert values(ground) == ["0.0", "1500000.0", "1180000.0", "1180000.0", "0.0"]
    assert found(ground, "c:spPr/a:noFill")
    assert texts_found(root, "//c:dLbls") == []


def test_the_caption_says_the_title_and_the_chart_does_not(kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[ChartKind.BAR])
    assert found(root, "c:chart/c:title") == []
    assert texts_found(root, "c:chart/c:autoTitleDeleted/@val") == ["1"]


@pytest.mark.parametrize("kind", list(ChartKind))
def test_nothing_is_left_to_what_programs_take_for_granted(kind: ChartKind, kinds: dict[ChartKind, Chart]) -> None:
    root = chart_of(kinds[kind])
    assert texts_found(root, "c:roundedCorners/@val") == ["0"]
    for owner, name in (
        ("//c:lineChart/c:ser", "smooth"),
        ("//c:barChart/c:ser", "invertIfNegative"),
        ("//c:barChart | //c:lineChart", "varyColors"),
        ("//c:catAx | //c:valAx", "delete"),
        ("//c:legend", "overlay"),
    ):
        assert all(texts_found(one, f"c:{name}/@val") == ["0"] for one in found(root, owner)), name


def test_a_chart_is_in_the_typeface_of_its_document(kinds: dict[ChartKind, Chart]) -> None:
    assert texts_found(chart_of(kinds[ChartKind.BAR]), "c:txPr//a:latin/@typeface") == ["Arial"]


def test_a_chart_fits_its_page(kinds: dict[ChartKind, Chart]) -> None:
    root = root_of(parts_with(kinds[ChartKind.BAR]))
    ((width, height),) = [(int(str(one.get("cx"))), int(str(one.get("cy")))) for one in found(root, "//wp:extent")]
    assert width == (11906 - 2268) * 635
    assert height < width


def test_the_workbooks_day_is_the_editions(kinds: dict[ChartKind, Chart]) -> None:
    parts = parts_with(kinds[ChartKind.BAR])
    book = openpyxl.load_workbook(BytesIO(parts[BOOK]))
    assert f"{book.properties.created:%Y-%m-%d %H:%M}" == "2019-09-26 00:00"
    with ZipFile(BytesIO(parts[BOOK])) as package:
        assert {(info.date_time, info.create_system) for info in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}


@pytest.mark.parametrize("name", sorted(HARD))
def test_charts_that_are_hard_to_draw_are_sound(name: str) -> None:
    parts = parts_with(HARD[name])
    assert dangling(parts) == []
    if name != "inget":
        assert found(root_of(parts, PART), "//c:ser")
        openpyxl.load_workbook(BytesIO(parts[BOOK]))


@pytest.mark.parametrize(
    "empty", [make_chart(ChartKind.BAR, {}, ("A",)), make_chart(ChartKind.BAR, {}, ()), HARD["inget"]]
)
def test_a_chart_with_nothing_to_draw_says_so(empty: Chart) -> None:
    parts = parts_with(empty)
    assert dangling(parts) == []
    assert found(root_of(parts), "//w:drawing") == []
    assert any(text_of(one) == "Inga värden att visa." for one in found(root_of(parts), "//w:p"))


def test_charts_beside_a_masters_own_have_names_of_their_own() -> None:
    parts = parts_of(write_word(rich_edition(), write_word(_as_master())))
    assert dangling(parts) == []
    assert len([name for name in parts if name.startswith("word/charts/chart")]) == 5
    ids = texts_found(root_of(parts), "//wp:docPr/@id")
    assert len(ids) == len(set(ids))


def _as_master() -> Edition:
    chart = Chart(key="a", kind=ChartKind.WATERFALL, title="Mall", alt="Mallens diagram.", table=step_table())
    plain = with_blocks(chart)
    head = evolve(plain.document.head, facts=(("x", "y"),))
    blocks = (*plain.document.blocks, *edition(text="{{ innehall }}").document.blocks[1:2])
    return evolve(plain, document=evolve(plain.document, head=head, blocks=blocks))


@pytest.mark.office
def test_libreoffice_opens_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(write_word(rich_edition()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = [
        require_program("LibreOffice", "libreoffice-writer-nogui", "soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_the_style_of_figures_is_the_charts() -> None:
    root = chart_of(make_chart(ChartKind.BAR, {"A": (1000, -2000)}, ("x", "y"), TKR))
    assert "#,##0" in texts_found(root, "//c:valAx/c:numFmt/@formatCode")
