"""Every statement of the audit of Dalarna's plan: reproduced by a cell, contradicted by a finding, or kept as words.

``python tests/test_golden_dalarna_statements.py`` writes the list beside the example.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen

from styrmodell.api import Kind, Workspace, load
from styrmodell.report.document import Document
from styrmodell.report.table import Cell

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "dalarna-handlingsplan-2024"
LIST = EXAMPLE / "pastaenden.md"
GOLDEN: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "golden" / "dalarna_handlingsplan_2024.yaml").read_text(encoding="utf-8")
)
REPORT = "dalarna.handlingsplan"
# What names the document, and what identifies an entry or repeats its number in another notation.
META = ("document", "title", "unit")
_REPEATS = ("id", "namn", "mal_mnkr_printed", "utfall_mnkr_printed", "helarseffekt_2025_mnkr_printed")
CELL, FINDING, TEXT, WORDS = "cell", "iakttagelse", "avsnitt", "värdelista"
HOW = {
    CELL: "återges i cellen",
    FINDING: "motsägs av iakttagelsen",
    TEXT: "står som text i avsnittet",
    WORDS: "står i profilens lista",
}


@frozen
class Row:
    """What became of a statement.

    Attributes:
        how: Cell, finding, text or list of words.
        where: The cell's table, row and column; the finding's code; the section's heading.
        shows: What stands there; of a finding, both figures with a bar between them.
    """

    how: str
    where: str
    shows: str


def cell(where: str, shows: str) -> Row:
    return Row(CELL, where, shows)


def other(measure: str, shows: str, column: str = "varde") -> Row:
    return cell(f"uppgifter/{measure}/{column}", shows)


CHANGE = "handlingsplan-forandring-{}-2024-forecast-januari-2025"
LESS = "hyrpersonal-minskning-hsn-2024-forecast"
OCTOBER = Row(FINDING, "SM301", "−175 000 000|−146 600 000")
FIGURES = {
    "reg.mal": cell("nivaer/region/mal", "500,0"),
    "reg.plan_summa_2023": other("handlingsplan-planerat-region-2024-plan-alla", "558,0 mnkr"),
    "reg.prognos_tertial": cell("serie/region-tertial/prognos", "337,0"),
    "reg.prognos_delar": cell("serie/region-delar/prognos", "310,7"),
    "reg.prognos_delar_avrundad": cell("serie/region-hosten-2024/prognos", "311,0"),
    "reg.prognos_jan25": cell("nivaer/region/prognos", "337,0"),
    "reg.maluppfyllelse": cell("nivaer/region/nadd", "67,4 %"),
    "reg.forbattring": cell("nivaer/region/forandring", "+26,0"),
    "reg.intervju_300": other("handlingsplan-utfall-region-2024-outcome", "300,0 mnkr"),
    "hsn.mal_3436": cell("nivaer/hsn/mal", "343,6"),
    "hsn.mal_344": cell("nivaer/hsn/mal", "343,6"),
    "hsn.resultatprognos": other("resultatprognos-hsn-2024-forecast-delar", "−396,0 mnkr"),
    "hsn.avv_hsn_delar": cell("serie/hsn-delar-hsn/tryckt", "−149,3"),
    "hsn.avv_rs_delar": cell("serie/hsn-delar/tryckt", "−146,6"),
    "hsn.avv_sep": cell("serie/hsn-september/tryckt", "−175"),
    "hsn.prognos_okt": cell("serie/hsn-oktober/prognos", "197,0"),
    "hsn.avv_okt": OCTOBER,
    "hsn.prognos_jan25": cell("nivaer/hsn/prognos", "226,0"),
    "hsn.forbattring": cell("nivaer/hsn/forandring", "+29,0"),
    "hsn.nya_krav_verkstallighet": other("sparkrav-2025-hsn-2025-plan-verkstallighet", "150,0 mnkr"),
    "hsn.nya_krav_budget": other("sparkrav-2025-hsn-2025-plan-budget", "20,0 mnkr"),
    "hsn.nya_krav_summa": other("sparkrav-2025-hsn-2025-plan-summa", "170,0 mnkr"),
    "hsn.lag_genomforbarhet": other("handlingsplan-planerat-hsf-2024-plan-3", "67,0 mnkr"),
    "hsn.psykiatri_andel": other("psykiatri-andel-hsf-2023-plan", "25,0 %"),
    "hsn.antal_atgarder": other("antal-atgarder-hsn-2024-plan", "18 st"),
    "ktn.avv_delar": cell("serie/ktn-delar/tryckt", "−20,9"),
    "ktn.skolkort": other("skolkort-ktn-2024-forecast", "−17,0 mnkr"),
}
SERIES = {
    "region_prognos/0": FIGURES["reg.prognos_tertial"],
    "region_prognos/1": FIGURES["reg.prognos_delar"],
    "region_prognos/2": FIGURES["reg.prognos_delar_avrundad"],
    "region_prognos/3": cell("serie/region-januari-2025/prognos", "337,0"),
    "hsn/0/deviation": FIGURES["hsn.avv_hsn_delar"],
    "hsn/1/target": cell("serie/hsn-delar/mal", "343,6"),
    "hsn/1/deviation": FIGURES["hsn.avv_rs_delar"],
    "hsn/2/deviation": FIGURES["hsn.avv_sep"],
    "hsn/3/forecast": FIGURES["hsn.prognos_okt"],
    "hsn/3/deviation": OCTOBER,
    "hsn/4/target": cell("serie/hsn-januari-2025/mal", "343,6"),
    "hsn/4/forecast": cell("serie/hsn-januari-2025/prognos", "226,0"),
}
HIRED = {
    "potential_mnkr_printed": Row(TEXT, "Hyrpersonal", "mellan 20 – 30 mnkr"),
    "potential_mnkr": Row(TEXT, "Hyrpersonal", "20 – 30"),
    "mal_andel_printed": other("hyrpersonal-andel-hsn-2024-forecast", "2 %", "mal"),
    "mal_andel_av_personalkostnad_pct": other("hyrpersonal-andel-hsn-2024-forecast", "2 %", "mal"),
    "brutto_minskning_behov_printed": Row(TEXT, "Hyrpersonal", "ca 140 – 150 mnkr (brutto) relativt 2023"),
    "brutto_minskning_behov": Row(TEXT, "Hyrpersonal", "140 – 150"),
    "prognos_2024_printed": other("hyrpersonal-kostnad-hsn-2024-forecast", "−183,0 mnkr"),
    "prognos_2024": other("hyrpersonal-kostnad-hsn-2024-forecast", "−183,0 mnkr"),
    "prognos_source": other("hyrpersonal-kostnad-hsn-2024-forecast", "månadsrapport november 2024", "kommentar"),
    "minskning_printed": other(LESS, 'tryckt "ca 27% eller 781 mnkr"', "kommentar"),
    "minskning_pct": other("hyrpersonal-minskning-andel-hsn-2024-forecast", "27,0 %"),
    "minskning_mnkr": other(LESS, "tidigare 78 mnkr", "kommentar"),
    "fotnot_1": other(LESS, "minskningen stannar på 70 mnkr", "kommentar"),
    "minskning_fotnot_mnkr": other(LESS, "70,0 mnkr"),
    "andel_printed": other("hyrpersonal-andel-hsn-2024-forecast", "3,4 %"),
    "andel_pct": other("hyrpersonal-andel-hsn-2024-forecast", "3,4 %"),
    "kvar_till_mal_printed": Row(TEXT, "Hyrpersonal", "ca 60 – 65 mnkr"),
    "kvar_till_mal": Row(TEXT, "Hyrpersonal", "60 – 65"),
    "utgangslage_andel_divisioner_printed": Row(TEXT, "Hyrpersonal", "mellan 0,5 – 7/8%"),
}
REST = {
    "digitala_verktyg/printed": other("digitala-verktyg-region-2024-plan", "drygt 30 mnkr", "kommentar"),
    "digitala_verktyg/value": other("digitala-verktyg-region-2024-plan", "30,0 mnkr"),
    "digitala_verktyg/bedomning": other("digitala-verktyg-region-2024-plan", "delvis kunna infrias", "kommentar"),
    "genomforbarhet/scale": Row(TEXT, "Genomförbarhet", "1-3 (1 och 2 högst sannolikhet)"),
    "genomforbarhet/all_actions": FIGURES["reg.plan_summa_2023"],
    "genomforbarhet/hsf_level_3": FIGURES["hsn.lag_genomforbarhet"],
}


def decimal(number: float) -> str:
    """As the report prints it in millions."""
    return f"{number:.1f}".replace(".", ",")


def of_action(action: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """Each field of an action."""
    name = action["id"].replace("_", "-")
    made: dict[str, Row] = {
        "mal_mnkr": cell(f"atgarder/{name}/target", decimal(action["mal_mnkr"])),
        "utfall_mnkr": cell(f"atgarder/{name}/outcome", decimal(action["utfall_mnkr"])),
        "ansvarig": cell(f"atgarder/{name}/ansvarig", action["ansvarig"]),
        "utfall_source": cell(f"underlag/{name}/kalla", action.get("utfall_source", "")),
        "bedomning": cell(f"underlag/{name}/bedomning", action.get("bedomning", "")),
        "arsarbetare": cell(f"underlag/{name}/arsarbetare", str(action.get("arsarbetare"))),
        "beslut": cell(f"underlag/{name}/beslut", "Hälso- och sjukvårdsnämnden 2024-03"),
        "helarseffekt": cell(f"underlag/{name}/helar", "belopp anges inte (2025)"),
        "start": cell(f"underlag/{name}/start", "2024-09"),
        "helarseffekt_2025": cell(f"underlag/{name}/helar", "18–19 (2025)"),
        "netto_beraknad": cell(f"brister/netto-{name}/enhet", ""),
        "ursprunglig_sparambition_printed": Row(FINDING, "SM342", "19 500 000|18 500 000"),
        "ursprunglig_sparambition": Row(FINDING, "SM342", "19 500 000|18 500 000"),
        "overtraffat_printed": cell(f"vattenfall-utfall/steg-{name}/belopp", "+4,2"),
    }
    for key in action:
        if key not in _REPEATS:
            yield f"actions/{action['id']}/{key}", made[key]


def rows() -> dict[str, Row]:
    """Path in the golden file → what became of it."""
    found = {f"figures/{key}": row for key, row in FIGURES.items()}
    found |= {f"series/{key}": row for key, row in SERIES.items()}
    found |= {key: row for action in GOLDEN["actions"] for key, row in of_action(action)}
    found |= {f"hyrpersonal_detaljer/{key}": row for key, row in HIRED.items()}
    found |= REST
    found |= {f"kategorier/{n}": Row(WORDS, "atgardskategori", word) for n, word in enumerate(GOLDEN["kategorier"])}
    for key, heading in (
        ("framgangsfaktorer", "Framgångsfaktorer"),
        ("hinder", "Hinder"),
        ("rekommendationer", "Rekommendationer"),
    ):
        found |= {f"{key}/{n}": Row(TEXT, heading, text) for n, text in enumerate(GOLDEN[key])}
    return found


def statements() -> Iterator[tuple[str, str]]:
    """(path, as printed) of everything that the golden file states."""
    for key, value in GOLDEN.items():
        if key in META:
            continue
        if key == "figures":
            yield from ((f"figures/{one['id']}", str(one["printed"])) for one in value)
        elif key == "series":
            yield from _of_series(value)
        elif key == "actions":
            for one in value:
                yield from (
                    (f"actions/{one['id']}/{name}", str(what)) for name, what in one.items() if name not in _REPEATS
                )
        elif isinstance(value, dict):
            yield from ((f"{key}/{name}", str(what)) for name, what in value.items())
        else:
            yield from ((f"{key}/{number}", str(what)) for number, what in enumerate(value))


def _of_series(series: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(series["region_prognos"]):
        yield f"series/region_prognos/{number}", str(one["value"])
    for number, one in enumerate(series["hsn"]):
        for name in ("target", "forecast", "deviation"):
            if one[name] is not None:
                yield f"series/hsn/{number}/{name}", str(one[name])


ROWS = rows()


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE).require()


@pytest.fixture(scope="module")
def document(workspace: Workspace) -> Document:
    publisher = workspace.publisher
    return publisher.document(publisher.spec(REPORT), "region", publisher.plan.period)


@pytest.fixture(scope="module")
def cells(document: Document) -> dict[str, str]:
    """What stands at each table/row/column."""
    return {
        f"{table.key}/{row.key}/{column.key}": plain(one.text)
        for table in document.tables()
        for row in table.rows
        for column, one in zip(table.columns, row.cells, strict=True)
        if isinstance(one, Cell) or hasattr(one, "text")
    }


@pytest.fixture(scope="module")
def texts(workspace: Workspace) -> dict[str, str]:
    """The running text under each heading of the page."""
    page = workspace.render(REPORT, "html", unit="region").data.decode("utf-8")
    body = re.sub(r"<[^>]+>", " ", page.partition("<main")[2])
    headings = [section.heading for section in workspace.publisher.plan.sections]
    found = {}
    for heading in headings:
        after = plain(body).rpartition(f" {heading} ")[2]
        found[heading] = after
    return found


def test_every_statement_of_the_audit_has_a_row_and_no_row_is_of_another() -> None:
    assert sorted(ROWS) == sorted(path for path, _ in statements())


@pytest.mark.parametrize("path", [path for path, row in ROWS.items() if row.how == CELL])
def test_a_statement_is_reproduced_by_its_cell(cells: dict[str, str], path: str) -> None:
    row = ROWS[path]
    assert row.shows in cells[row.where]


@pytest.mark.parametrize("path", [path for path, row in ROWS.items() if row.how == FINDING])
def test_a_statement_that_does_not_hold_is_contradicted_with_both_figures(workspace: Workspace, path: str) -> None:
    row = ROWS[path]
    told = [plain(one.found()) for one in workspace.check() if one.code.code == row.where]
    assert [one for one in told if all(figure in one for figure in row.shows.split("|"))]


@pytest.mark.parametrize("path", [path for path, row in ROWS.items() if row.how == TEXT])
def test_a_statement_in_words_stands_in_its_section(texts: dict[str, str], path: str) -> None:
    row = ROWS[path]
    assert row.shows in texts[row.where]


def test_the_categories_are_the_profiles_words(workspace: Workspace) -> None:
    words = dict(workspace.profile.value_lists)
    assert [row.shows for row in ROWS.values() if row.how == WORDS] == list(words["atgardskategori"])


def test_the_share_is_the_forecast_of_the_target_and_the_changes_are_between_the_forecasts(
    workspace: Workspace,
) -> None:
    """337 of 500 is 67 %, 337 − 311 is 26 and 226 − 197 is 29; 343,6 − 197 is 146,6 and not 175."""
    found = {level.unit_id: level for level in workspace.savings().levels}
    assert round(float(found["region"].reached.exact or 0), 2) == 0.67
    assert [found[unit].change.explanation.exact for unit in ("region", "hsn")] == [26_000_000, 29_000_000]
    october = workspace.value("handlingsplan-avvikelse", unit="hsn", kind=Kind.FORECAST, version="oktober")
    assert october.exact == -146_600_000


def test_what_the_source_does_not_print_is_not_there(document: Document, workspace: Workspace) -> None:
    """Of eighteen actions eight are printed, and no feasibility of any of them."""
    assert len(workspace.publisher.plan.actions) == 8
    assert all(one.feasibility is None and not one.category for one in workspace.publisher.plan.actions)
    notes = [note.text for table in document.tables() if table.key == "underlag" for note in table.notes]
    assert any("anger inte: kategori, genomförbarhet" in plain(note) for note in notes)


def the_list() -> str:
    """The statements and what became of them, as a page."""
    printed = dict(statements())
    counts = {how: sum(row.how == how for row in ROWS.values()) for how in HOW}
    lines = [
        "# Rapportens påståenden",
        "",
        "Varje uppgift i granskningens rapport, som den står i `tests/golden/dalarna_handlingsplan_2024.yaml`, och var",
        "den finns i rapporten `dalarna.handlingsplan` för regionen. Sidan skrivs av",
        "`python tests/test_golden_dalarna_statements.py`, och testerna i samma fil prövar varje rad.",
        "",
        f"{len(ROWS)} påståenden: " + ", ".join(f"{count} {HOW[how]}" for how, count in counts.items()) + ".",
        "",
        "| påstående | tryckt | hur | var | visar |",
        "|---|---|---|---|---|",
    ]
    for path, row in ROWS.items():
        shown = row.shows.replace("|", " och ")
        lines.append(f"| `{path}` | {_short(printed[path])} | {row.how} | `{row.where}` | {_short(shown)} |")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    return text.replace("|", "/") if len(text) <= 60 else f"{text[:59]}…"


def test_the_list_beside_the_example_is_that_of_the_rows() -> None:
    assert LIST.read_text(encoding="utf-8") == the_list()


if __name__ == "__main__":
    LIST.write_text(the_list(), encoding="utf-8")
