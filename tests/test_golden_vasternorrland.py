"""Västernorrland's bilaga 9, 10 a and 11: every figure computed, and equal to the printed one or told."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.aggregation.explanation import Op
from styrmodell.api import Workspace, load
from styrmodell.report.numbers import round_half_away
from styrmodell.report.table import Cell, Table

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
EXAMPLE = ROOT / "examples" / "vasternorrland-2020"

# The one cell where the document shows ours and a warning shows both.
DIFFERENT = {"vasternorrland.bilaga11@rlf@2020/nyckeltal/tandvard_kr_inv/plan-2021": (Decimal(714), Decimal(715))}
# Ratios whose cuts of the ledger are not in the material: reported, in all columns or in that of 2019.
REPORTED = {"intaktsfinansieringsgrad", "primarvard_kr_inv", "invanare", "extern_intaktsfinansieringsgrad"}

# What the printed document gives rise to, by code and count.
FINDINGS = {
    "SM155": 1,  # the three footnotes of 9a are no rows of data
    "SM173": 5,  # 17: "Inför beslut", twice "Under framtagande", twice "Ej beräknat," where an amount should be
    "SM178": 2,  # 10 b has a heading, two references and a total, 10 c three totals among the rows
    "SM231": 2,  # the card: "5% förbättring" and "20% minskning" of shares, in per cent or in points?
    "SM233": 2,  # the card: the target 84 and the baseline 5,6 of shares are printed without %
    "SM235": 2,  # the card: HME 81 and rekommendation 84 are the values of 2018 already
    "SM236": 6,  # the card: 81, 84, 5 %, 72, 100 % and "förbättring" do not say which way is better
    "SM238": 1,  # the card: the baseline of the result is "RLF"
    "SM241": 1,  # the card: nobody answers for its measures, one has no source and one no frequency
    "SM242": 1,  # the card: five lines are marked RLF, fourteen are not
    "SM246": 11,  # 16: no risk has an owner or a status
    "SM247": 2,  # 16: two risks have two ratings of three
    # 11: 714 kr/inv is printed, 174 967 tkr for 244 600 inhabitants is 715; 10 b: two sums are printed as 0
    "SM301": 3,
    "SM302": 11,  # 9a: 572 215 visits are printed, the parts sum to 572 214; ten sums of 5.2 are a million off
    "SM305": 1,  # 10 b: the heading of the video equipment says 0 for 2019, its parts 200
    "vasternorrland.3": 3,  # 10 c: no IT project says what it will cost a year
    "vasternorrland.4": 3,  # 17: three projects are to be paid by the IT plan, and are not in it
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


def golden(name: str) -> dict[str, Any]:
    return yaml.safe_load((GOLDEN / name).read_text(encoding="utf-8"))


def table_of(workspace: Workspace, key: str, unit: str) -> Table:
    assert workspace.plan is not None
    document = workspace.publisher.document(workspace.publisher.spec(key), unit, workspace.plan.period)
    return document.tables()[0]


def printed_and_shown(rows: list[dict[str, Any]], table: Table) -> list[tuple[Cell, Decimal | None]]:
    by_key = {row.key: row for row in table.rows if row.cells}
    assert [row["id"] for row in rows] == list(by_key), "the rows, in the printed order"
    return [
        (cell, None if value is None else Decimal(str(value)))
        for row in rows
        for cell, value in zip(by_key[row["id"]].cells, row["values"], strict=True)
    ]


CASES = [
    ("vn_bilaga09.yaml", None, "vasternorrland.bilaga9", "rlf"),
    ("vn_bilaga10a.yaml", None, "vasternorrland.bilaga10a", "rlf"),
    ("vn_bilaga11.yaml", 0, "vasternorrland.bilaga11", "rlf"),
    ("vn_bilaga11.yaml", 1, "vasternorrland.bilaga11", "rlf-rf"),
]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[2]}@{case[3]}")
def case(request: pytest.FixtureRequest, workspace: Workspace) -> tuple[dict[str, Any], Table]:
    name, index, key, unit = request.param
    content = golden(name)
    return (content if index is None else {**content, **content["tables"][index]}), table_of(workspace, key, unit)


def test_every_figure_is_the_printed_one(case: tuple[dict[str, Any], Table]) -> None:
    content, table = case
    for cell, printed in printed_and_shown(content["rows"], table):
        if printed is None:
            assert cell.is_blank, f"{cell.id} is blank by nature: neither zero nor missing"
            continue
        assert cell.figure is not None, cell.id
        shown = round_half_away(cell.figure, cell.style.decimals)
        assert (printed, shown) == DIFFERENT.get(cell.id, (printed, printed)), cell.id


def test_rows_columns_captions_and_marks_are_the_printed_ones(case: tuple[dict[str, Any], Table]) -> None:
    content, table = case
    shown = [" ".join((row.label, *row.notes)) for row in table.rows if row.cells]
    assert shown == [row["label"] for row in content["rows"]]
    headings = [
        f"{column.group} | {' '.join((column.label, *column.notes))}" if column.group else column.label
        for column in table.columns
    ]
    assert headings == content["columns"]
    assert table.caption == content["title"]
    if "formulas" in content:
        assert {note.mark: note.text for note in table.notes} == content["formulas"]


def test_sums_nets_and_ratios_are_computed_and_never_typed(workspace: Workspace) -> None:
    """If a figure equals the printed one, it must be because it was computed."""
    computed = {Op.ROLLED_UP, Op.SUBTRACT, Op.DIVIDE, Op.MULTIPLY}
    checked = 0
    for cell in _cells_that_are_computed(workspace):
        assert cell.explanation is not None
        assert cell.explanation.op in computed, cell.id
        checked += 1
    assert checked == 5 + 11 + 5 + 5 + 3 * 13 + 5 + 4 + 4


def _cells_that_are_computed(workspace: Workspace) -> list[Cell]:
    lokal = table_of(workspace, "vasternorrland.bilaga9", "rlf")
    ekonomi = table_of(workspace, "vasternorrland.bilaga10a", "rlf")
    ratios = table_of(workspace, "vasternorrland.bilaga11", "rlf")
    cells = [cell for row in lokal.rows if row.key == "summa" for cell in row.cells]
    for row in ekonomi.rows:
        for cell, column in zip(row.cells, ekonomi.columns, strict=bool(row.cells)):
            is_total = row.key in ("summa", "resultat", "diff")
            is_net = column.key.endswith(".netto") and column.key[-10:-6] in ("2020", "2021", "2022")
            is_area = row.key not in ("summa", "resultat", "diff", "investeringar", "avskrivningar")
            if not cell.is_blank and (is_total or (is_net and is_area and row.key != "regionbidrag")):
                cells.append(cell)
    for row in ratios.rows:
        if row.key in ("regionbidrag_kr_inv", "tandvard_kr_inv", "aterinvesteringsgrad"):
            cells += [cell for cell in row.cells if row.key == "regionbidrag_kr_inv" or "2019" not in cell.id]
    return cells


def test_the_example_has_exactly_the_findings_that_the_document_deserves(workspace: Workspace) -> None:
    assert dict(Counter(finding.code.code for finding in workspace.check())) == FINDINGS


def test_a_figure_outside_its_rounding_is_shown_with_both_figures(workspace: Workspace) -> None:
    told = [finding.text() for finding in workspace.check() if finding.code.code == "SM301"]
    (text,) = [text for text in told if "tryckta/bilaga11.csv rad 8" in text]
    assert "714 kr/inv" in text
    assert "715,318888 kr/inv" in text


def test_the_ratios_of_2019_are_reported_because_budget_is_no_forecast(workspace: Workspace) -> None:
    """Bilaga 10 a has a budget for 2019 and bilaga 11 a forecast: one is never used for the other."""
    table = table_of(workspace, "vasternorrland.bilaga11", "rlf")
    forecasts = {row.key: row.cells[1] for row in table.rows}
    for key in ("tandvard_kr_inv", "aterinvesteringsgrad"):
        assert forecasts[key].explanation is not None
        assert forecasts[key].explanation.op is Op.STANDING
    assert forecasts["tandvard_kr_inv"].text == "676"
    assert forecasts["aterinvesteringsgrad"].text == "52,3\u00a0%"


def test_summa_verksamhet_is_explained_down_to_file_and_line(workspace: Workspace) -> None:
    explained = workspace.explain("vasternorrland.bilaga10a@rlf@2020/ekonomi/summa/budget-2020.netto")
    assert explained.number == Decimal(-1661635000)
    text = explained.text()
    assert "−1\u00a0661\u00a0635\u00a0tkr (−1\u00a0661\u00a0635\u00a0000\u00a0kr)" in text
    assert "observationer/ekonomi.csv rad 4, rapporterad 2019-09-26" in text
    assert len(explained.sources) == 20
    assert explained.recheck() == ()
