"""The quarterly report and its check: what is printed is what was worked out by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from styrmodell.api import Document, Observation, Period, check_master, load

import styrmodell_exempeldalen

EXAMPLE = Path(__file__).parents[1] / "exempel"
MASTER = Path(styrmodell_exempeldalen.__file__).parent / "mallar" / "rapport.docx"


@pytest.fixture(scope="module")
def documents() -> dict[tuple[str, str], Document]:
    """(unit, period) → the document."""
    publisher = load(EXAMPLE).require().publisher
    spec = publisher.spec("exempeldalen.kvartal")
    return {(unit, period.text): publisher.document(spec, unit, period) for unit, period in publisher.instances(spec)}


def printed(document: Document, key: str) -> dict[str, list[str]]:
    """Row key → the printed texts of its cells; a no-break space is a space here."""
    (table,) = [one for one in document.tables() if one.key == key]
    return {row.key: [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows}


def test_every_department_has_a_report_for_each_of_three_quarters(documents: dict[tuple[str, str], Document]) -> None:
    assert sorted(documents) == [
        (unit, f"2025-Q{number}") for unit in ("primarvard", "tandvard") for number in (1, 2, 3)
    ]


def test_a_department_is_the_sum_of_its_units(documents: dict[tuple[str, str], Document]) -> None:
    assert printed(documents["primarvard", "2025-Q1"], "besok") == {
        "ostra": ["1 200", "1 260", "+60"],
        "vastra": ["870", "850", "−20"],
        "primarvard": ["2 070", "2 110", "+40"],
    }
    assert printed(documents["tandvard", "2025-Q3"], "besok")["tandvard"] == ["480", "470", "−10"]


def test_the_example_has_no_findings() -> None:
    assert load(EXAMPLE).check() == ()


def test_a_tenth_fewer_is_told() -> None:
    fewer = Observation(
        measure_id="besok",
        unit_id="kliniken",
        period=Period.parse("2025-Q2"),
        value=Decimal(500),
        reported=date(2025, 10, 12),
        correction="räknat om",
    )
    (told,) = load(EXAMPLE).with_observations([fewer]).check().starting("exempeldalen.2")
    assert told.found() == "Tandvården hade 500 besök 2025-Q2, mot 610 ett år tidigare"


def test_the_word_master_has_no_faults() -> None:
    assert check_master(MASTER).errors() == ()
