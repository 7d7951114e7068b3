"""The sheets of a new workspace's workbook; they say what the text files in start/ say."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from styrmodell.report.excel.plain_book import PlainSheet

_MEASURE_HEADINGS = (
    "Id",
    "Mått",
    "Måttenhet",
    "Regel",
    "Indelningar",
    "Decimaler",
    "Riktning",
    "Målvärde",
    "Ingångsvärde",
    "Bidrar till mål",
    "Ansvarig för genomförande",
    "Ansvarig för rapportering",
    "Källa",
    "Rapportering",
)


def start_sheets(words: Mapping[str, str], today: date) -> tuple[PlainSheet, ...]:
    """The sheets of a new workspace.

    Args:
        words: year, upper, lower and goal: the plan's year, the words for two levels of units, and for a sort of goal.
        today: The day the figures are reported.
    """
    units, goals = _units(words["upper"], words["lower"]), _goals(words["goal"])
    return (_plan(words["year"]), units, goals, _dimensions(), _measures(), _figures(words["year"], today))


def _plan(year: str) -> PlainSheet:
    return PlainSheet(
        name="Plan",
        note="En rad: vems plan det är, vilket år och hur långt den har kommit (utkast, beslutad eller ersatt).",
        headings=("Id", "Enhet", "Period", "Titel", "Läge"),
        rows=((f"plan-{year}", "forvaltning", year, f"Verksamhetsplan {year}", "utkast"),),
    )


def _units(upper: str, lower: str) -> PlainSheet:
    return PlainSheet(
        name="Enheter",
        note="En rad per enhet. Id är små bokstäver a–z, siffror, - och _; namnet är fritt.",
        headings=("Id", "Namn", "Nivå", "Överordnad"),
        rows=(
            ("forvaltning", "Förvaltningen", upper, None),
            ("verksamhet-a", "Verksamhet A", lower, "forvaltning"),
            ("verksamhet-b", "Verksamhet B", lower, "forvaltning"),
        ),
    )


def _goals(level: str) -> PlainSheet:
    return PlainSheet(
        name="Mål",
        note="Ett mål kan bidra till flera mål: skriv deras id på var sin rad i cellen, eller med semikolon.",
        headings=("Id", "Mål", "Nivå", "Bidrar till"),
        rows=(
            ("ekonomi-i-balans", "En ekonomi i balans", level, None),
            ("ordnad-bemanning", "Bemanning med egna medarbetare", None, "ekonomi-i-balans"),
        ),
    )


def _dimensions() -> PlainSheet:
    return PlainSheet(
        name="Indelningar",
        note="En rad per medlem. Delar: de medlemmar som den är summan av.",
        headings=("Indelning", "Indelningens namn", "Id", "Namn", "Delar"),
        rows=(
            ("slag", "Slag", "netto", "Netto", "intakt; kostnad"),
            ("slag", None, "intakt", "Intäkter", None),
            ("slag", None, "kostnad", "Kostnader", None),
        ),
    )


def _measures() -> PlainSheet:
    reported = ("controller", "ekonomisystemet", "Månadsvis ledningsgrupp")
    goals = "ordnad-bemanning; ekonomi-i-balans"
    share = ("lägre är bättre", "högst 2 %", "2023: 3,4 %", goals, "personalchef", *reported)
    return PlainSheet(
        name="Mått",
        note="Regel: sum, mean, ratio_of_sums, latest eller own. Belopp har enheten kr; skalan står i styrmodell.toml.",
        headings=_MEASURE_HEADINGS,
        rows=(
            ("resultat", "Resultat", "kr", "sum", "slag", *[None] * 4, "ekonomi-i-balans", "ekonomichef", *reported),
            (
                "hyrpersonal",
                "Hyrpersonalens andel av personalkostnaden",
                "%",
                "ratio_of_sums",
                None,
                Decimal(1),
                *share,
            ),
        ),
    )


def _figures(year: str, today: date) -> PlainSheet:
    money = (
        ("verksamhet-a", "intakt", 1250),
        ("verksamhet-a", "kostnad", -14800),
        ("verksamhet-b", "intakt", 980),
        ("verksamhet-b", "kostnad", -9430),
    )
    shares = (("verksamhet-a", 210, 9600), ("verksamhet-b", 95, 6100))
    return PlainSheet(
        name="Observationer",
        note="En rad per värde: intäkter plus och kostnader minus, belopp i tkr. En tom cell saknas, den är inte noll.",
        headings=("Enhet", "Mått", "Period", "Typ", "Slag", "Värde", "Täljare", "Nämnare", "Rapporterad", "Av"),
        rows=(
            *(
                (unit, "resultat", year, "budget", kind, Decimal(value), None, None, today, "controller")
                for unit, kind, value in money
            ),
            *(
                (unit, "hyrpersonal", year, "budget", None, None, Decimal(over), Decimal(under), today, "controller")
                for unit, over, under in shares
            ),
        ),
    )
