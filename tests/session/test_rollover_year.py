"""The new year goes on at once: its forms are sent, come back and are printed; a reorganisation is carried."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.report.form_books import MONEY_SHEET, copy_example, find, opened, sign

from styrmodell.api import Kind, Workspace, collect, form, load, rollover
from styrmodell.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
FICTITIOUS = "vasternorrland-fiktiv-2020"
REPORT = "vasternorrland.bilaga10a"
NAME = "formular.exf-nara.2021.xlsx"
DAY = date(2021, 8, 30)


def filled(folder: Path, into: Path) -> Path:
    """The form of Nära vård with its budget of primary care, as it comes back."""
    book = opened(folder / NAME)
    sign(book, day=DAY)
    find(book[MONEY_SHEET], "Primärvård", 4).value = 98_000
    find(book[MONEY_SHEET], "Primärvård", 5).value = -412_000
    into.mkdir()
    book.save(into / "Kopia av formuläret.xlsx")
    return into


def budget(folder: Path, unit: str, slag: str) -> Decimal | None:
    dims = (("dvo", "primarvard"), ("slag", slag))
    return load(folder).value("ekonomi", unit=unit, period="2021", kind=Kind.BUDGET, dims=dims).number


def test_forms_of_the_new_year_are_sent_and_read_and_printed_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, sent, out = str(tmp_path / "ny"), str(tmp_path / "formulär"), str(tmp_path / "ut")
    old = EXAMPLES / FICTITIOUS
    assert run(["rollover", str(old), "--to", "2021", "--out", new, "--as-of", "2021-08-31", "--lang", "sv"]) == 0
    assert run(["form", new, "--report", REPORT, "--due", "2021-09-01", "--out", sent, "--lang", "sv"]) == 0
    came = filled(tmp_path / "formulär", tmp_path / "inkorg")
    assert run(["collect", new, str(came), "--out", out, "--lang", "sv"]) == 0
    assert "2 nya" in capsys.readouterr().out
    assert budget(tmp_path / "ny", "exf-nara", "kostnad") == -412_000_000
    assert run(["render", new, "--report", REPORT, "--format", "html", "--out", out, "--lang", "sv"]) == 0
    page = (tmp_path / "ut" / f"{REPORT}.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Budget 2021" in page
    assert "−412 000" in page


def test_the_same_from_a_script(tmp_path: Path) -> None:
    new = rollover(load(EXAMPLES / FICTITIOUS), 2021, tmp_path / "ny", as_of=date(2021, 8, 31)).workspace
    assert new is not None
    made = form(new, tmp_path / "formulär", reports=(REPORT,), due=date(2021, 9, 1))
    assert len(made.files) == 7
    came = filled(tmp_path / "formulär", tmp_path / "inkorg")
    done = collect(load(tmp_path / "ny"), (came,), out=tmp_path / "ut")
    assert [one.after.value for one in done.changes] == [98_000_000, -412_000_000]
    assert [one.before for one in done.changes] == [None, None]
    assert budget(tmp_path / "ny", "exf", "intakt") == 98_000_000
    assert load(tmp_path / "ny").render(REPORT, "xlsx").data


RISKS = """
risks:
  - {id: r-terapi, name: Väntan på hjälpmedel, unit: arbetsterapi, status: påbörjad, description: sedan 2022}
  - {id: r-mitt, name: Läkarbrist, unit: vc-mitt}
  - {id: r-slut, name: Flytten, unit: fysioterapi, status: genomförd}
"""


@pytest.fixture(scope="module")
def reorganised(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Workspace, str]:
    """An example in which three units ceased in June, with risks of theirs: the old, the new and what was told."""
    base = tmp_path_factory.mktemp("omorganisation")
    folder = copy_example("uppfoljning-2024", base)
    (folder / "risker.yaml").write_text(RISKS, encoding="utf-8")
    old = load(folder)
    found = rollover(old, 2025, base / "ny")
    assert found.workspace is not None, found.findings.text()
    return old, found.workspace, found.note


def test_what_a_unit_that_ceased_owned_is_its_one_successors(reorganised: tuple[Workspace, Workspace, str]) -> None:
    _, new, note = reorganised
    assert new.plan is not None
    assert {one.id: one.unit_id for one in new.plan.risks} == {"r-terapi": "rehab", "r-mitt": "vc-mitt"}
    assert "- SM478: r-terapi hörde till Arbetsterapin, som upphörde 2024-06-30, och hör nu till" in note
    assert "- SM471: r-mitt hör till Vårdcentralen Mitt, som upphörde 2024-06-30; efterträdare: Vårdcentralen" in note
    assert "- risker: `r-slut` Flytten: genomförd" in note


def test_an_open_risk_follows_with_all_that_was_said_of_it(reorganised: tuple[Workspace, Workspace, str]) -> None:
    old, new, _ = reorganised
    assert old.plan is not None
    assert new.plan is not None
    before, after = (next(one for one in side.plan.risks if one.id == "r-terapi") for side in (old, new) if side.plan)
    assert (after.status, after.description, after.name) == (before.status, before.description, before.name)
    assert set(new.plan.action_reports) == set(old.plan.action_reports)
    assert set(new.plan.assessments) == set(old.plan.assessments)


def test_history_is_asked_for_as_then_and_as_now_in_the_new_year(
    reorganised: tuple[Workspace, Workspace, str],
) -> None:
    old, new, _ = reorganised
    for unit in ("rehab", "vc-norr", "arbetsterapi"):
        asked = {"unit": unit, "period": "2024-01..2024-06"}
        assert new.value("kostnad", **asked).number == old.value("kostnad", **asked).number
        now = {"as_now": True, "on": date(2024, 9, 15)}
        assert new.under(**now).value("kostnad", **asked).number == old.under(**now).value("kostnad", **asked).number
    assert new.under(as_now=True).value("kostnad", unit="rehab", period="2024-01..2024-06").number != (
        new.value("kostnad", unit="rehab", period="2024-01..2024-06").number
    )


def test_no_form_of_the_new_year_goes_to_a_unit_that_has_ceased(
    reorganised: tuple[Workspace, Workspace, str], tmp_path: Path
) -> None:
    _, new, _ = reorganised
    made = form(new, tmp_path / "formulär", reports=("generic.matt",))
    units = {Path(one).name.split(".")[1] for one in made.files}
    assert units
    assert not units & {"vc-mitt", "arbetsterapi", "fysioterapi"}
