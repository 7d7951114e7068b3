"""Forms that come back: what was filled in is found wherever it now stands; what is doubtful is told, never guessed."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from tests.report.form_books import (
    AREA_SHEET,
    DAY,
    FICTITIOUS,
    MONEY_SHEET,
    RLF,
    copy_example,
    find,
    inputs,
    make_forms,
    opened,
    sign,
)
from tests.report.recalculation import recalculate

from styrmodell.api import Kind, load
from styrmodell.session.collect.collect import Collected, collect

NAME = "formular.exf-nara.2020.xlsx"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictitious example with forms sent to two of its units: the workspace and the folder ut beside it."""
    base = tmp_path_factory.mktemp("sent")
    make_forms(copy_example(FICTITIOUS, base), base / "ut", "exf-nara", "exf-tand")
    return base


@pytest.fixture
def base(sent: Path, tmp_path: Path) -> Path:
    shutil.copytree(sent, tmp_path / "b")
    return tmp_path / "b"


def fill(base: Path, change: Callable[[Workbook], object], name: str = "åter/Kopia av formulär (2).xlsx") -> Path:
    """The form of exf-nara, signed and changed, saved under another name."""
    book = opened(base / "ut" / NAME)
    sign(book)
    change(book)
    target = base / name
    target.parent.mkdir(exist_ok=True)
    book.save(target)
    return target


