"""Crossed tables: the printed appendices as offices keep them, with years, sections, totals and notes."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve

from styrmodell.finding import Findings
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import Crossed, TableFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.observations import table_observations
from styrmodell.io.tables.sheet_heading import find_heading
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.source import Source

GOLDEN = Path(__file__).parents[1] / "golden"
MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="besok", name="Besök", unit="antal", dimensions=("dvo", "profession", "kontakt")),
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("delomrade", "slag")),
    )
}
VISITS = TableFormat(
    pattern="9a.csv",
    heading_rows=2,
    values=(("unit", "rlf"), ("measure", "besok")),
    crossed=Crossed(
        headings=("kind period", "kontakt"),
        rows="profession",
        sections="dvo",
        names=(("Mottagning besök", "mottagning"),),
    ),
)
MONEY = TableFormat(
    pattern="10a.csv",
    heading_rows=2,
    values=(("unit", "rlf"), ("measure", "ekonomi")),
    crossed=Crossed(
        headings=("kind period", "slag"),
        rows="delomrade",
        names=(
            ("Avskrivningar (ingår i verksamhetens kostnader)", ""),
            ("Investeringar", ""),
            ("Diff (investering-avskrivning)", ""),
        ),
    ),
)


def appendix(name: str) -> dict[str, Any]:
    return yaml.safe_load((GOLDEN / name).read_text(encoding="utf-8"))


def members(*rows: tuple[str, str]) -> tuple[Member, ...]:
    return tuple(Member(id=id, name=name) for id, name in rows)


def names() -> TableNames:
    """The divisions of both appendices, as a region writes them."""
    printed = appendix("vn_bilaga10a.yaml")["rows"]
    parts = tuple(
        (row["id"], row["label"].rpartition(" ")[0]) for row in printed if row.get("group", "").startswith(("v", "f"))
    )
    inner = Member(id="verksamhet", name="SUMMA VERKSAMHET", parts=tuple(id for id, _ in parts[:10]))
    whole = Member(id="resultat", name="RESULTAT", parts=("verksamhet", *(id for id, _ in parts[10:])))
    sections = appendix("vn_bilaga09a.yaml")["sections"]
    dvo = [Member(id=item["dvo"], name=item["label"].partition(" (")[0]) for item in sections[:-1]]
    dimensions = (
        Dimension(id="delomrade", members=(whole, inner, *members(*parts))),
        Dimension(
            id="slag",
            members=(
                Member(id="netto", name="Netto", parts=("intakt", "kostnad")),
                *members(("intakt", "Intäkter"), ("kostnad", "Kostnader")),
            ),
        ),
        Dimension(id="dvo", members=(*dvo, Member(id="ovrig", name="Övrigt", codes="Dvo 090"))),
        Dimension(
            id="profession",
            members=members(
                ("lakare", "Läkare"),
                ("dsk", "Distriktsköterska/sjuksköterska"),
                ("ssk", "Sjuksköterska"),
                ("barnmorska", "Barnmorska/sjuksköterska"),
                ("fysio", "Fysioterapeut/sjukgymnast"),
                ("arbterap", "Arbetsterapeut"),
                ("annan", "Annan personalkategori"),
            ),
        ),
        Dimension(
            id="kontakt",
            members=members(
                ("mottagning", "Mottagningsbesök"), ("hem", "Hemsjukv/hembesök"), ("distans", "Telefon-/brevkontakt")
            ),
        ),
    )
    return TableNames.of((), MEASURES.values(), dimensions)


NAMES = names()


def heading(columns: list[str]) -> list[list[str]]:
    """Two heading rows; a group stands over its first column only."""
    pairs = [column.split(" | ") for column in columns]
    groups = ["" if index and pairs[index - 1][0] == group else group for index, (group, _) in enumerate(pairs)]
    return [["", *groups], ["", *(name for _, name in pairs)]]


def visits() -> list[list[str]]:
    """Bilaga 9a as a sheet: title, two heading rows, sections with their rows, and footnotes."""
    page = appendix("vn_bilaga09a.yaml")
    rows = [[page["title"]], [], *heading(page["columns"])]
    for section in page["sections"]:
        rows.append([section["label"]])
        rows += [[row["label"], *row["printed"]] for row in section["rows"]]
    return [*rows, [], *([f"{mark} {text}"] for mark, text in page["footnotes"].items())]


def money() -> list[list[str]]:
    """Bilaga 10 a the same way; blank where nothing is printed."""
    page = appendix("vn_bilaga10a.yaml")
    return [
        [page["title"]],
        *heading(page["columns"]),
        *([row["label"], *(cell or "" for cell in row["printed"])] for row in page["rows"]),
    ]


def read(rows: list[list[Any]], table: TableFormat, **more: Any) -> tuple[tuple[Observation, ...], Findings]:
    width = max(map(len, rows))
    cells = [[*row, *[""] * (width - len(row))] for row in rows]
    grid = Grid(file=table.pattern, rows=cells, lines=tuple(range(1, len(rows) + 1)))
    return table_observations(
        evolve(grid, **more), measures=MEASURES, format=SourceFormat(scale="tkr"), names=NAMES, table=table
    )


def codes(findings: Findings) -> list[str]:
    return [finding.code.code for finding in findings]


def test_bilaga_9a_is_read_figure_by_figure():
    observations, findings = read(visits(), VISITS)
    printed = [
        value
        for section in appendix("vn_bilaga09a.yaml")["sections"]
        for row in section["rows"]
        for value in row["values"]
    ]
    assert [item.value for item in observations] == printed
    assert codes(findings) == ["SM155"]


def test_a_figure_of_bilaga_9a_knows_its_section_row_and_heading():
    first, *_, last = read(visits(), VISITS)[0]
    assert first.dims == (("dvo", "010"), ("profession", "lakare"), ("kontakt", "mottagning"))
    assert (first.kind, first.period.text, first.source.place) == (Kind.OUTCOME, "2018", "rad 6 kolumn 2")
    assert last.dims == (("dvo", "ovrig"), ("profession", "annan"), ("kontakt", "distans"))
    assert (last.kind, last.period.text) == (Kind.PLAN, "2022")


def test_bilaga_10a_is_read_without_its_totals():
    observations, findings = read(money(), MONEY)
    page = appendix("vn_bilaga10a.yaml")
    rows = [row for row in page["rows"] if "total" not in row and row["group"] != "likviditetspåverkan"]
    printed = [Decimal(1000 * value) for row in rows for value in row["values"] if value is not None]
    assert [item.value for item in observations] == printed
    assert codes(findings) == ["SM155"]


def test_the_total_of_bilaga_10a_is_compared_with_its_own_members():
    rows = money()
    total = next(row for row in rows if row[0] == "SUMMA VERKSAMHET")
    total[5] = "-1 661 735"
    finding = next(item for item in read(rows, MONEY)[1] if item.code.code == "SM165")
    assert finding.found() == '"SUMMA VERKSAMHET" är -1661735, raderna ovanför ger -1661635'
    assert finding.source.place == "rad 14 kolumn 6"


def test_totals_are_stated_figures_when_the_block_says_so():
    assert MONEY.crossed is not None
    observations, _ = read(money(), evolve(MONEY, crossed=evolve(MONEY.crossed, is_stated=True)))
    stated = [item for item in observations if item.state is State.STATED]
    assert {item.dims[0] for item in stated} == {("delomrade", "verksamhet"), ("delomrade", "resultat")}
    assert (stated[0].value, len(stated)) == (Decimal(-1622944000), 16)


def test_a_label_that_is_no_member_is_told_with_what_looks_alike():
    rows = visits()
    rows[5][0] = "Läkarr"
    observations, findings = read(rows, VISITS)
    (finding,) = [item for item in findings if item.code.code == "SM157"]
    assert (finding.source.place, finding.found()) == ("rad 6 kolumn 1", '"Läkarr"')
    assert "menade du Läkare?" in finding.do()
    assert len(observations) == 210


def test_rows_of_a_section_that_is_not_known_are_not_read_under_the_one_before():
    rows = visits()
    rows[6][0] = "Fotvård (DVO 777)"
    observations, findings = read(rows, VISITS)
    assert [item.source.place for item in findings if item.code.code == "SM157"] == ["rad 7 kolumn 1"]
    assert len(observations) == 225 - 30


def test_a_heading_that_cannot_be_read_is_told_at_its_cell_and_the_other_columns_are_read():
    rows = visits()
    rows[3][2] = "Hembesökk"
    observations, findings = read(rows, VISITS)
    assert [item.source.place for item in findings if item.code.code == "SM157"] == ["rad 4 kolumn 3"]
    assert len(observations) == 210


def test_a_row_of_text_is_told_as_skipped():
    rows = visits()
    rows.insert(6, ["Sammanställningen bygger på delverksamhetsområden"])
    observations, findings = read(rows, VISITS)
    assert "text: 1 (rad 7)" in findings[0].found()
    assert len(observations) == 225


def test_a_figure_that_is_no_number_is_told_at_its_cell():
    rows = visits()
    rows[5][4] = "se bilaga"
    observations, findings = read(rows, VISITS)
    assert [item.source.place for item in findings if item.code.code == "SM104"] == ["rad 6 kolumn 5"]
    assert len(observations) == 224


def test_an_error_value_among_the_figures_is_told():
    rows = visits()
    rows[5][4] = ""
    assert "SM166" in codes(read(rows, VISITS, errors=(((5, 4), "#REF!"),))[1])


def test_a_plain_sum_is_compared_with_the_rows_of_its_column():
    rows = [
        ["", "Utfall 2018", ""],
        ["", "Intäkter", "Netto"],
        ["Primärvård", "10", "20"],
        ["Läkemedel", "5", "1"],
        ["Summa", "15", "25"],
    ]
    finding = next(item for item in read(rows, MONEY)[1] if item.code.code == "SM165")
    assert (finding.source.place, finding.found()) == ("rad 5 kolumn 3", '"Summa" är 25, raderna ovanför ger 21')


def test_a_stated_sum_is_the_root_of_the_dimension():
    assert MONEY.crossed is not None
    rows = [["", "Utfall 2018", ""], ["", "Intäkter", "Netto"], ["Primärvård", "10", "20"], ["Summa", "10", "20"]]
    observations, _ = read(rows, evolve(MONEY, crossed=evolve(MONEY.crossed, is_stated=True)))
    assert [item.dims for item in observations if item.state is State.STATED] == [
        (("slag", "intakt"),),
        (("slag", "netto"),),
    ]


def test_units_and_measures_may_be_labels():
    rows = [["", "Utfall 2018", "Budget 2019"], ["ekonomi", "10", "20"]]
    table = TableFormat(
        pattern="t.csv",
        heading_rows=1,
        values=(("unit", "rlf"),),
        crossed=Crossed(headings=("kind period",), rows="measure"),
    )
    observations, findings = read(rows, table)
    assert [(item.measure_id, item.kind, item.value) for item in observations] == [
        ("ekonomi", Kind.OUTCOME, 10000),
        ("ekonomi", Kind.BUDGET, 20000),
    ]
    assert findings == ()


def test_what_the_block_leaves_out_is_told():
    rows = [["", "Utfall 2018", "Utfall 2019"], ["Primärvård", "10", "20"]]
    table = TableFormat(pattern="t.csv", heading_rows=1, crossed=Crossed(headings=("kind period",), rows="delomrade"))
    assert codes(read(rows, table)[1]) == ["SM108", "SM108"]


@pytest.mark.parametrize(
    "crossed", [Crossed(headings=("perod",), rows="unit"), Crossed(headings=("period",), rows="yrke")]
)
def test_a_word_of_the_block_that_means_nothing_is_told_there(crossed):
    table = TableFormat(pattern="t.csv", crossed=crossed, source=Source(file="styrmodell.toml", place="rad 3"))
    _, (finding,) = read([["a", "b"]], table)
    assert (finding.code.code, str(finding.source)) == ("SM121", "styrmodell.toml rad 3")


def test_a_blank_row_above_two_heading_rows_is_not_one_of_them():
    rows = (
        ("Bilaga 10a", "", ""),
        ("", "", ""),
        ("", "Budget 2020", ""),
        ("", "Intäkter (+)", "Kostnader (-)"),
        ("Primärvård 1)", 480735.0, -1712738.0),
    )
    merged = (((2, 1), (2, 2)),)
    known = {"Budget 2020", "Intäkter (+)", "Kostnader (-)"}
    found = find_heading(Grid(file="a.xlsx", sheet="A", rows=rows, merged=merged), known.__contains__, None, 2)
    assert found.rows == (2, 3)
    assert [text for _, text in found.headings] == ["Budget 2020 | Intäkter (+)", "Budget 2020 | Kostnader (-)"]
