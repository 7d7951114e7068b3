"""The plan for balance: its sums, its waterfall, what lacks, what was reported and what was decided."""

from fractions import Fraction
from pathlib import Path

import pytest

from styrmodell.api import Cell, Chart, ChartKind, Document, Paragraph, Table, Workspace, load

EXAMPLES = Path(__file__).parents[4] / "examples"
REPORT = "dalarna.handlingsplan"


def built(workspace: Workspace, unit: str = "region") -> Document:
    publisher = workspace.publisher
    return publisher.document(publisher.spec(REPORT), unit, publisher.plan.period)


@pytest.fixture(scope="module")
def fictitious() -> Workspace:
    return load(EXAMPLES / "dalarna-fiktiv-2024").require()


@pytest.fixture(scope="module")
def printed() -> Workspace:
    return load(EXAMPLES / "dalarna-handlingsplan-2024").require()


@pytest.fixture(scope="module")
def document(fictitious: Workspace) -> Document:
    return built(fictitious)


@pytest.fixture(scope="module")
def audited(printed: Workspace) -> Document:
    return built(printed)


def table(document: Document, key: str) -> Table:
    return next(one for one in document.tables() if one.key == key)


def column(document: Document, key: str, name: str) -> dict[str, str]:
    found = table(document, key)
    place = [one.key for one in found.columns].index(name)
    return {row.key: row.cells[place].text.replace("\u00a0", " ") for row in found.rows}


def exact(document: Document, key: str, row: str, name: str) -> Fraction:
    found = table(document, key)
    place = [one.key for one in found.columns].index(name)
    cell = next(one.cells[place] for one in found.rows if one.key == row)
    assert isinstance(cell, Cell)
    assert cell.explanation is not None
    assert cell.explanation.exact is not None
    return Fraction(cell.explanation.exact)


def words(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks if isinstance(block, Paragraph))


def test_sums_are_of_the_likeliest_actions_the_next_too_and_all(document: Document, fictitious: Workspace) -> None:
    counted = column(document, "genomforbarhet", "antal")
    own = [one for one in fictitious.publisher.plan.actions if one.same_as_id is None]
    assert counted == {
        "ett": str(sum(one.feasibility == 1 for one in own)),
        "ett-tva": str(sum(one.feasibility in (1, 2) for one in own)),
        "alla": str(len(own)),
    }
    whole = fictitious.savings().select(feasibility=(1, 2)).total
    assert exact(document, "genomforbarhet", "ett-tva", "avvikelse") == whole.deviation.exact


def test_the_steps_of_the_waterfall_lead_from_target_to_forecast(document: Document) -> None:
    (chart,) = [one for one in document.charts() if one.kind is ChartKind.WATERFALL]
    keys = [row.key for row in chart.table.rows]
    ends = {row.key for row in chart.table.rows if row.level == "total"}
    assert ends == {keys[0], keys[-1]} == {"mal", "prognos"}
    steps = sum((exact(document, chart.table.key, key, "belopp") for key in keys[1:-1]), Fraction(0))
    assert exact(document, chart.table.key, "mal", "belopp") + steps == exact(
        document, chart.table.key, "prognos", "belopp"
    )
    assert exact(document, chart.table.key, "mal", "belopp") == exact(document, "genomforbarhet", "alla", "mal")


def test_the_newest_of_the_series_is_the_sum_of_the_actions(document: Document) -> None:
    last = list(column(document, "serie", "prognos"))[-1]
    assert exact(document, "serie", last, "prognos") == exact(document, "genomforbarhet", "alla", "prognos")
    assert exact(document, "serie", last, "beraknad") == exact(document, "genomforbarhet", "alla", "avvikelse")


def test_a_forecast_of_some_actions_is_held_against_the_target_of_the_same(document: Document) -> None:
    said = column(document, "serie", "anmarkning")["atgarder-p07"]
    assert said == "16 av 17 åtgärder har lämnat prognos; målet är deras."


def test_where_no_action_has_a_forecast_it_is_said_and_the_outcomes_are_drawn(audited: Document) -> None:
    assert "Prognos saknas för 8 av 8 åtgärder" in words(audited)
    assert [one.key for one in audited.charts()] == ["vattenfall-helhet", "vattenfall-utfall"]
    steps = column(audited, "vattenfall-utfall", "belopp")
    assert (steps["mal"], steps["utfall"], steps["steg-narakuten"]) == ("152,1", "119,0", "−12,0")


def test_what_no_unit_has_told_is_a_step_of_its_own(audited: Document) -> None:
    """337 − 500 is −163, of which the board's 226 − 343,6 is −117,6."""
    steps = column(audited, "vattenfall-helhet", "belopp")
    assert steps == {"mal": "500,0", "steg-hsn": "−117,6", "ovrigt": "−45,4", "prognos": "337,0"}


def test_lacks_are_listed_by_sort(audited: Document) -> None:
    found: dict[str, list[str]] = {}
    for row in table(audited, "brister").rows:
        found.setdefault(row.group, []).append(row.label)
    assert next(iter(found)) == "Två poster på samma förändring"
    assert len(found["Nettoeffekten är inte beräknad"]) == 4
    assert len(found["Prognos saknas"]) == 8
    assert found["Målet nås inte ens ett helt år"] == ["Kostnadsneutrala skolskjutsar"]


def test_only_the_board_has_made_active_decisions(audited: Document) -> None:
    """As the auditors found: two of the board, none of the others."""
    active = column(audited, "beslut-antal", "aktiva")
    names = [row.label for row in table(audited, "beslut-antal").rows]
    assert {name: count for name, count in zip(names, active.values(), strict=True) if count != "0"} == {
        "Hälso- och sjukvårdsnämnden": "2"
    }


def test_what_was_only_noted_stands_by_itself(audited: Document, printed: Workspace) -> None:
    plan = printed.publisher.plan
    noted = {str(one.id) for one in plan.decisions if one.kind is not None and one.kind.value == "noted"}
    assert {row.key for row in table(audited, "antecknat").rows} == noted
    assert not noted & {row.key for row in table(audited, "beslut").rows}


def test_each_body_with_actions_has_a_report_of_its_own(printed: Workspace) -> None:
    publisher = printed.publisher
    assert [unit for unit, _ in publisher.instances(publisher.spec(REPORT))] == ["region", "hsn", "ktn"]
    board = built(printed, "ktn")
    assert [row.key for row in table(board, "atgarder").rows] == ["skolskjuts"]
    assert not [one for one in board.charts() if isinstance(one, Chart) and one.key == "vattenfall-helhet"]
