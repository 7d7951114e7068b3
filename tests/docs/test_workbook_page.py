"""docs/how-to/excel.md: the office's workbook as the page draws it is read, told of and put right as it says."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook
from tests.docs.pages import ROOT, blocks, not_said, page_text, spoken, steps

from styrmodell.api import load

PAGE = page_text("docs/how-to/excel.md")
MONTHS, TWO, VISITS, MONEY = blocks(PAGE, "toml")[2:]
SHOWN, NOTE, EXPLAINED = blocks(PAGE, "")
HEAD = ["Enhet", "Mått", "Period", "Värde", "Handläggare"]
UNITS = [["Id", "Namn", "Nivå", "Överordnad"], ["region", "Regionen", "region", ""]]
UNITS += [["norr", "Område norr", "område", "region"], ["soder", "Område söder", "område", "region"]]
MEASURES = [["Id", "Mått", "Måttenhet"], ["besok", "Besök", "antal"], ["franvaro", "Sjukfrånvaro", "%"]]
RISKS = [["Benämning", "Beskrivning", "Bevakas av"], ["Brist på personal", "Vakanser", "KL"]]
ERRANDS = [["Ring Norr", "KL"], ["Fråga om mars", "KL"]]


def table_after(words: str) -> list[list[str]]:
    """The cells of the first table after some words of the page, its line of dashes left out."""
    rows = re.search(r"(?:^\|.*\n)+", PAGE.partition(words)[2], re.MULTILINE)
    assert rows is not None
    lines = [line for line in rows[0].splitlines() if not re.fullmatch(r"[|-]+", line)]
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]


def typed(text: str) -> object:
    """What somebody types in Excel: numbers are numbers, shares have their format, and the page says what is text."""
    if text.endswith(" (text)"):
        return text.removesuffix(" (text)")
    plain = text.replace("\u2212", "-").replace(" ", "")
    if re.fullmatch(r"-?\d+(,\d+)?", plain):
        return float(plain.replace(",", ".")) if "," in plain else int(plain)
    return text or None


def outcomes(book: Workbook) -> None:
    """The sheet Utfall, cell by cell, at the rows that the page says."""
    sheet = book.create_sheet("Utfall")
    _, *rows = table_after("Bladet *Utfall* ser ut så här:")
    for number, *cells in rows:
        for place, text in enumerate(cells, start=1):
            cell = sheet.cell(int(number), place)
            if re.fullmatch(r"\d+,\d %", text):
                cell.value, cell.number_format = float(text[:-2].replace(",", ".")) / 100, "0.0%"
            else:
                cell.value = typed(text)


def write_book(path: Path, **sheets: list[list[object]]) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in {"Enheter": UNITS, "Mått": MEASURES, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if "Riskanalys" in sheets:
        outcomes(book)
    book.save(path)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the page's first step."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "kontoret"
    folder.mkdir()
    (folder / "plan.yaml").write_text(blocks(PAGE, "yaml")[0], encoding="utf-8")
    (folder / "styrmodell.toml").write_text(blocks(PAGE, "toml")[0], encoding="utf-8")
    write_book(folder / "kontoret.xlsx", **{"Riskanalys": RISKS, "Att göra": ERRANDS})
    return folder


def set_up(folder: Path, block: str) -> None:
    path = folder / "styrmodell.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + block, encoding="utf-8")


@pytest.mark.usefixtures("office")
def test_the_workbook_is_told_of_as_it_shows() -> None:
    said = spoken("python -m styrmodell check kontoret", code=3)
    findings = re.split(r"^(?=SM)", SHOWN, flags=re.MULTILINE)[1:]
    assert len(findings) == 4
    assert [one for one in findings if one not in said] == []
    for cell, code in re.findall(r"^\| ([A-E]\d+) \| (SM\d+) ", PAGE, re.MULTILINE):
        assert re.search(rf"^{code} \w+ kontoret\.xlsx Utfall!{cell}$", said, re.MULTILINE), (cell, code)
    assert "SM170" in said
    assert "SM150" in said


def test_its_blocks_put_right_what_is_not_for_excel(office: Path) -> None:
    set_up(office, blocks(PAGE, "toml")[1])
    said = spoken("python -m styrmodell check kontoret", code=3)
    assert not {"SM109", "SM170", "SM150"} & set(re.findall(r"SM\d{3}", said))


@pytest.mark.usefixtures("office")
def test_its_commands_show_what_was_read() -> None:
    *_, counted, listed = (command for command, _ in steps(PAGE))
    assert re.search(r"^risker +1 ", spoken(counted), re.MULTILINE)
    assert "Brist på personal" in spoken(listed)


def test_a_column_for_each_month_is_read(office: Path) -> None:
    rows = [[typed(cell) for cell in row] for row in table_after("### En kolumn för varje månad")]
    write_book(office / "kontoret.xlsx", Besök=rows)
    set_up(office, MONTHS)
    loaded = load(office)
    assert [str(one) for one in loaded.findings if one.code.severity.value == "error"] == []
    assert loaded.value("besok", unit="soder", period="2024-03").number == 1525
    assert loaded.value("besok", unit="region", period="2024-03").number == 2927


def test_two_tables_on_a_sheet_are_read(office: Path) -> None:
    first = ["Område norr", "Besök", "jan 2024", 10]
    second = ["Område söder", "Besök", "jan 2024", 20]
    blank: list[object] = []
    rows = [["Översikt"], blank, HEAD[:4], first, *[blank] * 15, HEAD[:4], second]
    write_book(office / "kontoret.xlsx", Översikt=rows)
    set_up(office, TWO)
    loaded = load(office)
    assert loaded.value("besok", unit="norr", period="2024-01").number == 10
    assert loaded.value("besok", unit="soder", period="2024-01").number == 20


def test_the_crossed_table_of_the_example_is_read_by_its_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "vasternorrland-2020", tmp_path / "examples" / "vasternorrland-2020")
    monkeypatch.chdir(tmp_path)
    settings = Path("examples/vasternorrland-2020/styrmodell.toml").read_text(encoding="utf-8")
    lines = {line.partition("#")[0].strip() for line in settings.splitlines()}
    assert [line for line in VISITS.splitlines() if line.strip() not in lines] == []
    assert NOTE in spoken("python -m styrmodell check examples/vasternorrland-2020")
    ((command, shown),) = [one for one in steps(PAGE) if "explain" in one[0]]
    assert shown == EXPLAINED
    assert not_said(shown, spoken(command)) == []
    forgotten = Path("examples/vasternorrland-2020/styrmodell.toml")
    forgotten.write_text(settings.replace('sections = "vardomrade"\n', ""), encoding="utf-8")
    assert "SM204" in spoken("python -m styrmodell check examples/vasternorrland-2020", code=1)


def test_the_table_begins_as_the_page_shows_it() -> None:
    path = ROOT / "examples" / "vasternorrland-2020" / "underlag" / "bilaga9a.csv"
    text = path.read_text(encoding="utf-8-sig")
    for row in table_after("Så här börjar den, förkortad:"):
        assert row[0] in text
        for cell in row[1:]:
            assert cell in text


def test_a_crossed_table_with_totals_is_read_by_its_block(office: Path) -> None:
    """The printed appendix in a workbook, and the block as it stands."""
    printed = yaml.safe_load((ROOT / "tests" / "golden" / "vn_bilaga10a.yaml").read_text(encoding="utf-8"))
    heads = [name.split(" | ") for name in printed["columns"]]
    book = Workbook()
    sheet = book.active
    sheet.title = "Bilaga 10 a"
    sheet.append([None, *(head[0] for head in heads)])
    sheet.append([printed["row_header"], *(head[1] for head in heads)])
    for row in printed["rows"]:
        sheet.append([row["label"], *row.get("values", [])])
    book.save(office / "bilaga10a.xlsx")
    (office / "kontoret.xlsx").unlink()
    example = ROOT / "examples" / "vasternorrland-2020"
    for name in ("indelningar.yaml", "matt.yaml", "plan.yaml"):
        shutil.copy(example / name, office / name)
    set_up(office, MONEY)
    errors = [one for one in load(office).findings.errors() if one.source.file == "bilaga10a.xlsx"]
    assert [str(one) for one in errors] == []
    asked = "--measure ekonomi --kind budget --period 2020 --dim dvo=primarvard --dim slag=netto"
    assert "−1 232 003 tkr" in spoken(f"python -m styrmodell explain kontoret {asked}")
