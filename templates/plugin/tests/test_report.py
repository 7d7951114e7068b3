"""The follow-up of the example, part by part: what is printed is what was worked out by hand."""

from pathlib import Path

import pytest
from styrmodell.api import Document, check_master, load

import styrmodell_exempel

EXAMPLE = Path(__file__).parents[1] / "exempel"
MASTER = Path(styrmodell_exempel.__file__).parent / "mallar" / "rapport.docx"


@pytest.fixture(scope="module")
def document() -> Document:
    publisher = load(EXAMPLE).require().publisher
    spec = publisher.spec("exempel.uppfoljning")
    ((unit, period),) = publisher.instances(spec)
    return publisher.document(spec, unit, period)


def printed(document: Document, key: str) -> dict[str, list[str]]:
    """Row key → the printed texts of its cells; a no-break space is a space here."""
    (table,) = [one for one in document.tables() if one.key == key]
    return {row.key: [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows}


def test_the_result_is_the_sum_of_income_and_costs(document: Document) -> None:
    assert printed(document, "resultat") == {
        "intakter": ["2 230", "2 310", "+80"],
        "kostnader": ["−24 230", "−24 510", "−280"],
        "resultat": ["−22 000", "−22 200", "−200"],
    }


def test_every_unit_stands_by_itself(document: Document) -> None:
    assert printed(document, "enheter") == {
        "sjukvard": ["−13 550", "−13 800", "−250"],
        "trafik": ["−8 450", "−8 400", "+50"],
    }


def test_every_goal_stands_with_its_status(document: Document) -> None:
    assert printed(document, "mal") == {
        "ekonomi-i-balans": ["inriktningsmål", "■ Ej uppnått"],
        "kort-vantan": ["inriktningsmål", "● Uppnått"],
    }


def test_the_example_has_no_findings() -> None:
    assert load(EXAMPLE).check() == ()


def test_the_word_master_has_no_faults() -> None:
    assert check_master(MASTER).errors() == ()
