"""What `styrmodell init` writes: a small workspace that checks and renders at once, in text files or in a workbook."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib.resources import files

from styrmodell.model.profile import Profile
from styrmodell.report.excel.plain_book import PlainSheet, write_sheets
from styrmodell.session.schemas import schema_files

SETTINGS = "styrmodell.toml"
BOOK = "arbetsyta.xlsx"
_TEXTS = ("plan.yaml", "mal.yaml", "matt.yaml", "observationer/utfall.csv")
_LEVELS = ("förvaltning", "verksamhet")


def text_files(name: str, folder: str, profile: Profile | None, today: date) -> Iterator[tuple[str, bytes]]:
    """(path, content) of a new workspace in YAML and CSV.

    Args:
        name: What the workspace is called.
        folder: Its folder, as the comments name it in commands.
        profile: Whose words levels are taken from; None for none.
        today: Becomes as_of, and its year the plan's.
    """
    words = _words(name, folder, profile, today)
    words |= {"files": '"*.yaml", "observationer/*.csv"', "figures": "observationer/*.csv"}
    for path in (SETTINGS, *_TEXTS):
        yield path, _template(path).format(**words).encode()
    for path, schema in schema_files():
        yield path, f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()


def book_files(name: str, folder: str, profile: Profile | None, today: date) -> Iterator[tuple[str, bytes]]:
    """The same workspace with everything but the settings in one workbook."""
    words = _words(name, folder, profile, today) | {"files": f'"{BOOK}"', "figures": BOOK}
    yield SETTINGS, _template(SETTINGS).format(**words).encode()
    yield BOOK, write_sheets(_sheets(words, today), title=name, created=today)


def _words(name: str, folder: str, profile: Profile | None, today: date) -> dict[str, str]:
    levels = profile.levels if profile is not None and profile.levels else _LEVELS
    return {
        "name": "".join(letter for letter in name if letter.isprintable() and letter not in '"\\'),
        "folder": folder,
        "profile": profile.key if profile is not None else "",
        "as_of": today.isoformat(),
        "year": str(today.year),
        "upper": levels[0],
        "lower": levels[min(1, len(levels) - 1)],
    }


def _template(path: str) -> str:
    return files("styrmodell.session").joinpath("start", path).read_text(encoding="utf-8")


def _sheets(words: dict[str, str], today: date) -> tuple[PlainSheet, ...]:
    year, upper, lower = words["year"], words["upper"], words["lower"]
    return (
        PlainSheet(
            name="Plan",
            note="En rad: vems plan det är, vilket år och hur långt den har kommit (utkast, beslutad eller ersatt).",
            headings=("Id", "Enhet", "Period", "Titel", "Läge"),
            rows=((f"plan-{year}", "forvaltning", year, f"Verksamhetsplan {year}", "utkast"),),
        ),
        PlainSheet(
            name="Enheter",
            note="En rad per enhet. Id är små bokstäver a–z, siffror, - och _; namnet är fritt.",
            headings=("Id", "Namn", "Nivå", "Överordnad"),
            rows=(
                ("forvaltning", "Förvaltningen", upper, None),
                ("verksamhet-a", "Verksamhet A", lower, "forvaltning"),
                ("verksamhet-b", "Verksamhet B", lower, "forvaltning"),
            ),
        ),
        PlainSheet(
            name="Mål",
            note="Ett mål kan bidra till flera mål: skriv deras id på var sin rad i cellen, eller med semikolon.",
            headings=("Id", "Mål", "Nivå", "Bidrar till"),
            rows=(
                ("ekonomi-i-balans", "En ekonomi i balans", "inriktningsmål", None),
                ("ordnad-bemanning", "Bemanning med egna medarbetare", None, "ekonomi-i-balans"),
            ),
        ),
        PlainSheet(
            name="Indelningar",
            note="En rad per medlem. Delar: de medlemmar som den är summan av.",
            headings=("Indelning", "Indelningens namn", "Id", "Namn", "Delar"),
            rows=(
                ("slag", "Slag", "netto", "Netto", "intakt; kostnad"),
                ("slag", None, "intakt", "Intäkter", None),
                ("slag", None, "kostnad", "Kostnader", None),
            ),
        ),
        _measures(),
        _figures(year, today),
    )


def _measures() -> PlainSheet:
    reported = ("controller", "ekonomisystemet", "Månadsvis ledningsgrupp")
    goals = "ordnad-bemanning; ekonomi-i-balans"
    share = ("lägre är bättre", "högst 2 %", "2023: 3,4 %", goals, "personalchef", *reported)
    return PlainSheet(
        name="Mått",
        note="Regel: sum, ratio_of_sums, latest eller own. Belopp har enheten kr; filens skala står i styrmodell.toml.",
        headings=(
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
        ),
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
