"""Follow-through: what each unit has done, what lacks, what was reported back, and when it is too late."""

from pathlib import Path

import pytest

from styrmodell.api import Document, Table, load

EXAMPLES = Path(__file__).parents[4] / "examples"
REPORT = "dalarna.efterlevnad"


def built(example: str) -> Document:
    publisher = load(EXAMPLES / example).require().publisher
    ((unit, period),) = publisher.instances(publisher.spec(REPORT))
    return publisher.document(publisher.spec(REPORT), unit, period)


@pytest.fixture(scope="module")
def document() -> Document:
    return built("dalarna-fiktiv-2024")


@pytest.fixture(scope="module")
def audited() -> Document:
    return built("dalarna-handlingsplan-2024")


def table(document: Document, key: str) -> Table:
    return next(one for one in document.tables() if one.key == key)


def texts(document: Document, key: str) -> dict[str, dict[str, str]]:
    found = table(document, key)
    return {
        row.key: {column.key: cell.text for column, cell in zip(found.columns, row.cells, strict=True)}
        for row in found.rows
    }


def test_each_unit_has_its_steps_counted(document: Document) -> None:
    assert texts(document, "enheter")["regionservice"] == {
        "alla": "9",
        "klara": "8",
        "sena": "1",
        "saknas": "1",
        "ej-forfallna": "0",
    }


def test_reports_that_have_not_come_are_listed_with_how_late_they_are(document: Document) -> None:
    found = texts(document, "saknas")
    assert list(found) == ["delar-namnd-sn-2024-01-2024-07", "manadsrapport-regionservice-2024-10"]
    assert (found["delar-namnd-sn-2024-01-2024-07"]["senast"], found["delar-namnd-sn-2024-01-2024-07"]["dagar"]) == (
        "2024-08-31",
        "153",
    )


def test_a_step_shows_the_day_it_was_done_how_late_it_was_and_that_it_lacks(document: Document) -> None:
    months = texts(document, "steg-manadsrapport")
    assert months["hsf"]["p2024-05"] == "2024-06-24 (+9)"
    assert months["hsf"]["p2024-06"] == "2024-07-12"
    assert months["regionservice"]["p2024-10"] == "saknas"
    assert texts(document, "steg-berattelse")["hsn"]["p2024"] == "senast 2025-02-15"


def test_an_assignment_is_reported_back_late_closed_or_not_at_all(document: Document) -> None:
    found = {key: (row["lage"], row["dagar"]) for key, row in texts(document, "uppdrag").items()}
    assert found == {
        "plan-hyrpersonal": ("Avslutat", ""),
        "koer": ("Återrapporterat, inte avslutat", "112"),
        "energiplan": ("Inte återrapporterat i tid", "123"),
    }


def test_the_audited_assignments_stand_as_the_auditors_found_them(audited: Document) -> None:
    found = {key: row["lage"] for key, row in texts(audited, "uppdrag").items()}
    assert found["hsn-2024-08-27-93-2"] == "Inte återrapporterat i tid"
    assert list(found.values()).count("Återrapporterat, inte avslutat") == 3


def test_a_plan_without_a_calendar_says_so(audited: Document) -> None:
    said = [block.text for block in audited.blocks if getattr(block, "text", "").startswith("Underlag saknas")]
    assert said == ["Underlag saknas: steg i årshjulet (calendar)."]
