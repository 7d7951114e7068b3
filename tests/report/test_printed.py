"""Figures kept by cell: what a document was printed with is compared with what the cell shows, and nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from tests.report.editions import observed

from styrmodell.api import load
from styrmodell.model.checks.printed import check_printed
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.report.numbers import make_style
from styrmodell.report.printed import compare_printed
from styrmodell.report.table import Cell
from styrmodell.source import Source
from styrmodell.testing import example_plan, make_workspace

REPORT = "generic.matt"
THERE = Source(file="tryckta.csv", place="rad 2")


def cells():
    publisher = make_workspace(example_plan()).publisher
    spec = publisher.spec(REPORT)
    (unit, period), *_ = publisher.instances(spec)
    return {one.id: one for one in publisher.document(spec, unit, period).cells()}


def told(*printed):
    plan = evolve(example_plan(), printed=tuple(printed))
    workspace = make_workspace(plan)
    return [one for one in workspace.check() if one.source == THERE]


def codes(*printed):
    return [one.code.code for one in check_printed(evolve(example_plan(), printed=tuple(printed)))]


def a_figure():
    return next(one for one in cells().values() if one.figure is not None and not one.style.percent)


def printed(cell, text):
    return PrintedFigure(cell_id=cell, text=text, source=THERE)


def test_a_figure_printed_as_it_is_shown_is_not_told() -> None:
    one = a_figure()
    assert told(printed(one.id, one.text)) == []


def test_another_figure_is_told_with_both_in_the_unit_of_the_measure() -> None:
    one = a_figure()
    (finding,) = told(printed(one.id, "1"))
    assert finding.code.code == "SM301"
    assert one.id in finding.found()


def compared(value, text, unit="%"):
    style = make_style(unit, "", 1 if unit == "%" else 0)
    working = evolve(observed("Andel", value), unit=unit)
    one = Cell(id="r@a@2024/t/r/k", style=style, open=lambda: working)
    return [(told.code.code, told.found()) for told in compare_printed(one, {one.id: printed(one.id, text)})]


def test_a_share_is_compared_as_it_is_printed() -> None:
    assert compared(Decimal("0.392"), "39,2 %") == []
    assert compared(Decimal("0.392"), "39,2") == []  # the heading says per cent
    ((code, found),) = compared(Decimal("0.392"), "99,9 %")
    assert code == "SM301"
    assert "99,9 %" in found.replace("\u00a0", " ")
    assert "39,2 %" in found.replace("\u00a0", " ")


def test_a_figure_printed_in_a_blank_cell_is_told() -> None:
    blank = Cell(id="r@a@2024/t/r/k", style=make_style("kr", "", 0))
    (finding,) = compare_printed(blank, {blank.id: printed(blank.id, "0")})
    assert finding.code.code == "SM422"


def test_a_figure_printed_where_input_is_missing_is_told_as_not_comparable() -> None:
    ((code, _),) = compared(None, "12", "kr")
    assert code == "SM303"


@pytest.mark.parametrize("cell", ["generic.matt@forvaltning@2020/finns/inte/har", "okand@a@2020/t/r/k", "skrap"])
def test_a_cell_that_no_report_has_is_told(cell: str) -> None:
    (finding,) = told(printed(cell, "1"))
    assert finding.code.code == "SM423"


def test_what_is_no_number_and_two_of_one_cell_are_told() -> None:
    one = a_figure()
    assert codes(printed(one.id, "se bilaga")) == ["SM273"]
    assert codes(printed(one.id, "")) == ["SM273"]
    assert codes(printed(one.id, "1"), printed(one.id, "2")) == ["SM201"]
    assert told(printed(one.id, "se bilaga")) == []  # nothing is compared with what is no number


def test_the_document_has_a_mark_at_a_contradicted_figure() -> None:
    one = a_figure()
    plan = evolve(example_plan(), printed=(printed(one.id, "1"),))
    rendered = make_workspace(plan).render(REPORT, "html")
    assert "motsägs" in rendered.data.decode() or "skiljer sig från det tryckta" in rendered.data.decode()


def test_printed_figures_are_read_from_a_list(tmp_path: Path) -> None:
    (tmp_path / "styrmodell.toml").write_text(
        '[workspace]\nformat = 1\nname = "x"\nas_of = 2024-01-01\nfiles = ["*.yaml", "*.csv"]\n', "utf-8"
    )
    (tmp_path / "plan.yaml").write_text("plan: {unit: a, period: 2024}\nunits: [{id: a, name: A}]\n", "utf-8")
    (tmp_path / "tryckta siffror.csv").write_text("Cell;Tryckt\nx@a@2024/t/r/k;-1 232\n", "utf-8")
    workspace = load(tmp_path)
    assert workspace.plan is not None
    (one,) = workspace.plan.printed
    assert (one.cell_id, one.text) == ("x@a@2024/t/r/k", "-1 232")
