"""Charts draw a table's figures: every point is a cell, and what is wrong in a definition is refused at once."""

from typing import Any

import pytest
from attrs import evolve
from tests.report.editions import cell, observed

from styrmodell.report.chart import Chart, ChartKind, Matrix, MatrixItem
from styrmodell.report.plot import plot_of
from styrmodell.report.status_mark import Tone
from styrmodell.report.table import Table, TableColumn, TableRow

ROWS: tuple[tuple[str, str, tuple[int | None, ...]], ...] = (
    ("budget", "Budget", (-8_000_000, -8_500_000)),
    ("hyr", "Hyrpersonal", (-120_000, None)),
    ("prognos", "Prognos", (-8_120_000, -8_500_000)),
)
TABLE = Table(
    id="t",
    key="t",
    caption="Tabell",
    row_header="Post",
    columns=tuple(TableColumn(key=f"k{year}", label=str(year)) for year in (2023, 2024)),
    rows=tuple(
        TableRow(
            key=key,
            label=label,
            level="body" if key == "hyr" else "total",
            cells=tuple(cell(key, f"k{at}", observed(label, value)) for at, value in enumerate(values)),
        )
        for key, label, values in ROWS
    ),
)


def chart(**changes: Any) -> Chart:
    fields: dict[str, Any] = {
        "key": "c",
        "kind": ChartKind.BAR,
        "title": "Titel",
        "alt": "Det syns.",
        "table": TABLE,
    }
    return Chart(**fields | changes)


def test_rows_are_series_and_columns_categories() -> None:
    plot = plot_of(chart())
    assert plot.categories == ("2023", "2024")
    assert [series.name for series in plot.series] == ["Budget", "Hyrpersonal", "Prognos"]
    assert [point.value for point in plot.series[0].points] == [-8000.0, -8500.0]
    assert plot.unit == "tkr"


def test_it_can_be_turned_round() -> None:
    plot = plot_of(chart(by_column=True, rows=("budget", "prognos")))
    assert plot.categories == ("Budget", "Prognos")
    assert [(series.name, [point.value for point in series.points]) for series in plot.series] == [
        ("2023", [-8000.0, -8120.0]),
        ("2024", [-8500.0, -8500.0]),
    ]


def test_a_missing_figure_is_a_gap_and_says_so() -> None:
    point = plot_of(chart()).series[1].points[1]
    assert (point.value, point.text) == (None, "ej rapporterat")


def test_the_target_is_a_series_of_its_own() -> None:
    assert [series.is_target for series in plot_of(chart(kind=ChartKind.LINE, target="prognos")).series] == [
        False,
        False,
        True,
    ]


def test_a_waterfall_steps_from_total_to_total() -> None:
    plot = plot_of(chart(kind=ChartKind.WATERFALL, columns=("k2023",)))
    assert [(step.start, step.end, step.is_total) for step in plot.steps] == [
        (0.0, -8000.0, True),
        (-8000.0, -8120.0, False),
        (0.0, -8120.0, True),
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"alt": "  "}, "no text in alt"),
        ({"key": "Ett två"}, "letters"),
        ({"rows": ("saknas",)}, "has no saknas"),
        ({"target": "saknas"}, "has no saknas"),
        ({"kind": ChartKind.WATERFALL}, "draws one column"),
    ],
)
def test_a_chart_that_is_wrong_in_itself_is_refused(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        chart(**changes)


MATRIX = Matrix(
    key="m",
    title="Risker",
    alt="En risk är röd.",
    across_title="Sannolikhet",
    up_title="Konsekvens",
    across=("Låg", "Medel", "Hög", "Mycket hög"),
    up=("Liten", "Kännbar", "Allvarlig", "Mycket allvarlig"),
    items=(MatrixItem(label="R1", name="Brand", across=4, up=3), MatrixItem(label="R2", name="Stöld", across=4, up=3)),
)


def test_items_stand_in_their_square_and_squares_have_a_tone() -> None:
    assert [item.label for item in MATRIX.at(4, 3)] == ["R1", "R2"]
    assert [MATRIX.tone(*square) for square in ((1, 1), (2, 3), (4, 3))] == [Tone.GOOD, Tone.FAIR, Tone.BAD]


@pytest.mark.parametrize(
    "changes", [{"alt": ""}, {"across": ()}, {"items": (MatrixItem(label="R", name="", across=5, up=1),)}]
)
def test_a_matrix_that_is_wrong_in_itself_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="matrix 'm'"):
        evolve(MATRIX, **changes)
