"""Which units get a form, of what, and what is remembered of it."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.report.form_books import (
    FICTITIOUS,
    MONEY_SHEET,
    REPORTS,
    RLF,
    copy_example,
    find,
    inputs,
    make_forms,
    opened,
)

from styrmodell.api import UnknownNameError, load
from styrmodell.session.form.make import form
from styrmodell.session.form.register import read_sent

AREAS = ["exf-nara", "exf-tand", "exf-lab", "exf-rehab", "exf-bild", "exf-lok", "exf-stab"]


@pytest.fixture
def fictitious(tmp_path: Path) -> Path:
    return copy_example(FICTITIOUS, tmp_path)


def test_every_unit_that_tells_the_figures_gets_one(fictitious: Path, tmp_path: Path) -> None:
    made = make_forms(fictitious, tmp_path / "ut")
    assert [one.unit for one in made.sent] == AREAS
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == sorted(
        f"formular.{unit}.2020.xlsx" for unit in AREAS
    )


def test_a_unit_gets_the_tables_it_tells_and_no_others(tmp_path: Path) -> None:
    made = make_forms(copy_example(RLF, tmp_path), tmp_path / "ut")
    assert {one.unit: one.tables for one in made.sent} == {"rlf": "ekonomi", "rlf-rf": "lokalarea"}


def test_a_table_may_be_asked_for_alone(fictitious: Path, tmp_path: Path) -> None:
    made = form(load(fictitious), tmp_path / "ut", reports=REPORTS, tables=["ekonomi"], units=["exf-lab"])
    assert [one.tables for one in made.sent] == ["ekonomi"]
    assert MONEY_SHEET in opened(Path(made.files[0])).sheetnames


@pytest.mark.parametrize("asked", [{"tables": ["ekonmi"]}, {"units": ["exf-nra"]}, {"reports": ["bilaga10a"]}])
def test_an_unknown_name_is_refused(fictitious: Path, tmp_path: Path, asked: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownNameError):
        form(load(fictitious), tmp_path / "ut", **{"reports": REPORTS, **asked})
    assert not (tmp_path / "ut").exists()


def test_the_register_remembers_what_was_sent(fictitious: Path, tmp_path: Path) -> None:
    make_forms(fictitious, tmp_path / "ut", "exf-nara")
    make_forms(fictitious, tmp_path / "ut", "exf-nara", "exf-lab")
    data = json.loads((fictitious / "insamlat" / "utskick.json").read_text(encoding="utf-8"))
    assert [one["unit"] for one in data["utskick"]] == ["exf-lab", "exf-nara"]
    assert {one["due"] for one in data["utskick"]} == {"2020-09-01"}
    assert [one.measures for one in read_sent(fictitious)] == ["avskrivningar, ekonomi, investeringar, lokalarea"] * 2


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": 1, "utskick": [{"unit": 3}]}'])
def test_a_register_that_is_none_holds_nothing(fictitious: Path, text: str) -> None:
    (fictitious / "insamlat").mkdir()
    (fictitious / "insamlat" / "utskick.json").write_text(text, encoding="utf-8")
    assert read_sent(fictitious) == ()


def test_a_form_for_another_period_holds_that_period_s_columns(fictitious: Path, tmp_path: Path) -> None:
    made = form(load(fictitious), tmp_path, reports=REPORTS, units=["exf-nara"], period="2021", due=date(2021, 9, 1))
    assert Path(made.files[0]).name == "formular.exf-nara.2021.xlsx"
    assert "Budget 2021" in [cell.value for row in opened(Path(made.files[0]))[MONEY_SHEET].iter_rows() for cell in row]


def test_in_a_table_with_a_row_for_each_unit_one_fills_in_its_own(fictitious: Path, tmp_path: Path) -> None:
    made = form(load(fictitious), tmp_path / "ut", units=["exf-lab"])
    (sheet,) = [one for one in opened(Path(made.files[0])) if one.title.startswith("Årsarbetare")]
    assert [cell.row for cell in inputs(sheet)] == [find(sheet, "Laboratorier", 1).row] * 5
    assert find(sheet, "Förvaltningen", 4).value.startswith("=IFERROR(")


def test_a_report_that_cannot_be_built_leaves_the_others(tmp_path: Path) -> None:
    made = form(load(copy_example("redovisning-2024", tmp_path)), tmp_path / "ut", units=["medicin"])
    assert len(made.files) == 1
    assert {one.code.code for one in made.failed} <= {"SM401"}


def test_no_list_of_other_units_figures_comes_with_a_form(fictitious: Path, tmp_path: Path) -> None:
    made = make_forms(fictitious, tmp_path / "ut", "exf-nara")
    assert "Underlag" not in opened(Path(made.files[0])).sheetnames


def test_amounts_that_objects_hold_are_not_asked_for(tmp_path: Path) -> None:
    workspace = copy_example("uppfoljning-2024", tmp_path)
    made = form(load(workspace), tmp_path / "ut", reports=["generic.matt"])
    asked = {measure for one in made.sent for measure in one.measures.split(", ")}
    assert not {one for one in asked if one.startswith(("atgard", "investering", "projekt"))}
    assert len(made.files) > 5
