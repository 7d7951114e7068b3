"""A small workspace with every kind of object and text that forms ask for, and the hands that fill its forms in."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.report.form_books import opened, sign

from styrmodell.api import load
from styrmodell.session.collect.collect import Collected, collect
from styrmodell.session.form.make import Forms, form

EVERYTHING = (
    "risker,projekt,IT-projekt,investeringar,uppdrag,aktiviteter,åtgärder",
    "textavsnitt,styrkort,bedömningar,kommentarer",
)
HEADINGS = 5
TOML = """[workspace]
format = 1
name = "Allt"
profile = "egen"
as_of = 2020-10-01
files = ["*.yaml"]
"""
PLAN = """
plan: {id: p, unit: u, period: "2020", dnr: "1/20"}
units:
  - {id: u, name: Förvaltningen}
  - {id: v, name: Vården, parent: u}
profile:
  key: egen
  valid_from: 2019-01-01
  value_lists:
    riskkategori: [Verksamhet, Medarbetare]
    paverkan: [Förtroende, Säkerhet]
    riskaspekt: [Påverkan]
    riskvardering: [Röd, Gul, Grön]
    projektkategori: [Hållbarhet, Övrigt]
    finansieringsform: [It-plan, Anslag]
    genomforbarhet: ["1 – hög", "2 – medel", "3 – låg"]
  scales:
    sannolikhet: [Osannolik, Möjlig, Trolig]
    konsekvens: [Liten, Stor, Mycket stor]
goals:
  - {id: g, name: Nöjda invånare, unit: v}
measures:
  - {id: m, name: Väntetid, unit: dagar, rule: sum, decimals: 0, owner: Chef, goals: [g], target: Max 90, baseline: "2019: 95"}
observations:
  - {unit: v, measure: m, period: "2020", kind: utfall, value: "91", reported: "2020-08-01", comment: Längre i juli}
decisions:
  - {id: beslut-1, body: Nämnden, date: 2020-01-15, paragraph: § 1}
scorecards:
  - id: kort
    name: Styrkort Vården
    unit: v
    period: "2020"
    vision: Bäst
    priorities: [Tillgänglighet, Kompetens]
    perspectives: [{id: inv, name: Invånare}]
    lines: [{perspective: inv, goals: [g], measure: m}]
assessments:
  - {unit: v, period: "2020", measure: m, status: delvis uppnått, why: Kö, by: Chef, dated: 2020-08-01}
assignments:
  - {id: uppdrag-1, nr: "1", name: Utred köerna, given_by: [Nämnden], addressee: Områdeschef, unit: v, due: 2020-11-01, status: påbörjad, amount: "250000", decisions: [beslut-1]}
activities:
  - {id: aktivitet-1, name: Bemanna telefonen, unit: v, owner: Enhetschef, start: 2020-02-01, end: 2020-12-01, status: planerad, goals: [g]}
actions:
  - {id: atgard-1, name: Färre hyrläkare, unit: v, owner: Områdeschef, period: "2020", target: "1500000", basis: brutto, gross: "2000000", feasibility: "2", goals: [g]}
action_reports:
  - {action: atgard-1, period: "2020", outcome: "400000", reported: 2020-08-01, reporter: controller, comment: Trögt}
risks:
  - {id: risk-1, nr: "1", name: Strömavbrott, unit: v, owner: Chef, status_text: Pågår, categories: [Verksamhet], impacts: [Säkerhet], ratings: [{aspect: Påverkan, word: Gul}], before: {likelihood: "2", consequence: "3"}, plan: Prova reservkraften}
  - {id: risk-2, nr: "2", name: Vakanser, unit: v, owner: Chef, status: planerad, description: "Svårt att\\nrekrytera", ratings: [{aspect: Påverkan, word: Grön}]}
  - {id: risk-3, nr: "3", name: Annans risk, unit: u, owner: Direktör, status: planerad, ratings: [{aspect: Påverkan, word: Grön}]}
projects:
  - {id: projekt-1, nr: "1", name: Hemmamätning, unit: v, category: Hållbarhet, digital: ja, financing: Anslag, total: "-180000", start: 2020-03-01}
  - {id: projekt-2, nr: "2", name: Tidbok, unit: v, project_nr: "9001", amounts: [{period: "2020", kind: budget, value: "-850000", post: kostnad}, {period: "2021", value: "-90000", post: investering}]}
it_projects:
  - {project: projekt-2, customer: Vården, operating_cost: "-41000"}
investments:
  - {id: investering-1, name: Truck, unit: v, project_nr: F1, amounts: [{period: "2020", kind: budget, value: "-500000"}, {period: "2018", kind: outcome, value: "-100000", accumulated: ja}], life_years: "5"}
sections:
  - {id: avsnitt-1, number: "1", heading: Inledning, unit: v, text: "Första stycket.\\n\\nAndra stycket."}
"""


def make_workspace(folder: Path, plan: str = PLAN) -> Path:
    """The workspace in a new folder."""
    target = folder / "ws"
    target.mkdir(parents=True)
    (target / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (target / "plan.yaml").write_text(plan, encoding="utf-8")
    return target


def make_form(workspace: Path, out: Path, unit: str = "v", objects: tuple[str, ...] = EVERYTHING) -> Path:
    """The form of *unit*."""
    made: Forms = form(load(workspace), out, objects=objects, units=[unit])
    return Path(made.files[0])


def columns(sheet: Worksheet) -> Mapping[str, int]:
    """Heading → column, from 1."""
    return {str(cell.value): cell.column for cell in sheet[HEADINGS] if cell.value}


def find(book: Workbook, sheet: str, name: str, heading: str) -> Cell:
    """The cell of the object with an id; of the first empty row for the name ""."""
    page = book[sheet]
    row = next(one[0].row for one in page.iter_rows(min_row=HEADINGS + 1, max_col=1) if (one[0].value or "") == name)
    found: Cell = page.cell(row, columns(page)[heading])
    return found


def taken(workspace: Path, *files: Path, **options: object) -> Collected:
    """What collecting comes to."""
    return collect(load(workspace), files, out=workspace.parent / "rätta", **options)


def codes(done: Collected) -> list[str]:
    """The findings, but those of what was not handed in and of patterns."""
    return [one.code.code for one in done.findings if one.code.code not in ("SM463", "SM464")]


def change(path: Path, cells: Mapping[tuple[str, str, str], object], **signed: object) -> Path:
    """Fill in *cells*, (sheet, id, heading) → content, sign and save."""
    book = opened(path)
    sign(book, **signed)
    for (sheet, name, heading), content in cells.items():
        find(book, sheet, name, heading).value = content
    book.save(path)
    return path
