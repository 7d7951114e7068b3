"""The office that the faults strike: a small workspace with documents, forms, a freezing and what else commands write.

Everything is in one folder and commands run there with relative paths, so that the same input gives the same bytes
wherever the folder is.
"""

from pathlib import Path

import openpyxl

from styrmodell.cli.main import run

TOML = """\
[workspace]
format = 1
name = "Nämnden för åäö"
as_of = 2020-05-01
files = ["*.yaml", "siffror/*.csv"]

[reports]
include = ["generic.tabeller", "generic.matt"]
"""
PLAN = """\
plan: {id: namndplan, unit: a, period: "2020", state: decided, dnr: RS-1}
units: [{id: a, name: Å-enheten}, {id: b, name: Söder, parent: a}, {id: c, name: Norr, parent: a}]
measures:
  - {id: area, name: Area, unit: m2, rule: sum}
  - {id: besok, name: Besök, unit: antal, rule: sum, target: "lagom många"}
tables:
  - key: lokaler
    caption: Lokaler
    row_header: Enhet
    columns:
      - {key: budget, label: "Budget {year}", kind: budget}
    rows:
      - {key: soder, label: Söder, cell: "area[enhet=b]"}
      - {key: norr, label: Norr, cell: "area[enhet=c]"}
      - {key: summa, label: Nämnden, level: summa, cell: area}
"""
FIGURES = """\
enhet;matt;period;typ;varde
b;area;2020;budget;{area}
c;area;2020;budget;300
b;besok;2020;budget;77
"""
ROOT, OUT = "yta", "ut"
FORMS, INBOX = "formular", "inkorg"


def write_figures(office: Path, area: int) -> None:
    """Another figure in the input: every document becomes another."""
    (office / ROOT / "siffror" / "varden.csv").write_text(FIGURES.format(area=area), encoding="utf-8")


def make_office(office: Path) -> None:
    """Make the office in the empty folder *office*, which must be the working folder."""
    (office / ROOT / "siffror").mkdir(parents=True)
    (office / ROOT / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (office / ROOT / "plan.yaml").write_text(PLAN, encoding="utf-8")
    write_figures(office, 1000)
    for command in (
        ["render", ROOT, "--out", OUT],
        ["save", ROOT, "--out", "sparat", "--format", "csv"],
        ["form", ROOT, "--out", FORMS, "--due", "2020-09-01"],
    ):
        code = run(command)
        if code > 1:
            raise RuntimeError(f"{command}: {code}")
    (office / INBOX).mkdir()
    fill(office / FORMS / "formular.b.2020.xlsx", office / INBOX / "svar b.xlsx", 1100)
    fill(office / FORMS / "formular.c.2020.xlsx", office / INBOX / "svar c.xlsx", "se bilaga")
    write_figures(office, 2000)


def fill(sent: Path, back: Path, answer: object) -> None:
    """Answer in every yellow cell of the tables, and sign."""
    book = openpyxl.load_workbook(sent)
    sheet = book["Formulär"]
    texts = {"Roll": "controller", "Datum": "2020-04-30", "Klarmarkering": "Ja"}
    for row in sheet.iter_rows(max_col=1):
        if row[0].value in texts:
            sheet.cell(row[0].row, 2).value = texts[row[0].value]
    for sheet in book.worksheets:
        if sheet.title not in ("Formulär", "styrmodell"):
            for cell in (cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked):
                if isinstance(cell.value, int | float):
                    cell.value = answer
    book.save(back)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*: relative path → bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
