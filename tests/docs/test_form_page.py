"""docs/how-to/formular.md: its commands are run in turn, and show what the page shows."""

import re
import shutil
from pathlib import Path

import pytest
from tests.report.form_books import FICTITIOUS, MONEY_SHEET, copy_example, find, opened, sign

from styrmodell.cli.main import run
from styrmodell.session.collect import codes, doubt_codes

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "formular.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_page_is_followed_from_form_to_figures(
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
    assert (tmp_path / "exf" / "insamlat" / "exf-nara.2020.csv").is_file()
    shutil.rmtree(tmp_path / "formular")
    exec(compile(blocks("python")[0], "formular.md", "exec"), {})
    assert len(list((tmp_path / "formular").iterdir())) == 7


def _fill_in(folder: Path) -> None:
    book = opened(folder / "formular" / "formular.exf-nara.2020.xlsx")
    sign(book)
    find(book[MONEY_SHEET], "Primärvård", 4).value = 97000
    find(book[MONEY_SHEET], "Beställartandvård", 4).value = 12.5
    (folder / "inkorg").mkdir()
    book.save(folder / "inkorg" / "bilaga.xlsx")


def test_the_codes_it_names_are_there() -> None:
    known = {one.code for one in (*vars(codes).values(), *vars(doubt_codes).values()) if hasattr(one, "code")}
    assert set(re.findall(r"SM\d{3}", PAGE)) <= known
