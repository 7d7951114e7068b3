"""Sheets and CSV files of a folder: what each holds is told by its block, its name or its headings."""

import xlsxwriter

from styrmodell.api import Kind, load

TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2024-12-31\nfiles = ["*.yaml", "*.xlsx", "*.csv", "*.json"]\n'
PLAN = (
    'plan: {id: p, unit: a, period: "2024"}\nunits: [{id: a, name: Söder}]\n'
    "measures: [{id: hyr, name: Hyrpersonal, unit: kr}]\n"
)


def write(folder, toml="", **files):
    (folder / "styrmodell.toml").write_text(TOML + toml, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def book(folder, name="bok.xlsx", hidden=(), **sheets):
    with xlsxwriter.Workbook(folder / name) as made:
        for title, rows in sheets.items():
            page = made.add_worksheet(title.replace("_", " "))
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            if title in hidden:
                page.hide()


def codes(workspace):
    """What was told, but that a pattern of files is not used."""
    return [finding.code.code for finding in workspace.findings if finding.code.code != "SM110"]


def test_a_sheet_is_known_by_its_name(tmp_path):
    book(write(tmp_path), Mål=[("Id", "Namn"), ("balans", "En ekonomi i balans")])
    assert [goal.name for goal in load(tmp_path).plan.goals] == ["En ekonomi i balans"]


def test_a_sheet_is_known_by_its_headings(tmp_path):
    rows = [("Enhet", "Mått", "Period", "Värde"), ("Söder", "Hyrpersonal", "2024", -12.5)]
    book(write(tmp_path), Blad1=rows)
    workspace = load(tmp_path)
    assert workspace.value("hyr").number == -12.5
    assert str(workspace.plan.observations[0].source) == "bok.xlsx Blad1!D2"


def test_a_hidden_sheet_is_told_and_read_only_when_it_is_asked_for(tmp_path):
    rows = [("Id", "Namn"), ("dolt", "Dolt mål")]
    book(write(tmp_path), hidden=("Mål",), Synligt=[("",)], Mål=rows)
    workspace = load(tmp_path)
    assert workspace.plan.goals == ()
    assert "bladet är dolt" in workspace.findings.text()
    write(tmp_path, '[[tables]]\nfiles = "bok.xlsx"\nsheet = "Mål"\nkind = "goals"\n')
    assert [goal.name for goal in load(tmp_path).plan.goals] == ["Dolt mål"]


def test_a_sheet_that_says_nothing_is_told(tmp_path):
    book(write(tmp_path), Blad1=[("anteckningar",), ("ring revisorn",)])
    workspace = load(tmp_path)
    assert codes(workspace) == ["SM150"]
    assert "bok.xlsx Blad1\n" in workspace.findings.text()


def test_an_empty_sheet_needs_no_word(tmp_path):
    book(write(tmp_path), Blad1=[("",)])
    assert codes(load(tmp_path)) == []


def test_a_block_may_skip_a_sheet_without_a_word(tmp_path):
    book(write(tmp_path, '[[tables]]\nfiles = "bok.xlsx"\nsheet = "Blad1"\nskip = true\n'), Blad1=[("anteckningar",)])
    assert codes(load(tmp_path)) == []


def test_a_block_for_a_sheet_that_is_not_there_is_told(tmp_path):
    book(
        write(tmp_path, '[[tables]]\nfiles = "bok.xlsx"\nsheet = "Mal"\nkind = "goals"\n'),
        Mål=[("Id", "Namn"), ("a", "A")],
    )
    assert "SM156" in codes(load(tmp_path))


def test_lists_in_csv_files_are_known_by_the_files_name(tmp_path):
    workspace = load(write(tmp_path, risker="Nr;Benämning;Ansvarig\n1;Jäv;chef\n"))
    assert [(risk.id, risk.owner) for risk in workspace.plan.risks] == [("risk-1", "chef")]
    assert str(workspace.plan.risks[0].source) == "risker.csv rad 2"


def test_one_word_leaves_a_column_out_in_lists_and_in_figures(tmp_path):
    for word in ("skip", ""):
        lists = f'[[tables]]\nfiles = "risker.csv"\ncolumns = {{Utrop = "{word}"}}\n'
        figures = f'[[tables]]\nfiles = "tal.csv"\nkind = "observations"\ncolumns = {{Utrop = "{word}"}}\n'
        risks = "Nr;Benämning;Ansvarig;Utrop\n1;Jäv;chef;!\n"
        folder = write(tmp_path, lists + figures, risker=risks, tal="enhet;matt;period;varde;Utrop\na;hyr;2024;1;!\n")
        workspace = load(folder)
        assert len(workspace.plan.risks) == len(workspace.plan.observations) == 1
        assert not {"SM109", "SM170"} & set(codes(workspace))


def test_an_error_value_in_a_list_is_told_at_its_cell(tmp_path):
    write(tmp_path)
    with xlsxwriter.Workbook(tmp_path / "bok.xlsx") as made:
        page = made.add_worksheet("Åtgärder")
        page.write_row(0, 0, ("Id", "Åtgärd", "Mål"))
        page.write_row(1, 0, ("a1", "Färre hyrläkare"))
        page.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    (finding,) = [finding for finding in load(tmp_path).findings if finding.code.code == "SM166"]
    assert finding.source.place == "Åtgärder!C2"


def test_a_merged_cell_holds_for_the_rows_it_covers(tmp_path):
    write(tmp_path)
    with xlsxwriter.Workbook(tmp_path / "bok.xlsx") as made:
        page = made.add_worksheet("Risker")
        page.write_row(0, 0, ("Nr", "Benämning", "Kategori", "Ansvarig"))
        page.write_row(1, 0, (1, "Jäv"))
        page.write_row(2, 0, (2, "Mutor"))
        page.merge_range(1, 2, 2, 2, "Förtroende")
    assert [risk.categories for risk in load(tmp_path).plan.risks] == [("Förtroende",)] * 2


def test_a_saved_plan_and_a_workbook_live_in_one_workspace(tmp_path):
    (write(tmp_path) / "mal.json").write_text('{"goals": [{"id": "a", "name": "A"}]}', encoding="utf-8")
    book(tmp_path, Observationer=[("Enhet", "Mått", "Period", "Typ", "Värde"), ("a", "hyr", 2024, "budget", 3)])
    workspace = load(tmp_path)
    assert codes(workspace) == []
    assert workspace.value("hyr", kind=Kind.BUDGET).number == 3
    assert workspace.plan.goals[0].id == "a"
