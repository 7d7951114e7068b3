"""Small tables as offices keep them, and readers of what they give."""

from collections.abc import Mapping, Sequence

from styrmodell.io.converter import make_converter
from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.kinds import list_kind
from styrmodell.io.lists.read import ListContent, read_list
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.grid import letters

LEDGER = SourceFormat(scale="tkr", sign="ledger")
MARKS = (
    "Process‐\neffektivitet",
    "Säkerhet patient, invånare",
    "Förtroende, rykte",
    "Medarbetare",
    "Hushållning resurser",
)
RISKS = (
    *(f"Riskidentitet | {name}" for name in ("Nr", "Benämning", "Beskrivning", "Kategori")),
    *(f"Huvudpåverkan på | {name}" for name in MARKS),
    "Hanteringen idag | Befintliga åtgärder",
    "Hanteringen idag | Styrande dokument",
    *(f"Riskvärdering | {name}" for name in ("Effektivitet", "Påverkan", "Sannolikhet")),
    *(f"Handlingsplan | {name}" for name in ("Åtgärd", "Ansvarig", "Status")),
)
PROJECTS = (
    *(f"Projekt | {name}" for name in ("Nr", "Projektnamn", "Beskrivning (Kortfattad beskrivning av målet)")),
    *("Projekt | Kategori", "Projekt | Digital‐\nisering"),
    *(f"Huvudpåverkan på (markera med kryss) | {name}" for name in MARKS),
    "Finansiering | Omfattning\n(timmar för\ngenomförande)",
    "Finansiering | Investering\n(Beräknade kostnader gällande licenser, tjänster, konsulter med mera)",
    "Finansiering | Finansierings‐form",
)
YEARS = ("Utgift t o m 2018", "Prognos 2019", "Budget 2020", "Plan 2021", "Plan 2022")
INVESTMENTS = ("Proj.nr", "Benämning", *YEARS, "Summa utgift t o m 2022")
IT_PROJECTS = (
    *("Proj.nr", "Benämning", "Systemförvaltning FO", "Kund", ""),
    *("Kostnad tom 2018", *YEARS[1:], "S:a kostn. tom 2022"),
    *("Ökade driftkostnader (tkr/år)", ""),
)


def kind(key: str) -> ListKind:
    found = list_kind(key)
    assert found is not None
    return found


def rows(table: Sequence[Sequence[object]], first: int = 2) -> list[ListRow]:
    """*table* as rows of the sheet "Blad" from the row *first*."""
    return [_row(cells, number) for number, cells in enumerate(table, first)]


def _row(cells: Sequence[object], number: int) -> ListRow:
    return ListRow(
        cells=cells,
        place=lambda column: f"Blad rad {number}" if column is None else f"Blad!{letters(column)}{number}",
    )


def read(
    key: str,
    headings: Sequence[str],
    table: Sequence[Sequence[object]],
    *,
    format: SourceFormat | None = None,
    given: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> ListContent:
    return read_list(
        kind(key),
        headings,
        rows(table),
        converter=make_converter(format),
        source_file="bok.xlsx",
        given=given or {},
        columns=columns or {},
    )


def told(content: ListContent) -> list[str]:
    """ "SM171 Blad!H2" for each finding."""
    return [f"{finding.code.code} {finding.source.place}" for finding in content.findings]


def objects(content: ListContent, key: str) -> tuple[object, ...]:
    return dict(content.objects).get(key, ())
