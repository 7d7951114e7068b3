"""Objects and texts of forms that come back: what was changed and added is found by id; what is doubtful is told."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from tests.report.form_books import opened, sign
from tests.session.object_books import change, codes, columns, find, make_form, make_workspace, taken

from styrmodell.api import Workspace, load
from styrmodell.model.activity import WorkStatus
from styrmodell.model.status import Status
from styrmodell.report.excel.text import CELL_LIMIT


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("objekt")
    make_form(make_workspace(base), base / "ut")
    return base


@pytest.fixture
def base(sent: Path, tmp_path: Path) -> Path:
    shutil.copytree(sent, tmp_path / "b")
    return tmp_path / "b"


def form_of(base: Path) -> Path:
    return base / "ut" / "formular.v.2020.xlsx"


def loaded(base: Path) -> Workspace:
    found = load(base / "ws")
    assert [one.code.code for one in found.findings.errors()] == []
    return found


def thing(base: Path, kind: str, name: str) -> object:
    return next(one for one in getattr(loaded(base).plan, kind) if one.id == name)


def filled(base: Path, put: Callable[[Workbook], object]) -> Path:
    book = opened(form_of(base))
    sign(book)
    put(book)
    book.save(form_of(base))
    return form_of(base)


def test_changed_fields_are_told_and_laid_over_the_object_whose_file_stays(base: Path) -> None:
    before = (base / "ws" / "plan.yaml").read_bytes()
    path = change(
        form_of(base),
        {
            ("Risker", "risk-1", "Ansvarig"): "Direktör",
            ("Risker", "risk-1", "Sannolikhet i dag"): "3 – Trolig",
            ("Investeringar", "investering-1", "Plan 2021, tkr"): 75,
        },
    )
    done = taken(base / "ws", path)
    assert codes(done) == []
    assert [(one.what, one.before, one.after) for one in done.edits] == [
        ("Strömavbrott, Sannolikhet i dag", "2 – Möjlig", "3 – Trolig"),
        ("Strömavbrott, Ansvarig", "Chef", "Direktör"),
        ("Truck, Plan 2021, tkr", "–", "75 tkr"),
    ]
    risk, truck = thing(base, "risks", "risk-1"), thing(base, "investments", "investering-1")
    assert (risk.owner, risk.before.likelihood, risk.before.consequence) == ("Direktör", 3, 3)
    assert [(one.period.text, one.value) for one in truck.amounts] == [
        ("2020", -500_000),
        ("2018", -100_000),
        ("2021", -75_000),
    ]
    assert (base / "ws" / "plan.yaml").read_bytes() == before
    assert [(one.field, one.was, one.now, one.by) for one in loaded(base).changes][1] == (
        "owner",
        "Chef",
        "Direktör",
        "controller",
    )


def test_a_dry_run_writes_nothing(base: Path) -> None:
    path = change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Direktör"})
    before = {one: one.read_bytes() for one in base.rglob("*") if one.is_file()}
    assert len(taken(base / "ws", path, dry_run=True).edits) == 1
    assert {one: one.read_bytes() for one in base.rglob("*") if one.is_file()} == before


def test_the_same_form_again_changes_nothing(base: Path) -> None:
    path = change(
        form_of(base),
        {
            ("Risker", "risk-1", "Ansvarig"): "Direktör",
            ("Risker", "", "Benämning"): "Översvämning",
            ("Åtgärder", "atgard-1", "Utfall 2020, tkr"): 600,
            ("Bedömningar", "matt.m", "Status"): "Uppnått",
            ("Kommentarer", "m/outcome", "Kommentar"): "Kortare i augusti",
        },
    )
    assert codes(taken(base / "ws", path)) == []
    before = loaded(base).plan
    done = taken(base / "ws", path)
    assert (done.edits, codes(done), loaded(base).plan) == ((), [], before)


def test_a_new_object_gets_an_id_of_its_name_and_another_where_that_is_taken(base: Path) -> None:
    text = "meetings: [{id: risk-oversvamning, body: Nämnden, date: 2020-01-15}]\n"
    (base / "ws" / "annat.yaml").write_text(text, encoding="utf-8")
    path = change(
        form_of(base),
        {("Risker", "", "Benämning"): "Översvämning!"},
    )
    book = opened(path)
    sheet = book["Risker"]
    sheet.cell(8, columns(sheet)["Status"]).value = "Planerad"
    sheet.cell(8, columns(sheet)["Påverkar Förtroende"]).value = "x"
    book.save(path)
    done = taken(base / "ws", path)
    assert codes(done) == []
    assert [(one.is_new, one.after) for one in done.edits] == [(True, "Översvämning!"), (True, "X"), (True, "Planerad")]
    new = thing(base, "risks", "risk-oversvamning-2")
    assert (new.name, new.unit_id, new.status, new.impacts) == (
        "Översvämning!",
        "v",
        WorkStatus.PLANNED,
        ("Förtroende",),
    )


def test_rows_that_the_unit_puts_in_or_sorts_are_found(base: Path) -> None:
    def put(book: Workbook) -> None:
        sheet = book["Risker"]
        sheet.insert_rows(6, 2)
        sheet.cell(7, columns(sheet)["Benämning"]).value = "Mitt emellan"
        find(book, "Risker", "risk-2", "Ansvarig").value = "Direktör"

    done = taken(base / "ws", filled(base, put))
    assert codes(done) == []
    assert thing(base, "risks", "risk-2").owner == "Direktör"
    assert thing(base, "risks", "risk-mitt-emellan").unit_id == "v"


def test_an_it_project_is_a_project_with_more(base: Path) -> None:
    cells = {
        ("IT-projekt", "projekt-2", "Kostnad, budget 2020, tkr"): 900,
        ("IT-projekt", "projekt-2", "Kund"): "Labb",
        ("IT-projekt", "", "Projektnamn"): "Ny tidbok",
    }
    path = change(form_of(base), cells)
    find_new = opened(path)
    sheet = find_new["IT-projekt"]
    sheet.cell(7, columns(sheet)["Kund"]).value = "Vården"
    find_new.save(path)
    assert codes(taken(base / "ws", path)) == []
    plan = loaded(base).plan
    assert [one.value for one in thing(base, "projects", "projekt-2").amounts] == [-900_000, -90_000]
    assert [(one.project_id, one.customer) for one in plan.it_projects] == [
        ("projekt-2", "Labb"),
        ("projekt-ny-tidbok", "Vården"),
    ]
    assert thing(base, "projects", "projekt-ny-tidbok").name == "Ny tidbok"


def test_a_follow_up_stands_beside_the_earlier_one(base: Path) -> None:
    done = taken(base / "ws", change(form_of(base), {("Åtgärder", "atgard-1", "Utfall 2020, tkr"): 600}))
    assert codes(done) == []
    reports = loaded(base).plan.action_reports
    assert [(one.outcome, one.comment, one.reported) for one in reports] == [
        (400_000, "Trögt", date(2020, 8, 1)),
        (600_000, "Trögt", date(2020, 8, 30)),
    ]


def test_texts_judgements_and_comments_are_collected_with_what_was_before_kept(base: Path) -> None:
    cells = {
        ("Textavsnitt", "avsnitt-1", "Text"): 'Ett.\n\n  - två: tre\n# fyra |\n"fem"',
        ("Styrkort", "kort", "Prioriteringar"): "Tillgänglighet\nEkonomi",
        ("Bedömningar", "matt.m", "Status"): "Uppnått",
        ("Bedömningar", "mal.g", "Motivering"): "Enkäten visar det",
        ("Bedömningar", "mal.g", "Bedömning av året"): "Bedöms uppnås helt",
        ("Kommentarer", "m/outcome", "Kommentar"): "Kortare i augusti",
    }
    assert codes(taken(base / "ws", change(form_of(base), cells))) == []
    plan = loaded(base).plan
    assert plan.sections[0].text == 'Ett.\n\n  - två: tre\n# fyra |\n"fem"'
    assert plan.scorecards[0].priorities == ("Tillgänglighet", "Ekonomi")
    assert [(one.measure_id, one.goal_id, one.status, one.why) for one in plan.assessments] == [
        ("m", None, Status.CLOSE, "Kö"),
        ("m", None, Status.MET, "Kö"),
        (None, "g", None, "Enkäten visar det"),
    ]
    assert [(one.value, one.comment, one.correction) for one in plan.observations] == [
        (91, "Längre i juli", ""),
        (91, "Kortare i augusti", "kommentar ändrad i formulär av controller"),
    ]


def test_a_deleted_row_is_told_and_deletes_nothing(base: Path) -> None:
    done = taken(base / "ws", filled(base, lambda book: book["Risker"].delete_rows(6)))
    assert (codes(done), done.edits) == (["SM424"], ())
    assert thing(base, "risks", "risk-1")


def test_a_row_whose_id_is_gone_is_known_by_its_name(base: Path) -> None:
    def put(book: Workbook) -> None:
        find(book, "Risker", "risk-1", "Ansvarig").value = "Direktör"
        find(book, "Risker", "risk-1", "Id").value = None

    done = taken(base / "ws", filled(base, put))
    assert (codes(done), [one.id for one in done.edits]) == ([], ["risk-1"])


def test_a_field_that_was_emptied_keeps_what_is_known_and_is_told(base: Path) -> None:
    done = taken(base / "ws", change(form_of(base), {("Risker", "risk-1", "Ansvarig"): None}))
    assert (codes(done), done.edits) == (["SM459"], ())


def test_a_cross_that_was_taken_away_is_a_change(base: Path) -> None:
    done = taken(base / "ws", change(form_of(base), {("Risker", "risk-1", "Påverkar Säkerhet"): None}))
    assert (codes(done), done.edits[0].before) == ([], "X")
    assert thing(base, "risks", "risk-1").impacts == ()


@pytest.mark.parametrize(
    ("sheet", "name", "heading", "content", "code"),
    [
        ("Projekt", "projekt-1", "Status", "Pabörjad", "SM427"),
        ("Projekt", "projekt-1", "Kategori", "Hålbarhet", "SM427"),
        ("Risker", "risk-1", "Kategori", "Verksamhet; Ekonomi", "SM427"),
        ("Risker", "risk-1", "Påverkar Förtroende", "kanske", "SM427"),
        ("Uppdrag", "uppdrag-1", "Återrapporterat", "beslut-2", "SM427"),
        ("Projekt", "projekt-1", "Start", "1 mars", "SM428"),
        ("Projekt", "projekt-1", "Start", "2020-03-02", "SM428"),
        ("Projekt", "projekt-1", "Investering, tkr", "200 kr", "SM457"),
        ("Projekt", "projekt-1", "Investering, tkr", 180000, "SM458"),
        ("Projekt", "projekt-1", "Antal år", 2.5, "SM457"),
        ("Textavsnitt", "avsnitt-1", "Text", "x" * CELL_LIMIT, "SM429"),
        ("Risker", "risk-2", "Sannolikhet i dag", "2 – Möjlig", "SM499"),
        ("Bedömningar", "mal.g", "Motivering", "Enkäten visar det", "SM498"),
    ],
)
def test_what_is_doubtful_is_told_with_its_cell_and_not_collected(
    base: Path, sheet: str, name: str, heading: str, content: object, code: str
) -> None:
    before = loaded(base).plan
    done = taken(base / "ws", change(form_of(base), {(sheet, name, heading): content}))
    assert (codes(done), done.edits) == ([code], ())
    (told,) = [one for one in done.findings if one.code.code == code]
    assert told.source.place.startswith(f"{sheet}!")
    assert loaded(base).plan == before
    assert len(done.faults) == 1


def test_a_near_word_is_named(base: Path) -> None:
    done = taken(base / "ws", change(form_of(base), {("Projekt", "projekt-1", "Status"): "Pabörjad"}))
    assert "menade du Påbörjad" in next(one for one in done.findings if one.code.code == "SM427").expected()


def test_an_amount_that_somebody_vouches_for_is_collected(base: Path) -> None:
    path = change(form_of(base), {("Projekt", "projekt-1", "Investering, tkr"): 180000})
    assert codes(taken(base / "ws", path, accept=["projects/projekt-1/total"])) == []
    assert thing(base, "projects", "projekt-1").total == Decimal(-180_000_000)


def test_a_word_may_differ_in_case_and_a_pasted_number_is_one(base: Path) -> None:
    cells = {
        ("Projekt", "projekt-1", "Status"): "påbörjad ",
        ("Projekt", "projekt-1", "Investering, tkr"): "1 250,5",
    }
    assert codes(taken(base / "ws", change(form_of(base), cells))) == []
    project = thing(base, "projects", "projekt-1")
    assert (project.status, project.total) == (WorkStatus.STARTED, Decimal(-1_250_500))


def rows(book: Workbook, name: str) -> int:
    return int(find(book, "Risker", name, "Id").row)


@pytest.mark.parametrize(
    ("row", "heading", "content", "code", "words"),
    [
        ("risk-2", "Id", "risk-1", "SM425", "risk-1 också på Risker rad 7"),
        ("risk-2", "Id", "risk-3", "SM426", "risk-3, som hör till u"),
        ("", "Id", "risk-33", "SM426", "risk-33"),
        ("", "Benämning", "Strömavbrott", "SM498", "samma namn som risk-1: Strömavbrott"),
        ("", "Beskrivning", "Utan namn", "SM498", "en ny rad utan namn"),
    ],
)
def test_a_row_that_is_not_the_units_own_or_is_there_twice_is_told(
    base: Path, row: str, heading: str, content: str, code: str, words: str
) -> None:
    before = loaded(base).plan
    done = taken(base / "ws", change(form_of(base), {("Risker", row, heading): content}))
    assert code in codes(done)
    assert done.edits == ()
    assert next(one for one in done.findings if one.code.code == code).found() == words
    assert loaded(base).plan == before


def test_cells_that_were_sorted_without_their_ids_are_told_and_not_collected(base: Path) -> None:
    def put(book: Workbook) -> None:
        sheet = book["Risker"]
        for column in range(2, sheet.max_column + 1):
            first, second = sheet.cell(6, column), sheet.cell(7, column)
            first.value, second.value = second.value, first.value

    done = taken(base / "ws", filled(base, put))
    assert (codes(done), done.edits) == (["SM498", "SM498"], ())


def test_a_new_row_with_a_fault_is_not_collected_in_part(base: Path) -> None:
    path = change(form_of(base), {("Risker", "", "Benämning"): "Ny risk"})
    book = opened(path)
    sheet = book["Risker"]
    sheet.cell(8, columns(sheet)["Värdering Påverkan"]).value = "Blå"
    book.save(path)
    done = taken(base / "ws", path)
    assert (codes(done), done.edits) == (["SM427"], ())


def test_a_new_row_where_none_may_be_added_is_told(base: Path) -> None:
    def put(book: Workbook) -> None:
        sheet = book["Textavsnitt"]
        sheet.cell(7, columns(sheet)["Text"]).value = "Ett nytt stycke"

    assert codes(taken(base / "ws", filled(base, put))) == ["SM498"]


def test_a_heading_or_sheet_that_is_gone_is_told_once(base: Path) -> None:
    def put(book: Workbook) -> None:
        sheet = book["Risker"]
        sheet.cell(5, columns(sheet)["Ansvarig"]).value = "Vem"
        find(book, "Risker", "risk-1", "Åtgärd").value = "Köp aggregat"
        del book["Uppdrag"]

    done = taken(base / "ws", filled(base, put))
    assert (codes(done), [one.field for one in done.edits]) == (["SM456", "SM456"], ["plan"])


def test_a_renamed_sheet_is_found(base: Path) -> None:
    def put(book: Workbook) -> None:
        find(book, "Risker", "risk-1", "Ansvarig").value = "Direktör"
        book["Risker"].title = "Våra risker"

    done = taken(base / "ws", filled(base, put))
    assert (codes(done), len(done.edits)) == ([], 1)


@pytest.mark.parametrize("day", [None, "i går"])
def test_a_change_without_a_day_is_told_and_not_collected(base: Path, day: object) -> None:
    done = taken(base / "ws", change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Direktör"}, day=day))
    assert "SM461" in codes(done)
    assert done.edits == ()


def test_a_field_is_changed_back_by_a_later_form_only(base: Path) -> None:
    taken(base / "ws", change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Direktör"}))
    earlier = change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Chef"}, day=date(2020, 8, 29))
    assert taken(base / "ws", earlier).edits == ()
    later = change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Chef"}, day=date(2020, 9, 2))
    done = taken(base / "ws", later)
    assert (codes(done), [one.after for one in done.edits]) == ([], ["Chef"])
    assert thing(base, "risks", "risk-1").owner == "Chef"
    assert len(loaded(base).changes) == 2


def test_two_forms_that_contradict_each_other_are_both_left(base: Path, tmp_path: Path) -> None:
    other = make_form(base / "ws", tmp_path / "andra", objects=("risker",))
    first = change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Direktör"})
    second = change(other, {("Risker", "risk-1", "Ansvarig"): "Ombud", ("Risker", "risk-1", "Åtgärd"): "Köp aggregat"})
    done = taken(base / "ws", first, second)
    assert (codes(done), [one.field for one in done.edits]) == (["SM455"], ["plan"])


def test_two_copies_of_a_form_that_differ_in_a_list_are_both_left(base: Path) -> None:
    copy = base / "ut" / "kopia.xlsx"
    shutil.copy(form_of(base), copy)
    change(copy, {("Risker", "risk-1", "Ansvarig"): "Ombud"})
    done = taken(base / "ws", change(form_of(base), {}), copy)
    assert (codes(done), done.edits) == (["SM455"], ())


def test_a_hidden_sheet_that_was_changed_makes_it_no_form(base: Path) -> None:
    def put(book: Workbook) -> None:
        book["styrmodell objekt"].cell(2, 3).value = "raketer"

    assert codes(taken(base / "ws", filled(base, put))) == ["SM450"]


def test_what_was_collected_before_is_kept_and_gone_on_with(base: Path) -> None:
    taken(base / "ws", change(form_of(base), {("Risker", "", "Benämning"): "Översvämning"}))
    again = change(form_of(base), {("Risker", "", "Benämning"): "Snö"}, day=date(2020, 9, 2))
    assert codes(taken(base / "ws", again)) == []
    assert {one.name for one in loaded(base).plan.risks} >= {"Översvämning", "Snö"}


def test_a_file_of_objects_that_cannot_be_read_is_left_as_it_is(base: Path) -> None:
    path = change(form_of(base), {("Risker", "risk-1", "Ansvarig"): "Direktör"})
    (base / "ws" / "insamlat" / "v.2020.yaml").write_text("risks: [", encoding="utf-8")
    done = taken(base / "ws", path)
    assert "SM468" in codes(done)
    assert (base / "ws" / "insamlat" / "v.2020.yaml").read_text(encoding="utf-8") == "risks: ["
