"""Good inputs of each sort, most of them from the examples."""

import csv
import io
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from tests.io.workbooks import parts_of, row, sheet_xml

from styrmodell.io.save.json_file import plan_json
from styrmodell.session.load import load

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
APPENDICES = EXAMPLES / "vasternorrland-2020"
LEDGERS = EXAMPLES / "redovisning-2024"
_MOST_ROWS = 25
TARGETS = (
    "Minst 90 %", "Max 90 dagar", ">90 %", "mellan 10–20 %", "2,5–3,5 dagar", "ska minska", "Bibehålla", "6/6", "Ja",
    "100 % (25/25)", "5 % förbättring jämfört med 2019", "Ej överstiga tilldelad budgetram", "Öka", "2018: 84 %",
    "20% minskning i andelen leverantörer utan avtal, jämfört med föregående år.", "Certifikat erhålls",
)  # fmt: skip
BASELINES = ("2018: 84 %", "Utfall 2019", "Utfall 2017-2019", "Nytt mått", "2019 6/6 2019 Ja", "ca 5,6 (2018)", "70")
REPORTINGS = ("Månadsvis Delårsvis Årsvis", "april, augusti, december", "Tertialvis", "2 ggr/år", "Vid behov")
PERIODS = (
    "2020", "2020-T1", "2020-Q3", "2020-08", "2020-01..2020-07", "R12-2024-06", "jan-jul 2020", "april 2019",
    "T2 2019", "läsåret 2019/20", "2020-08-31", "202008", "t.o.m. augusti 2020", "rullande 12 mån t.o.m. juni 2024",
)  # fmt: skip
NUMBERS = ("1 234,5", "-9 169", "−5,6", "(12,5)", "39,2 %", "1234.5", "1e3", "12-", "240 059", "0,10")
DEFINITIONS = (
    "ekonomi[slag=intakt] - ekonomi[slag=kostnad]", "(a + b) / c * 100", "2,5 * kostnad[dvo=010, slag=netto]", "-a",
    "a / (b / (c / (d + 1)))",
)  # fmt: skip
CODES = ("010–090, 092", "Dvo 190", "övriga", "3000-3999", "Konto 4000–4499 och 5100", "010--090\n092")


def yaml_files() -> tuple[bytes, ...]:
    """The YAML files of the examples that are small."""
    return tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*/*.yaml")))


def toml_files() -> tuple[bytes, ...]:
    """Every styrmodell.toml of the examples."""
    return tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*/styrmodell.toml")))


@cache
def json_files() -> tuple[bytes, ...]:
    """Two plans as they are saved, and one as people write it."""
    small = {
        "plan": {"unit": "rlf", "period": "2020"},
        "units": [{"id": "rlf", "name": "RLF"}],
        "measures": [{"id": "area", "name": "Area", "unit": "m2"}],
        "observations": [{"unit": "rlf", "measure": "area", "period": "2020", "value": "1,5"}],
    }
    plans = (load(EXAMPLES / name).plan for name in ("dalarna-handlingsplan-2024", "dalarna-tandvard-2018"))
    return (*(plan_json(plan) for plan in plans if plan is not None), json.dumps(small, indent=1).encode())


def short(path: Path) -> bytes:
    """The first rows of a CSV file."""
    return b"".join(path.read_bytes().splitlines(keepends=True)[:_MOST_ROWS])


def figure_files() -> tuple[bytes, ...]:
    """CSV files of one row a figure."""
    return tuple(
        short(path) for folder in ("observationer", "tryckta") for path in sorted(APPENDICES.glob(f"{folder}/*.csv"))
    )


def ledger_files() -> tuple[bytes, ...]:
    """A ledger, and a budget by year and by month."""
    folders = (LEDGERS / "huvudbok", LEDGERS / "budget")
    return tuple(short(path) for folder in folders for path in sorted(folder.glob("*.csv")))


def table_files() -> dict[str, bytes]:
    """CSV files that are tables, by the name the workspace has for them."""
    return {f"underlag/{path.name}": short(path) for path in sorted(APPENDICES.glob("underlag/*.csv"))}


def sheet_rows(data: bytes) -> str:
    """A CSV file's cells as the rows of a sheet: numbers, per cent, formulas, shared and inline texts among them."""
    text = data.decode("utf-8-sig", "replace").replace("\x00", "")
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    except csv.Error:
        table = [line.split(";") for line in text.splitlines()]
    return "".join(row(number, *map(_cell, cells[:100])) for number, cells in enumerate(table[:200], 1))


def _cell(text: str) -> str:
    plain = text.replace(" ", "").replace(",", ".")
    if plain.replace(".", "", 1).isascii() and plain.replace(".", "", 1).isdigit():
        style = sum(plain.encode()) % 50  # now and then a date, a time or per cent
        return f'<c s="{style if style < 7 else 0}"><v>{plain}</v></c>'
    if not text:
        return "<c/>"
    clean = escape("".join(sign if sign >= " " or sign in "\t\n" else "_x0007_" for sign in text))
    if text.startswith("="):
        return f'<c t="str"><f>{clean[1:]}</f><v>0</v></c>'
    return f'<c t="inlineStr"><is><t xml:space="preserve">{clean}</t></is></c>'


def book_parts(rows: str, name: str) -> dict[str, str]:
    """The parts of a workbook with a sheet called *name*."""
    around = '<cols><col min="3" max="3" hidden="1"/></cols>', '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    parts = parts_of(rows)
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(rows, *around)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("Blad1", escape(name, {'"': "&quot;"}))
    return parts


def workspace(xlsx: bytes) -> Mapping[str, bytes]:
    """A small workspace with a file of every sort."""
    toml = (LEDGERS / "styrmodell.toml").read_text(encoding="utf-8")
    toml = toml.replace('files = ["*.yaml"]', 'files = ["*.yaml", "*.json", "tabeller/*"]\nprofile = "profil.yaml"')
    toml += '\n[[tables]]\nfiles = "tabeller/risker.csv"\nkind = "risks"\nheading_rows = 2\n'
    toml += 'values = {unit = "medicin"}\n'
    names = ("plan.yaml", "matt.yaml", "indelningar.yaml", "kodplan.csv")
    files = {name: (LEDGERS / name).read_bytes() for name in names}
    head = "enhet;matt;period;varde;slag\n"
    return {
        **files,
        "styrmodell.toml": toml.encode(),
        "profil.yaml": (EXAMPLES / "dalarna-handlingsplan-2024" / "profil.yaml").read_bytes(),
        "mer.json": json.dumps({"goals": [{"id": "m1", "name": "God vård"}]}).encode(),
        "huvudbok/2024.csv": short(LEDGERS / "huvudbok" / "2024.csv"),
        "budget/2024-ar.csv": short(LEDGERS / "budget" / "2024-ar.csv"),
        "budget/2024-manader.csv": short(LEDGERS / "budget" / "2024-manader.csv"),
        "tabeller/varden.csv": f"{head}medicin;ekonomi;2023;1 234,5;netto\nkirurgi;avskrivningar;2023-T1;7;\n".encode(),
        "tabeller/risker.csv": short(APPENDICES / "underlag" / "bilaga16.csv"),
        "tabeller/bok.xlsx": xlsx,
    }
