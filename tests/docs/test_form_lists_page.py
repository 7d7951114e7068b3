"""docs/how-to/formular-listor.md: its commands are run in turn, and show what the page shows."""

import re
from pathlib import Path

import pytest
from tests.report.form_books import FICTITIOUS, copy_example, opened, sign
from tests.session.object_books import columns, find

from styrmodell.cli.main import run
from styrmodell.finding import Code
from styrmodell.io import object_change_codes
from styrmodell.session.collect import codes, doubt_codes
from styrmodell.session.collect.objects import codes as object_codes
from styrmodell.session.form.sheets import KINDS, kinds_named

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "formular-listor.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_page_is_followed_from_form_to_objects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_example(FICTITIOUS, tmp_path).rename(tmp_path / "exf")
    monkeypatch.chdir(tmp_path)
    send, look, take = (line.split()[3:] for line in blocks("sh"))
    assert run(send) == 0
    _fill_in(tmp_path)
    capsys.readouterr()
    assert run(look) == 0
    assert capsys.readouterr().out.replace("\u00a0", " ") == blocks("text")[0]
    assert run(take) == 0
    written = (tmp_path / "exf" / "insamlat" / "exf-lok.2020.yaml").read_text(encoding="utf-8")
    assert blocks("yaml")[0].rstrip() in written
    capsys.readouterr()
    exec(compile(blocks("python")[0], "formular-listor.md", "exec"), {})
    assert capsys.readouterr().out.startswith("risk-1 owner Områdeschef, Lokaler och energi Driftchef 2020-08-30")


def _fill_in(folder: Path) -> None:
    book = opened(folder / "formular" / "formular.exf-lok.2020.xlsx")
    sign(book)
    find(book, "Risker", "risk-1", "Ansvarig").value = "Driftchef"
    find(book, "Risker", "", "Benämning").value = "Översvämning i källaren"
    sheet = book["Risker"]
    sheet.cell(7, columns(sheet)["Värdering Påverkan"]).value = "Röd"
    sheet = book["Projekt"]
    sheet.cell(6, columns(sheet)["Investering, tkr"]).value = 1350.5
    (folder / "inkorg").mkdir()
    book.save(folder / "inkorg" / "svar.xlsx")


def test_the_codes_it_names_are_there() -> None:
    modules = (codes, doubt_codes, object_codes, object_change_codes)
    known = {one.code for module in modules for one in vars(module).values() if isinstance(one, Code)}
    assert set(re.findall(r"SM\d{3}", PAGE)) <= known


def test_it_names_every_word_for_a_list_and_no_other() -> None:
    words = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
    assert words.pop() == "texter"
    assert kinds_named(words) == KINDS
    assert len(words) == len(KINDS)
