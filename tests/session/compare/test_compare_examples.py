"""Copies of the examples, changed: printed totals move, and the inputs that moved them are named."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from attrs import evolve

from styrmodell.api import ChangeGroup, ChangeKind, ChangeManner, Comparison, Format, diff, load, make_registry
from styrmodell.errors import ReadError, UnknownNameError
from styrmodell.finding import FindingsError
from styrmodell.model.number import number
from styrmodell.session.freeze import freeze
from styrmodell.testing import example_plan, make_workspace

EXAMPLES = Path(__file__).parents[3] / "examples"
Change = tuple[str, str, str]


def copied(example: str, folder: Path, *edits: Change) -> Path:
    """A copy of an example where each (file, old, new) has been edited."""
    made = folder / example
    shutil.copytree(EXAMPLES / example, made)
    for file, old, new in edits:
        text = (made / file).read_text(encoding="utf-8")
        assert old in text
        (made / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return made


HIRED: Change = ("siffror/kostnad-2024.csv", "akut;hyr;;9;-50;-50;-50;", "akut;hyr;;9;-50;-50;-90;")
SAVED: Change = ("atgarder.yaml", "target: 600\n", "target: 700\n")
OWNER: Change = ("atgarder.yaml", "owner: Divisionschef medicin", "owner: Divisionschef Åsele")
PRIMARY: Change = (
    "observationer/ekonomi.csv",
    "2020;budget;primarvard;kostnad;-1 712 738;2019-09-26",
    "2020;budget;primarvard;kostnad;-1 722 738;2019-09-27",
)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return diff(
        EXAMPLES / "uppfoljning-2024",
        copied("uppfoljning-2024", tmp_path_factory.mktemp("nu"), HIRED, SAVED, OWNER),
    )


@pytest.fixture(scope="module")
def budgeted(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return diff(
        EXAMPLES / "vasternorrland-2020",
        copied("vasternorrland-2020", tmp_path_factory.mktemp("nu"), PRIMARY),
    )


@pytest.mark.parametrize("example", ["dalarna-handlingsplan-2024", "galleri", "vasternorrland-2020"])
def test_an_example_is_what_it_is(example: str) -> None:
    found = diff(EXAMPLES / example, load(EXAMPLES / example))
    assert found.changes == ()
    assert "Ingenting har ändrats." in found.text()


def test_three_edits_are_three_changes_of_inputs(followed: Comparison) -> None:
    assert [(one.group, one.object_kind, one.field) for one in followed.inputs] == [
        (ChangeGroup.FIGURE, "observations", "value"),
        (ChangeGroup.OWNER, "actions", "owner"),
        (ChangeGroup.TARGET, "actions", "target"),
    ]


def test_a_total_over_units_and_months_names_the_one_figure_that_moved_it(followed: Comparison) -> None:
    (total,) = [one for one in followed.printed if "/kostnad/outcome-2024-01..2024-08" in one.object]
    assert total.delta == number("-40000")
    (cause,) = followed.causes(total)
    assert cause.name == "Akutkliniken: Kostnader, Hyrpersonal, utfall 2024-03, I/E 9"
    assert total.object in cause.cells


def test_a_figure_made_of_an_objects_amount_names_the_object(followed: Comparison) -> None:
    moved = [one for one in followed.printed if one.moved_by == ("actions/transporter",)]
    assert {one.delta for one in moved} >= {number("100000"), number("-100000")}


def test_every_printed_figure_that_moved_has_a_cause(followed: Comparison, budgeted: Comparison) -> None:
    assert all(one.moved_by for one in (*followed.printed, *budgeted.printed))


def test_the_budget_appendix_moves_up_to_the_result(budgeted: Comparison) -> None:
    table = "vasternorrland.bilaga10a@rlf@2020/ekonomi"
    moved = {cell for one in budgeted.printed for cell in one.cells}
    rows = ("primarvard", "summa")
    assert {f"{table}/{row}/budget-2020.{column}" for row in rows for column in ("kostnader", "netto")} <= moved
    assert {one.delta for one in budgeted.printed} == {number("-10000000")}
    (cause,) = budgeted.inputs
    assert (cause.when, cause.lacks_comment) == (date(2019, 9, 27), True)
    assert str(cause.old_source) == str(cause.new_source)


def test_a_target_that_is_lowered_moves_its_measure_and_the_goals_above(tmp_path: Path) -> None:
    edit = ("matt.yaml", "target: högst 60 dagar", "target: högst 80 dagar")
    found = diff(EXAMPLES / "uppfoljning-2024", copied("uppfoljning-2024", tmp_path, edit))
    (target,) = found.inputs
    moved = {one.name: (one.old, one.new, one.moved_by) for one in found.of(ChangeGroup.STATUS)}
    assert moved["Mått Väntetid, längst (Region Exempel 2024)"] == ("Ej uppnått", "Uppnått", (target.ref,))
    assert moved["Mål Vård i rimlig tid (Region Exempel 2024)"] == ("Delvis uppnått", "Uppnått", (target.ref,))
    assert "beror på Mått Väntetid, längst: målvärde (högst 60 dagar → högst 80 dagar)" in found.text()
    assert "Vård i rimlig tid" in found.render("html").data.decode()


def test_of_several_causes_the_largest_is_told_first(tmp_path: Path) -> None:
    larger = ("siffror/kostnad-2024.csv", "akut;egen;;9;-950;-950;-950;", "akut;egen;;9;-950;-950;-1950;")
    found = diff(EXAMPLES / "uppfoljning-2024", copied("uppfoljning-2024", tmp_path, HIRED, larger))
    told = [line for line in found.text().splitlines() if "beror på Akutkliniken" in line]
    assert [("Egen personal" in line, "Hyrpersonal" in line) for line in told[:2]] == [(True, False), (False, True)]


def test_the_text_says_when_a_figure_was_reported(budgeted: Comparison) -> None:
    assert "ändrad i samma version, rapporterad 2019-09-27, kommentar saknas" in budgeted.text()


def test_the_text_fits_a_console_and_marks_what_has_no_comment(followed: Comparison) -> None:
    text = followed.text()
    assert max(map(len, text.splitlines())) <= 100
    assert "kommentar saknas" in text
    assert "beror på Åtgärd Samordnade godstransporter: mål" in text
    assert "Divisionschef medicin → Divisionschef Åsele" in text
    assert "Printed figures" in followed.text("en")


def test_json_holds_every_change_with_its_digits_as_text(followed: Comparison) -> None:
    data: dict[str, Any] = json.loads(followed.json())
    assert data["format"] == 1
    assert len(data["changes"]) == len(followed.changes)
    (figure,) = [one for one in data["changes"] if one["object_kind"] == "observations"]
    assert (figure["old_number"], figure["new_number"], figure["delta"]) == ("-50000", "-90000", "-40000")
    assert figure["old_source"] == {"file": "siffror/kostnad-2024.csv", "place": "rad 3 kolumn 7"}


def test_html_of_a_notebook_is_escaped() -> None:
    plan = example_plan()
    units = tuple(evolve(unit, level="<b>") for unit in plan.units)
    assert "<b>" not in diff(make_workspace(plan), make_workspace(evolve(plan, units=units)))._repr_html_()


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_the_document_is_the_same_bytes_each_time(followed: Comparison, form: Any) -> None:
    assert followed.render(form).data == followed.render(form).data
    assert followed.render(form).name == f"jamforelse.{form}"


def test_a_difference_is_a_live_formula_between_the_two(followed: Comparison, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(followed.render("xlsx").write(tmp_path))["Värden och belopp"]
    (row,) = [row for row in sheet.iter_rows() if str(row[0].value).startswith("Akutkliniken")]
    assert [cell.value for cell in row[1:4]] == [-50, -90, f"=C{row[0].row}-B{row[0].row}"]
    assert row[4].value == f"=(C{row[0].row}-B{row[0].row})/ABS(B{row[0].row})"
    assert "tkr" in row[1].number_format
    assert "kommentar saknas" in [cell.value for cell in row]


def test_a_change_is_not_praised_for_its_sign(followed: Comparison) -> None:
    """The legend of deviations would call a cost that grew worse, and another that is written with plus better."""
    text = followed.render("html").data.decode()
    assert "Ändring är Nu minus Förra" in text
    assert "+ är bättre än jämförelsen" not in text


def test_the_head_counts_the_changes_and_those_without_comment(followed: Comparison) -> None:
    facts = dict(followed.document().head.facts)
    assert facts["Antal ändringar"].endswith("värden och belopp 1, målvärden 1, ansvariga 1")
    assert facts["Kommentar saknas"] == "1 ändrade värden"


def test_a_workbook_holds_every_printed_figure_and_a_page_the_largest(followed: Comparison, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(followed.render("xlsx").write(tmp_path))["Tryckta siffror"]
    names = {str(row[0].value) for row in sheet.iter_rows()}
    assert {one.name for one in followed.printed} <= {name.replace("\u2011", "‑") for name in names}
    shown = followed.document().tables()[0]
    assert len(shown.rows) == 30 < len(followed.printed)
    assert f"{len(followed.printed) - 30} mindre ändringar" in followed.render("html").data.decode()


def test_who_when_and_why_have_columns_of_their_own_where_a_blank_is_seen(followed: Comparison) -> None:
    owners = next(table for table in followed.document().tables() if table.key == "owner")
    assert [column.label for column in owners.columns] == ["Förra", "Nu", "Av", "När", "Kommentar"]
    targets = next(table for table in followed.document().tables() if table.key == "target")
    assert [column.label for column in targets.columns] == ["Förra", "Nu", "Ändring", "Av", "När", "Kommentar"]


def test_a_correction_in_a_file_of_its_own_tells_who_when_and_why(tmp_path: Path) -> None:
    made = copied("uppfoljning-2024", tmp_path)
    (made / "siffror" / "rattelse-2024.csv").write_text(
        "enhet;matt;slag;motpart;ie;period;varde;rattelse;rapporterad;av;kommentar\n"
        "kirurgi;kostnad;ovrigt;;9;2024-05;-450;bokfört i fel månad;2024-09-20;controller;\n",
        encoding="utf-8",
    )
    found = diff(EXAMPLES / "uppfoljning-2024", made)
    (change,) = found.inputs
    assert (change.manner, change.who, change.when) == (ChangeManner.CORRECTION, "controller", date(2024, 9, 20))
    assert (change.comment, change.delta, change.lacks_comment) == ("bokfört i fel månad", number("50000"), False)
    assert "controller 2024-09-20: bokfört i fel månad" in found.render("html").data.decode()


def test_a_new_version_of_a_month_is_told_as_one(tmp_path: Path) -> None:
    more = (
        "siffror/arsarbetare-ar.csv",
        "prognos;augusti;117;",
        "prognos;augusti;117;\nregion;arsarbetare;2024;prognos;oktober;115;",
    )
    order = ("profil.yaml", "[april, augusti]", "[april, augusti, oktober]")
    found = diff(EXAMPLES / "uppfoljning-2024", copied("uppfoljning-2024", tmp_path, more, order))
    (change,) = found.of(ChangeGroup.FIGURE)
    assert (change.manner, change.delta, change.lacks_comment) == (ChangeManner.NEWER_VERSION, -2, True)


def test_no_change_says_so_in_the_document() -> None:
    found = diff(make_workspace(example_plan()), make_workspace(example_plan()))
    assert "Ingenting har ändrats." in found.render("html").data.decode()


def test_there_is_no_other_format() -> None:
    found = diff(make_workspace(example_plan()), make_workspace(example_plan()))
    with pytest.raises(UnknownNameError):
        found.render(cast(Format, "pdf"))  # what a script without types may write


def test_a_change_of_a_definition_is_what_moved_its_figures(tmp_path: Path) -> None:
    edit = ("matt.yaml", "kostnad[slag=hyr] / kostnad[slag=personal]", "2 * kostnad[slag=hyr] / kostnad[slag=personal]")
    found = diff(EXAMPLES / "uppfoljning-2024", copied("uppfoljning-2024", tmp_path, edit))
    assert {change.field for change in found.inputs} == {"definition"}
    assert found.printed
    assert all(one.moved_by == (found.inputs[0].ref,) for one in found.printed)


def test_plans_of_other_periods_are_told() -> None:
    plan = example_plan()
    later = evolve(plan, period=plan.period.shift(1))
    found = diff(make_workspace(plan), make_workspace(later))
    assert [one.code.code for one in found.findings] == ["SM440"]


def test_a_frozen_run_is_compared_with_what_came_after(tmp_path: Path) -> None:
    made = copied("galleri", tmp_path)
    frozen = freeze(load(made), body="Regionstyrelsen", decided=date(2024, 6, 1), paragraph="§ 1", formats=("html",))
    assert diff(frozen.folder, made).changes == ()


def test_a_workspace_without_a_plan_is_told(tmp_path: Path) -> None:
    (tmp_path / "styrmodell.toml").write_text("", encoding="utf-8")
    with pytest.raises(FindingsError):
        diff(tmp_path, EXAMPLES / "galleri")
    with pytest.raises(ReadError):
        diff(tmp_path / "borta", EXAMPLES / "galleri")


def delivered(folder: Path, name: str, *edits: Change) -> Path:
    """Bilaga 10 a of the example, as it was delivered."""
    workspace = load(copied("vasternorrland-2020", folder / name, *edits))
    return Path(workspace.render("vasternorrland.bilaga10a", "xlsx").write(folder / name))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("böcker")
    return delivered(folder, "förra"), delivered(folder, "nu", PRIMARY)


def edited(path: Path, folder: Path, edit: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(path, data_only=True)
    edit(book)
    made = folder / "ändrad.xlsx"
    book.save(made)
    return made


def test_delivered_workbooks_are_compared_by_cell_id(books: tuple[Path, Path]) -> None:
    found = diff(*books)
    assert found.findings == ()
    assert {one.object.partition("/")[2]: one.delta for one in found.changes} == {
        "ekonomi/primarvard/budget-2020.kostnader": -10_000,
        "ekonomi/primarvard/budget-2020.netto": -10_000,
        "ekonomi/summa/budget-2020.kostnader": -10_000,
        "ekonomi/summa/budget-2020.netto": -10_000,
        "ekonomi/resultat/budget-2020.netto": -10_000,
    }
    assert all(one.kind is ChangeKind.CHANGED and one.unit == "tkr" for one in found.changes)
    assert "Bilaga 10 a: Primärvård, Budget 2020 Netto" in found.text()
    assert found.render("docx").data


def test_a_workbook_is_what_it_is(books: tuple[Path, Path]) -> None:
    assert diff(books[0], books[0]).changes == ()


def test_a_figure_written_over_by_hand_is_found(books: tuple[Path, Path], tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["Bilaga 10 a"]["E7"] = -1

    (found,) = diff(books[0], edited(books[0], tmp_path, edit)).changes
    assert found.new_number == -1
    assert str(found.new_source) == "ändrad.xlsx Bilaga 10 a!E7"


def test_a_workbook_without_derivation_is_compared_by_headings(books: tuple[Path, Path], tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        del book["Härledning"]
        book["Bilaga 10 a"]["E7"] = -1

    found = diff(books[0], edited(books[0], tmp_path, edit))
    (change,) = found.changes
    assert change.name.startswith("Bilaga 10 a: Primärvård\u00a01), Kostnader")
    assert [one.code.code for one in found.findings] == ["SM441"]


def test_a_workbook_without_figures_is_told(books: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "tom.xlsx"
    openpyxl.Workbook().save(path)
    assert "SM442" in [one.code.code for one in diff(books[0], path).findings]


def test_a_file_that_is_no_workbook_is_told(books: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "fel.xlsx"
    path.write_bytes(b"ingen arbetsbok")
    with pytest.raises(FindingsError):
        diff(books[0], path)


def test_a_workbook_is_not_compared_with_a_workspace(books: tuple[Path, Path]) -> None:
    with pytest.raises(ReadError):
        diff(books[0], EXAMPLES / "galleri", registry=make_registry())
