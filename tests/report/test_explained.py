"""What is told of where a figure comes from, down to the cells of the file."""

from datetime import date
from pathlib import Path

from styrmodell.api import load, make_registry
from styrmodell.session.init import init


def test_a_ratio_of_a_workbook_names_the_cells_of_its_numerator_and_its_denominator(tmp_path: Path) -> None:
    registry = make_registry()
    init(tmp_path / "plan", registry=registry, today=date(2026, 1, 15), excel=True)
    workspace = load(tmp_path / "plan", registry=registry)
    explained = workspace.explain("value/hyrpersonal@verksamhet-a@2026/budget")
    cells = "Observationer!G8 (täljare) och Observationer!H8 (nämnare)"
    assert [source.place for source in explained.sources] == [cells]
    assert explained.text().endswith(f"← arbetsyta.xlsx {cells}, rapporterad 2026-01-15 av controller")
    value = workspace.explain("value/resultat@verksamhet-a@2026/budget/intakt")
    assert [source.place for source in value.sources] == ["Observationer!F4"]
