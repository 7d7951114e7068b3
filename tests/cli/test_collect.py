"""`styrmodell collect`: the way round, from form to the rendered figures, and what it says."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.report.form_books import FICTITIOUS, MONEY_SHEET, RLF, copy_example, find, make_forms, opened, sign
from tests.session.object_books import change, make_form, make_workspace

from styrmodell.cli.collect import command
from styrmodell.session.load import load


def run(*args: object) -> Result:
    return CliRunner().invoke(command, [*map(str, args), "--lang", "sv"], standalone_mode=False)


def returned(path: Path, label: str, value: object) -> None:
    book = opened(path)
    sign(book)
    find(book[MONEY_SHEET], label, 4).value = value
    book.save(path)


@pytest.fixture
def fictitious(tmp_path: Path) -> Path:
    workspace = copy_example(FICTITIOUS, tmp_path)
    make_forms(workspace, tmp_path / "ut", "exf-nara")
    return workspace


def test_a_dry_run_shows_what_would_change(fictitious: Path, tmp_path: Path) -> None:
    returned(tmp_path / "ut" / "formular.exf-nara.2020.xlsx", "Primärvård", 97000)
    done = run(fictitious, tmp_path / "ut", "--dry-run")
    assert done.return_value == 0
    first, second = done.stdout.replace("\u00a0", " ").splitlines()
    assert first.split("\t")[2:] == ["0 nya, 1 ändrade, 122 oförändrade", "controller, 2020-08-30, klar: Ja"]
    assert second.endswith("Primärvård 1), Budget 2020 Intäkter (+): 96 412 → 97 000 tkr")
    assert "inget skrevs" in done.stderr
    assert not list((fictitious / "insamlat").glob("*.csv"))


def test_faults_end_with_one_and_are_written_for_the_unit(fictitious: Path, tmp_path: Path) -> None:
    returned(tmp_path / "ut" / "formular.exf-nara.2020.xlsx", "Primärvård", "se bilaga")
    done = run(fictitious, tmp_path / "ut", "--out", tmp_path / "rätta")
    assert done.return_value == 1
    assert "SM457" in done.stderr
    assert (tmp_path / "rätta" / "Att rätta Nära vård.xlsx").is_file()


@pytest.mark.parametrize(
    ("cell", "content", "code"),
    [
        (("Risker", "risk-1", "Sannolikhet i dag"), "Kanske", "SM427"),
        (("Risker", "risk-2", "Id"), "risk-1", "SM425"),
        (("Risker", "risk-2", "Id"), "risk-99", "SM426"),
    ],
)
def test_a_fault_in_a_list_of_a_form_is_a_finding_and_no_failure_to_write(
    tmp_path: Path, cell: tuple[str, str, str], content: object, code: str
) -> None:
    workspace = make_workspace(tmp_path)
    path = change(make_form(workspace, tmp_path / "ut"), {cell: content})
    done = run(workspace, path, "--dry-run")
    assert code in done.stderr
    assert done.return_value == 1


def test_a_dry_run_shows_what_lists_say_anew(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    path = make_form(workspace, tmp_path / "ut")
    change(path, {("Risker", "risk-1", "Ansvarig"): "Direktör", ("Risker", "", "Benämning"): "Snö"})
    done = run(workspace, path, "--dry-run")
    assert done.return_value == 0
    assert done.stdout.splitlines() == [
        "v 2020\tformular.v.2020.xlsx\t1 nya, 1 ändrade, 142 oförändrade\tcontroller, 2020-08-30, klar: Ja",
        "  Risker!P6  Strömavbrott, Ansvarig: Chef → Direktör",
        "  Risker!C8  Snö, Benämning (ny): – → Snö",
    ]


@pytest.mark.parametrize(
    ("example", "unit", "sheet"), [(FICTITIOUS, "exf-nara", "exf"), (RLF, "rlf", "rlf")], ids=["areas", "rlf"]
)
def test_what_comes_back_is_what_is_rendered(tmp_path: Path, example: str, unit: str, sheet: str) -> None:
    workspace = copy_example(example, tmp_path)
    make_forms(workspace, tmp_path / "ut", unit)
    before = _printed(workspace, tmp_path, sheet)
    path = tmp_path / "ut" / f"formular.{unit}.2020.xlsx"
    known = find(opened(path)[MONEY_SHEET], "Primärvård", 4).value
    returned(path, "Primärvård", known + 588)
    (tmp_path / "inkorg" / "från mejlet").mkdir(parents=True)
    shutil.move(path, tmp_path / "inkorg" / "från mejlet" / "bilaga.xlsx")
    assert run(workspace, tmp_path / "inkorg", "--out", tmp_path / "rätta").return_value == 0
    assert _printed(workspace, tmp_path, sheet) == pytest.approx(before + 588)


def _printed(workspace: Path, folder: Path, unit: str) -> float:
    """What appendix 10 a of *unit* prints for primary care's income."""
    path = load(workspace).render("vasternorrland.bilaga10a", "xlsx", unit=unit).write(folder / "tryckt")
    return float(find(openpyxl.load_workbook(path, data_only=True)[MONEY_SHEET], "Primärvård", 4).value)