def put(label: str, column: int, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        find(book[MONEY_SHEET], label, column).value = value

    return change


def taken(base: Path, *files: Path, **options: object) -> Collected:
    return collect(load(base / FICTITIOUS), files or (base / "åter",), out=base / "rätta", **options)


def codes(done: Collected) -> list[str]:
    """The findings, but those of the units that were not asked in the test."""
    return [one.code.code for one in done.findings if one.code.code not in ("SM463", "SM464")]


def value(base: Path, unit: str = "exf", member: str = "primarvard", slag: str = "intakt") -> Decimal | None:
    dims = (("dvo", member), ("slag", slag))
    return load(base / FICTITIOUS).value("ekonomi", unit=unit, period="2020", kind=Kind.BUDGET, dims=dims).number


def test_a_changed_figure_becomes_a_dated_correction_and_reaches_the_total(base: Path) -> None:
    before = value(base)
    fill(base, put("Primärvård", 4, 97000))
    done = taken(base)
    assert codes(done) == []
    (change,) = done.changes
    assert change.before is not None
    assert (change.after.value, change.after.reported, change.after.reporter) == (97_000_000, DAY, "controller")
    assert change.after.correction == "ändrat i formulär av controller"
    assert before is not None
    assert value(base) == before + 588_000
    assert not load(base / FICTITIOUS).findings.starting("SM2").errors()


def test_a_first_figure_is_no_correction(base: Path) -> None:
    fill(base, put("Beställartandvård", 4, 12.5))
    (change,) = taken(base).changes
    assert (change.before, change.after.correction, change.after.value) == (None, "", 12_500)
    assert value(base, "exf-nara", "bestallartandvard") == 12_500


def test_an_untouched_form_adds_nothing(base: Path) -> None:
    fill(base, lambda _: None)
    done = taken(base)
    assert (done.changes, codes(done)) == ((), [])
    assert not list((base / FICTITIOUS / "insamlat").glob("*.csv"))


def test_the_pattern_is_added_to_the_workspace_and_told(base: Path) -> None:
    fill(base, put("Primärvård", 4, 97000))
    assert "SM464" in [one.code.code for one in taken(base).findings]
    text = (base / FICTITIOUS / "styrmodell.toml").read_text(encoding="utf-8")
    assert '"utfall/*.csv", "insamlat/*.csv"]' in text
    assert "SM464" not in [one.code.code for one in taken(base).findings]


def test_a_dry_run_writes_nothing(base: Path) -> None:
    fill(base, put("Primärvård", 4, "se bilaga"))
    before = {path: path.read_bytes() for path in base.rglob("*") if path.is_file()}
    taken(base, dry_run=True)
    assert {path: path.read_bytes() for path in base.rglob("*") if path.is_file()} == before


def test_collecting_twice_changes_nothing_the_second_time(base: Path) -> None:
    fill(base, put("Primärvård", 4, 97000))
    taken(base)
    before = {path: path.read_bytes() for path in (base / FICTITIOUS).rglob("*") if path.is_file()}
    done = taken(base)
    assert done.changes == ()
    assert {path: path.read_bytes() for path in (base / FICTITIOUS).rglob("*") if path.is_file()} == before


def test_a_figure_changed_back_later_is_a_correction_of_what_was_collected(base: Path) -> None:
    taken(base, fill(base, put("Primärvård", 4, 97000)))

    def back(book: Workbook) -> None:
        sign(book, day=date(2020, 9, 15))

    taken(base, fill(base, back, "åter/ny.xlsx"))
    lines = (base / FICTITIOUS / "insamlat" / "exf-nara.2020.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(";")[7] for line in lines[1:]] == ["97000", "96412"]
    assert value(base, "exf-nara") == 96_412_000


def insert_rows(book: Workbook) -> None:
    sheet = book[MONEY_SHEET]
    place = find(sheet, "Läkemedel", 1).row
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row > place:
            sheet.unmerge_cells(str(merged))
    sheet.insert_rows(place, 2)
    find(sheet, "Beställartandvård", 4).value = 77


def insert_columns(book: Workbook) -> None:
    sheet = book[AREA_SHEET]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_cols(3, 2)
    find(sheet, "Egna", 2).value = 19000


def move_row(book: Workbook) -> None:
    sheet = book[MONEY_SHEET]
    place, end = find(sheet, "Beställartandvård", 1).row, sheet.max_row + 3
    find(sheet, "Beställartandvård", 4).value = 77
    sheet.move_range(f"A{place}:K{place}", rows=end - place)


def rename_sheet(book: Workbook) -> None:
    find(book[MONEY_SHEET], "Beställartandvård", 4).value = 77
    book[MONEY_SHEET].title = "Min ekonomi"


@pytest.mark.parametrize(
    ("change", "expected"),
    [(insert_rows, 77_000), (insert_columns, 19_000), (move_row, 77_000), (rename_sheet, 77_000)],
)
def test_a_cell_is_found_where_it_now_stands(base: Path, change: Callable[[Workbook], None], expected: int) -> None:
    fill(base, change)
    done = taken(base)
    assert codes(done) == []
    assert [one.after.value for one in done.changes] == [expected]


def test_a_row_whose_text_is_gone_is_told_and_not_guessed(base: Path) -> None:
    fill(base, put("Primärvård", 1, "Vårdcentraler"))
    done = taken(base)
    assert codes(done) == ["SM456"]
    assert done.changes == ()


def test_two_rows_of_one_text_are_told_and_not_guessed(base: Path) -> None:
    fill(base, put("Läkemedel", 1, "Primärvård 1)"))
    assert codes(taken(base)) == ["SM456", "SM456"]


def test_a_sheet_that_is_gone_is_told_once(base: Path) -> None:
    fill(base, lambda book: book.remove(book[AREA_SHEET]))
    assert codes(taken(base)) == ["SM456"]


def test_a_sheet_that_somebody_hid_is_read(base: Path) -> None:
    def change(book: Workbook) -> None:
        find(book[MONEY_SHEET], "Beställartandvård", 4).value = 77
        book[MONEY_SHEET].sheet_state = "hidden"

    fill(base, change)
    assert [one.after.value for one in taken(base).changes] == [77_000]


@pytest.mark.office
def test_a_form_that_was_saved_by_another_program_is_read(base: Path, tmp_path: Path) -> None:
    """LibreOffice writes other styles, texts and numbers than Excel, and works out the totals."""
    path = fill(base, put("Beställartandvård", 4, 77))
    saved = recalculate(path, tmp_path / "office")
    done = taken(base, saved)
    assert codes(done) == []
    assert [(one.after.value, one.after.reported) for one in done.changes] == [(77_000, DAY)]


@pytest.mark.parametrize("format", ["0.00", "General", "@", '#,##0.0" kr"'])
def test_another_number_format_changes_no_figure(base: Path, format: str) -> None:
    def change(book: Workbook) -> None:
        for cell in inputs(book[MONEY_SHEET]):
            cell.number_format = format
        find(book[MONEY_SHEET], "Beställartandvård", 4).value = 77

    fill(base, change)
    done = taken(base)
    assert [one.after.value for one in done.changes] == [77_000]


def test_a_pasted_number_that_is_text_is_a_number(base: Path) -> None:
    fill(base, put("Beställartandvård", 4, "1\u00a0234,5"))
    assert [one.after.value for one in taken(base).changes] == [1_234_500]


def test_kronor_in_a_form_of_thousands_are_told_and_not_collected(base: Path) -> None:
    fill(base, put("Primärvård", 4, 97_000_000))
    done = taken(base)
    assert codes(done) == ["SM458"]
    assert done.changes == ()
    (finding,) = [one for one in done.findings if one.code.code == "SM458"]
    assert "senast var det 96\u00a0412 tkr" in finding.expected()


def test_kronor_are_found_by_another_year_where_nothing_was_known(base: Path) -> None:
    path = base / FICTITIOUS / "observationer" / "ekonomi.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(one for one in lines if "exf-nara;ekonomi;2020;budget;primarvard;intakt" not in one))
    make_forms(base / FICTITIOUS, base / "ut", "exf-nara")
    fill(base, put("Primärvård", 4, 96_412_000))
    done = taken(base)
    assert codes(done) == ["SM458"]
    assert done.changes == ()


def test_an_amount_that_somebody_vouches_for_is_collected(base: Path) -> None:
    fill(base, put("Primärvård", 4, 97_000_000))
    cell = "vasternorrland.bilaga10a@exf-nara@2020/ekonomi/primarvard/budget-2020.intakter"
    done = taken(base, accept=[cell])
    assert codes(done) == []
    assert len(done.changes) == 1


@pytest.mark.parametrize("text", ["se bilaga", "ca 500", "1,2,3", "#REF!", True, date(2020, 1, 1)])
def test_what_is_no_number_is_told_with_its_cell(base: Path, text: object) -> None:
    fill(base, put("Primärvård", 4, text))
    done = taken(base)
    assert codes(done) == ["SM457"]
    (finding,) = [one for one in done.findings if one.code.code == "SM457"]
    assert finding.source.place.startswith(f"{MONEY_SHEET}!D")
    assert done.changes == ()


def test_a_cell_that_was_emptied_keeps_its_known_value_and_is_told(base: Path) -> None:
    before = value(base)
    fill(base, put("Primärvård", 4, None))
    assert codes(taken(base)) == ["SM459"]
    assert value(base) == before


def test_nought_is_a_figure_and_an_empty_cell_is_none(base: Path) -> None:
    fill(base, put("Beställartandvård", 4, 0))
    (change,) = taken(base).changes
    assert change.after.value == 0


def test_last_year_s_form_is_told(base: Path, tmp_path: Path) -> None:
    path = fill(base, put("Primärvård", 4, 97000))
    plan = base / FICTITIOUS / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('period: "2020"', 'period: "2021"', 1), encoding="utf-8")
    assert codes(taken(base, path)) == ["SM452"]


def test_a_form_of_another_workspace_is_told(base: Path, tmp_path: Path) -> None:
    make_forms(copy_example(RLF, tmp_path), tmp_path / "rlf", "rlf")
    done = taken(base, tmp_path / "rlf")
    assert codes(done) == ["SM451"]
    assert done.came == ()


def test_a_form_whose_unit_was_written_over_is_told(base: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Formulär"]
        cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "Enhet")
        cell.value = "Tandvårdsstöd"

    fill(base, change)
    assert codes(taken(base)) == ["SM453"]


def test_a_form_of_a_unit_that_got_none_is_told(base: Path, tmp_path: Path) -> None:
    make_forms(copy_example(FICTITIOUS, tmp_path), tmp_path / "lab", "exf-lab")
    assert codes(taken(base, tmp_path / "lab")) == ["SM453"]


def test_a_changed_identity_is_told(base: Path) -> None:
    def change(book: Workbook) -> None:
        cell = next(row[1] for row in book["styrmodell"].iter_rows() if row[0].value == "period")
        cell.value = "2021"

    fill(base, change)
    assert codes(taken(base)) == ["SM451"]


@pytest.mark.parametrize(
    ("heading", "text"), [("faktor", "1/3"), ("faktor", "kr"), ("enhet", "exf-tand"), ("rad nr", "0"), ("rad av", "x")]
)
def test_an_identity_that_form_never_wrote_is_no_form(base: Path, heading: str, text: str) -> None:
    def change(book: Workbook) -> None:
        sheet = book["styrmodell"]
        head = next(row for row in sheet.iter_rows() if row[0].value == "blad")
        column = next(cell.column for cell in head if cell.value == heading)
        sheet.cell(head[0].row + 1, column).value = text

    fill(base, change)
    assert codes(taken(base)) == ["SM450"]


def test_a_form_of_no_period_is_no_form(base: Path) -> None:
    def change(book: Workbook) -> None:
        (row,) = [row for row in book["styrmodell"].iter_rows(max_col=2) if row[0].value == "period"]
        row[1].value = "2020 eller så"

    fill(base, change)
    assert codes(taken(base)) == ["SM450"]


@pytest.mark.parametrize("number", [1e300, 1e-300, -1e30])
def test_a_number_beyond_all_figures_is_told(base: Path, number: float) -> None:
    fill(base, put("Beställartandvård", 4, number))
    assert codes(taken(base)) == ["SM457"]


def test_an_ordinary_workbook_is_no_form(base: Path) -> None:
    path = base / "egen.xlsx"
    openpyxl.Workbook().save(path)
    assert codes(taken(base, path)) == ["SM450"]


def test_a_file_that_is_no_workbook_is_told(base: Path) -> None:
    path = base / "egen.xlsx"
    path.write_text("inte en arbetsbok", encoding="utf-8")
    done = taken(base, path)
    assert done.findings.errors()
    assert done.came == ()


def test_the_same_form_twice_counts_once(base: Path) -> None:
    fill(base, put("Primärvård", 4, 97000))
    fill(base, put("Primärvård", 4, 97000), "åter/igen.xlsx")
    done = taken(base)
    assert codes(done) == ["SM454"]
    assert len(done.changes) == len(done.came) == 1


def test_of_two_different_forms_neither_wins(base: Path) -> None:
    def later(book: Workbook) -> None:
        find(book[MONEY_SHEET], "Primärvård", 4).value = 98000
        sign(book, day=date(2020, 9, 30))

    fill(base, put("Primärvård", 4, 97000))
    fill(base, later, "åter/ny.xlsx")
    done = taken(base)
    assert codes(done) == ["SM455"]
    assert (done.changes, done.came) == ((), ())


@pytest.mark.parametrize("day", [None, "i går", date(2019, 9, 1)])
def test_a_change_without_a_later_day_is_told_and_not_written(base: Path, day: object) -> None:
    def change(book: Workbook) -> None:
        find(book[MONEY_SHEET], "Primärvård", 4).value = 97000
        sign(book, day=day)

    fill(base, change)
    done = taken(base)
    assert "SM461" in codes(done)
    assert done.changes == ()


def test_a_form_that_is_not_marked_as_complete_is_told_and_registered(base: Path) -> None:
    def change(book: Workbook) -> None:
        find(book[MONEY_SHEET], "Primärvård", 4).value = 97000
        sign(book, done="Nej", comment="Siffrorna är preliminära")

    fill(base, change)
    assert codes(taken(base)) == ["SM462"]
    (came,) = json.loads((base / FICTITIOUS / "insamlat" / "inkommet.json").read_text("utf-8"))["inkommet"]
    assert (came["unit"], came["role"], came["day"], came["done"]) == ("exf-nara", "controller", "2020-08-30", "Nej")
    assert came["comment"] == "Siffrorna är preliminära"


def test_who_has_not_handed_in_is_named(base: Path) -> None:
    fill(base, lambda _: None)
    late = [one for one in taken(base).findings if one.code.code == "SM463"]
    assert [one.found() for one in late] == ["inget från Tandvårdsstöd (exf-tand) för 2020"]
    assert "senast 2020-09-01" in late[0].expected()


def test_a_unit_with_faults_gets_a_workbook_of_them(base: Path) -> None:
    fill(base, put("Primärvård", 4, "se bilaga"))
    (path,) = taken(base).faults
    assert Path(path).name == "Att rätta Nära vård.xlsx"
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert rows[4][:5] == ("Fil", "Cell", "Hittade", "Väntade", "Gör")
    assert rows[5][1] == "'Bilaga 10 a'!D8"
    assert "se bilaga" in rows[5][2]


def test_a_collected_file_that_cannot_be_read_is_left_as_it_is(base: Path) -> None:
    path = base / FICTITIOUS / "insamlat" / "exf-nara.2020.csv"
    path.write_text("enhet;matt;period;typ;varde\nexf-nara;finnsinte;2020;budget;5\n", encoding="utf-8")
    before = path.read_bytes()
    fill(base, put("Primärvård", 4, 97000))
    assert "SM468" in codes(taken(base))
    assert path.read_bytes() == before


def crossed(tmp_path: Path, change: Callable[[Workbook], None]) -> Collected:
    """Appendix 9 a of the printed example: its rows have the same texts under every heading."""
    workspace = copy_example(RLF, tmp_path)
    made = make_forms(workspace, tmp_path / "ut", "rlf", reports=("vasternorrland.bilaga9a",))
    book = opened(Path(made.files[0]))
    sign(book)
    change(book)
    book.save(made.files[0])
    return collect(load(workspace), [tmp_path / "ut"], out=tmp_path / "rätta")


def test_rows_of_one_text_are_known_by_the_heading_they_stand_under(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Bilaga 9a"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(10)
        for row in (14, 17):
            sheet.cell(row, 2).value = 5000 + row

    done = crossed(tmp_path, change)
    assert codes(done) == []
    assert [one.after.value for one in done.changes] == [5014, 5017]
    assert len({one.after.dims for one in done.changes}) == 2


def test_a_row_that_was_moved_below_another_heading_is_not_guessed(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Bilaga 9a"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.cell(13, 2).value = 5000
        sheet.move_range("A13:P13", rows=60)

    done = crossed(tmp_path, change)
    assert set(codes(done)) == {"SM456"}
    assert done.changes == ()
