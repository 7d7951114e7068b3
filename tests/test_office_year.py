"""The year of an office: forms to seven områden, faults told and corrected, the total explained to cell and role, the
decided run kept, and the next year begun."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.report.form_books import FICTITIOUS, MONEY_SHEET, copy_example, opened, sign

from styrmodell.api import Workspace, collect, form, freeze, load, load_frozen, rollover

AREAS = 7
BUDGET = 4  # the column of the budget's income in bilaga 10 a
REPORT = "vasternorrland.bilaga10a"
TOTAL = f"{REPORT}@exf@2020/ekonomi/summa/budget-2020.netto"

pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")


def total(workspace: Workspace) -> Decimal | None:
    return workspace.explain(TOTAL).number


def fill(path: Path, inbox: Path, *, income: object, plus: int = 0) -> int:
    """Fill in a form as its unit would: add to its first income, or write *income* there; what was there before."""
    book = opened(path)
    sign(book)
    cell = next(
        cell for row in book[MONEY_SHEET].iter_rows(min_col=BUDGET, max_col=BUDGET) for cell in row if is_input(cell)
    )
    before = int(cell.value)
    cell.value = before + plus if income is None else income
    book.save(inbox / path.name)
    return before


def is_input(cell: object) -> bool:
    """Whether a figure stands there that the unit may change."""
    return isinstance(cell.value, int | float) and not cell.protection.locked


def test_forms_go_out_come_back_with_faults_and_are_put_right(tmp_path: Path) -> None:
    folder = copy_example(FICTITIOUS, tmp_path)
    first = total(load(folder))
    sent = sorted(
        Path(path) for path in form(load(folder), tmp_path / "ut", reports=[REPORT], due=date(2020, 9, 1)).files
    )
    assert len(sent) == AREAS

    # Five add 1 000 tkr to an income; one writes words, and one kronor for tusental.
    inbox = tmp_path / "inkorg"
    inbox.mkdir()
    words, kronor, *right = sent
    for path in right:
        fill(path, inbox, income=None, plus=1_000)
    before_words = fill(words, inbox, income="se bilaga")
    before_kronor = fill(kronor, inbox, income=None, plus=0)
    book = opened(inbox / kronor.name)
    cell = next(c for row in book[MONEY_SHEET].iter_rows(min_col=BUDGET, max_col=BUDGET) for c in row if is_input(c))
    cell.value = (before_kronor + 1_000) * 1_000
    book.save(inbox / kronor.name)

    shown = collect(load(folder), [inbox], dry_run=True)
    assert len(shown.changes) == len(right)
    assert total(load(folder)) == first  # nothing was written

    done = collect(load(folder), [inbox], out=tmp_path / "rätta")
    told = {one.code.code for one in done.findings}
    assert {"SM457", "SM458"} <= told
    assert len(done.faults) == 2
    for path in done.faults:
        cells = [str(row[1]) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True) if row[1]]
        assert any(text.startswith(f"'{MONEY_SHEET}'!D") for text in cells)
    assert total(load(folder)) == first + 1_000_000 * len(right)

    # The two correct their forms, and everything is collected again.
    fill(words, inbox, income=before_words + 1_000)
    fill(kronor, inbox, income=before_kronor + 1_000)
    again = collect(load(folder), [inbox], out=tmp_path / "rätta")
    assert [one.code.code for one in again.findings if one.code.severity.value == "error"] == []
    assert len(again.changes) == 2
    assert not list((tmp_path / "rätta").glob("Att rätta*.xlsx"))
    assert total(load(folder)) == first + 1_000_000 * AREAS

    # The total of bilaga 10 a, down to the file, the row and the role of each område.
    text = load(folder).explain(TOTAL).text(depth=9)
    for path in sent:
        unit = path.name.split(".")[1]
        assert f"insamlat/{unit}.2020.csv" in text
    assert "av controller" in text


def test_the_decided_run_answers_when_its_source_has_changed_and_the_next_year_begins(tmp_path: Path) -> None:
    folder = copy_example(FICTITIOUS, tmp_path)
    decided = total(load(folder))
    kept = freeze(load(folder), body="Exempelnämnden", decided=date(2020, 2, 1), paragraph="§ 12", reports=[REPORT])
    figures = next(folder.glob("observationer/ekonomi.csv"))
    lines = figures.read_text(encoding="utf-8").splitlines()
    figures.write_text("\n".join(lines[: len(lines) // 2]) + "\n", encoding="utf-8")

    assert total(load(folder)) != decided
    assert total(load_frozen(Path(kept.folder)).workspace) == decided


def test_next_year_s_draft_renders_and_its_forms_can_be_sent(tmp_path: Path) -> None:
    folder = copy_example(FICTITIOUS, tmp_path)
    rollover(load(folder), to=2021, out=tmp_path / "2021")
    new = load(tmp_path / "2021").require()
    assert new.plan is not None
    assert new.plan.period.text == "2021"
    assert new.render(REPORT, "xlsx").data
    assert form(new, tmp_path / "ut", reports=[REPORT]).files
