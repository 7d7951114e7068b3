"""The published counts of the board's plan, recomputed from an example whose content is made up.

74 indicators and assignments and 731 activities; one of the indicators serves three målområden and is one.
"""

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from styrmodell.api import Document, NewPage, Workspace, load, workload

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "jamtland-harjedalen-fiktiv-2024"
GOLDEN = yaml.safe_load((ROOT / "tests" / "golden" / "jh_plan_2024.yaml").read_text(encoding="utf-8"))
SHARED = "medarbetarsamtal"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_jamtland_harjedalen", reason="needs the plugin styrmodell-jamtland-harjedalen")
    return load(EXAMPLE).require()


def document(workspace: Workspace, key: str) -> Document:
    publisher = workspace.publisher
    spec = publisher.spec(key)
    (unit, period), *_ = publisher.instances(spec)
    return publisher.document(spec, unit, period)


@pytest.fixture(scope="module")
def follow_up(workspace: Workspace) -> Document:
    return document(workspace, "jamtland-harjedalen.uppfoljning")


def table(made: Document, key: str) -> dict[str, dict[str, str]]:
    (found,) = [one for one in made.tables() if one.key == key]
    columns = [column.key for column in found.columns]
    return {row.key: dict(zip(columns, (cell.text for cell in row.cells), strict=True)) for row in found.rows}


def told() -> list[dict[str, str]]:
    with (EXAMPLE / "aktiviteter.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_published_counts_come_from_the_plan(workspace: Workspace, follow_up: Document) -> None:
    assert workspace.plan is not None
    load = workload(workspace.plan)
    items, activities = (one["value"] for one in GOLDEN["counts"])
    assert (len(load.items), len(workspace.plan.activities)) == (items, activities)
    ratio = Fraction(activities, items)
    assert round(float(ratio), 2) == GOLDEN["derived"]["aktiviteter_per_nyckeltal_eller_uppdrag"]
    text = " ".join(getattr(block, "text", "") for block in follow_up.flow)
    assert "74 kortsiktiga nyckeltal och uppdrag, och 731 aktiviteter, 9,9 för varje" in text


def test_the_plan_says_when_it_was_decided_and_its_statuses_are_the_published(workspace: Workspace) -> None:
    assert workspace.plan is not None
    assert str(workspace.plan.decided) == GOLDEN["plan"]["decided"]
    assert {row["Status"] for row in told()} == set(GOLDEN["status_values"])


def test_most_activities_are_begun_or_done_as_the_source_states(workspace: Workspace, follow_up: Document) -> None:
    row = table(follow_up, "aktiviteter")["alla"]
    assert int(row["started"]) + int(row["done"]) > int(row["antal"]) / 2
    assert sum(int(row[name]) for name in ("planned", "started", "done")) == int(row["antal"])


def test_activities_are_counted_by_unit_and_status_as_the_file_has_them(follow_up: Document) -> None:
    counted = Counter((row["Område"], row["Status"]) for row in told())
    for unit, row in table(follow_up, "aktiviteter").items():
        if unit != "alla":
            shown = {"planerad": row["planned"], "påbörjad": row["started"], "genomförd": row["done"]}
            assert {word: int(text) for word, text in shown.items()} == {word: counted[unit, word] for word in shown}


def test_an_indicator_of_three_areas_is_shown_in_each_and_counted_once(
    workspace: Workspace, follow_up: Document
) -> None:
    places = [one.key for one in follow_up.tables() if any(row.key == SHARED for row in one.rows)]
    assert places == ["nyckeltal-kvalitet", "nyckeltal-kompetens", "nyckeltal-utveckling"]
    shown = {table(follow_up, key)[SHARED]["utfall"] for key in places}
    assert len(shown) == 1
    assert shown != {"ej rapporterat"}
    for one in follow_up.tables():
        marks = {row.notes for row in one.rows if row.key == SHARED}
        assert marks <= {("*)",)}
    counts = table(follow_up, "placeringar")
    assert {name: (row["antal"], row["platser"]) for name, row in counts.items()} == {
        "nyckeltal": ("52", "54"),
        "uppdrag": ("22", "22"),
    }


def test_it_is_reported_by_four_areas_and_only_once_by_each(workspace: Workspace) -> None:
    assert workspace.plan is not None
    own = [one for one in workspace.plan.observations if one.measure_id == SHARED]
    assert {one.unit_id for one in own} == {"akut", "medicin", "kirurgi", "psykiatri"}
    assert max(Counter((one.unit_id, one.period) for one in own).values()) == 1
    value = workspace.value(SHARED, unit="hsn", period="2024-08")
    newest = [one for one in own if one.period.text == "2024-08"]
    upper, lower = (sum(getattr(one, name) for one in newest) for name in ("numerator", "denominator"))
    assert value.exact == Fraction(upper) / Fraction(lower)


def test_the_tertials_agree_with_the_books(workspace: Workspace) -> None:
    with (EXAMPLE / "siffror" / "ekonomi.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    publisher = workspace.publisher
    spec = publisher.spec("jamtland-harjedalen.tertialrapport")
    for unit, period in publisher.instances(spec):
        made = publisher.document(spec, unit, period)
        (found,) = [one for one in made.tables() if one.key == "ekonomi"]
        months = {f"2024-{month:02}" for month in range(1, period.months + 1)}
        for row in found.rows:
            names = ("intakter", "kostnader") if row.key == "resultat" else (row.key,)
            wanted = sum(
                int(one["varde"])
                for one in rows
                if one["matt"] in names and one["period"] in months and one["typ"] == "utfall"
            )
            assert row.cells[0].figure == wanted


def test_more_than_the_limits_of_the_profile_is_told(workspace: Workspace) -> None:
    found = [finding.found() for finding in workspace.check() if finding.code.code == "SM274"]
    assert "74 nyckeltal och uppdrag: planen" in found


def test_what_has_come_further_than_its_status_is_told_of_each_area(workspace: Workspace, follow_up: Document) -> None:
    found = [one for one in workspace.check() if one.code.code == "jamtland-harjedalen.1"]
    behind = {unit: row["efter"] for unit, row in table(follow_up, "aktiviteter").items() if unit != "alla"}
    assert len(found) == sum(int(count) > 0 for count in behind.values())
    assert int(table(follow_up, "aktiviteter")["alla"]["efter"]) == sum(map(int, behind.values()))


def test_the_follow_up_turns_its_pages_once_and_its_parts_share_them(follow_up: Document) -> None:
    assert [block.landscape for block in follow_up.flow if isinstance(block, NewPage)] == [True]
