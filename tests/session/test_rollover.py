"""Rolling the examples over: the new workspaces load, hold what is open and start where the old year ended."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from styrmodell.api import BaselineKind, Kind, PlanState, RenderError, StyrmodellError, Workspace, load, rollover
from styrmodell.finding import FindingsError
from styrmodell.session.rollover import rollover as module
from styrmodell.session.rollover.rollover import Rollover

EXAMPLES = Path(__file__).parents[2] / "examples"
ROLLED = ("vasternorrland-2020", "vasternorrland-fiktiv-2020", "uppfoljning-2024", "dalarna-handlingsplan-2024")
OTHERS = ("dalarna-tandvard-2018", "galleri", "redovisning-2024")


def year_of(workspace: Workspace) -> int:
    assert workspace.plan is not None
    return workspace.plan.period.first_year


def roll(name: str, out: Path, **more: bool) -> tuple[Workspace, Workspace, Rollover]:
    old = load(EXAMPLES / name)
    found = rollover(old, year_of(old) + 1, out, with_forecast=more.get("with_forecast", False))
    assert found.workspace is not None, found.findings.text()
    return old, found.workspace, found


def codes(found: Rollover) -> Counter[str]:
    return Counter(one.code.code for one in found.findings)


@pytest.mark.parametrize("name", [*ROLLED, *OTHERS])
def test_the_new_workspace_has_no_errors_and_can_be_asked(name: str, tmp_path: Path) -> None:
    old, new, _ = roll(name, tmp_path / "ny")
    assert new.findings.errors() == ()
    assert new.plan is not None
    assert old.plan is not None
    assert new.plan.period == old.plan.period.shift(1)
    assert (new.plan.state, new.plan.dnr, new.plan.paragraph) == (PlanState.DRAFT, "", "")
    assert (new.plan.dated, new.plan.decided, new.plan.decision_id) == (None, None, None)
    assert (new.profile.key, new.include, new.settings, new.as_of) == (
        old.profile.key,
        old.include,
        old.settings,
        old.as_of,
    )
    for kept in ("units", "dimensions", "hierarchies", "tables"):
        assert Counter(getattr(new.plan, kept)) == Counter(getattr(old.plan, kept))


@pytest.mark.parametrize("name", [*ROLLED, *OTHERS])
def test_check_and_render_work_on_it(name: str, tmp_path: Path) -> None:
    old, new, _ = roll(name, tmp_path / "ny")
    assert new.check().errors() == ()
    # The gallery is of its own example's figures.
    reports = [key for key in new.reports() if key != "generic.galleri" or name == "galleri"]
    assert reports
    for key in reports:
        assert new.render(key, new.registry.reports[key].formats[-1]).data
    assert new.reports() == old.reports()


@pytest.mark.parametrize("name", ROLLED)
def test_rolling_over_twice_is_sound(name: str, tmp_path: Path) -> None:
    _, once, _ = roll(name, tmp_path / "ett")
    found = rollover(once, year_of(once) + 1, tmp_path / "tva")
    assert found.workspace is not None, found.findings.text()
    assert found.workspace.findings.errors() == ()
    assert not any("fran-" in Path(file).name for file in found.files)
    assert not any(file.count("fran-") > 1 for file in found.files)


def test_the_head_has_the_new_year_where_it_had_the_old(tmp_path: Path) -> None:
    _, new, _ = roll("vasternorrland-2020", tmp_path / "ny")
    assert new.plan is not None
    assert new.plan.id == "rlf-2021"
    assert new.plan.title == "Verksamhetsplan inklusive budgetskrivelse 2021"
    assert new.name == "Regionledningsförvaltningen 2021"


def test_files_of_which_all_follows_are_copied_with_their_comments(tmp_path: Path) -> None:
    roll("vasternorrland-fiktiv-2020", tmp_path / "ny")
    for file in ("matt.yaml", "indelningar.yaml", "tabeller.yaml"):
        old = EXAMPLES / "vasternorrland-fiktiv-2020" / file
        assert (tmp_path / "ny" / file).read_bytes() == old.read_bytes()


def test_files_are_read_in_the_scale_they_were_written_in(tmp_path: Path) -> None:
    """A file that is copied keeps its own block, whatever the pattern was that spoke of it."""
    roll("uppfoljning-2024", tmp_path / "ny")
    said = (tmp_path / "ny" / "styrmodell.toml").read_text(encoding="utf-8")
    assert '[[sources]]\nfiles = "atgarder.yaml"\nscale = "tkr"' in said
    assert '# unpivot = "period"' in said


def test_the_outcome_is_the_new_baseline_exactly(tmp_path: Path) -> None:
    old, new, found = roll("vasternorrland-fiktiv-2020", tmp_path / "ny")
    assert old.plan is not None
    assert new.plan is not None
    started = {measure.id: measure.baseline for measure in new.plan.measures if measure.baseline is not None}
    expected = {
        "kort-inv-svar": "0.912",
        "kort-med-sjuk": "0.059",
        "kort-pro-energi": "165",
        "kort-eko-resultat": "1420000",
    }
    for name, value in expected.items():
        baseline = started[name]
        assert baseline.kind is BaselineKind.VALUE
        assert baseline.values[0].value == Decimal(value) == old.value(name).number
        assert baseline.values[0].period == old.plan.period
    assert codes(found)["SM475"] == 1
    assert str(started["kort-eko-avtal"]) == "2019: 81 %"
    assert str(started["kort-pro-plan"]) == "2020: ja"
    assert (
        "| Sjukfrånvaro i procent av ordinarie arbetstid | exf | 5,9 % | utfall/styrkort.csv rad 5 |"
        in found.note.replace("\u00a0", " ")
    )


def test_an_outcome_of_half_a_year_is_no_baseline(tmp_path: Path) -> None:
    _, new, found = roll("uppfoljning-2024", tmp_path / "ny")
    assert new.plan is not None
    assert not any(one.kind is Kind.BASELINE for one in new.plan.observations)
    assert codes(found)["SM475"] == 11
    assert codes(found)["SM476"] == 4


def test_what_was_spent_is_added_up_exactly(tmp_path: Path) -> None:
    _, new, found = roll("vasternorrland-2020", tmp_path / "ny", with_forecast=True)
    assert new.plan is not None
    spent = {
        one.id: {amount.period.text: amount.value for amount in one.amounts if amount.accumulated}
        for one in (*new.plan.investments, *new.plan.projects)
    }
    exchange = spent["investering-komponentutbyte-regionfastigheter"]
    assert exchange == {"2018": Decimal(-6180000), "2019": Decimal(-19980000)}
    assert spent["projekt-8017"]["2019"] == Decimal(-4350000)
    assert spent["projekt-82591"] == {"2019": Decimal(-33000000)}
    assert codes(found)["SM472"] == 12
    html = new.render("vasternorrland.bilaga10b", "html").data.decode()
    assert "Utgift t o m 2019" in html
    assert "19\u00a0980" in html


def test_a_forecast_is_printed_as_not_reported_and_no_sum_counts_it_as_nothing(tmp_path: Path) -> None:
    _, new, found = roll("vasternorrland-fiktiv-2020", tmp_path / "ny")
    assert (codes(found)["SM472"], codes(found)["SM473"]) == (0, 17)
    tables = new.render("vasternorrland.bilaga10b", "html").data.decode().split("<tr")
    for label in ("Solceller, etapp 2", "Komponentutbyte, ventilation", "TOTALT FÖRVALTNING"):
        row = next(part for part in tables if label in part)
        assert row.count("ej rapporterat") >= 2, label


def test_the_figures_that_are_printed_again_follow(tmp_path: Path) -> None:
    old, new, found = roll("vasternorrland-2020", tmp_path / "ny")
    assert old.plan is not None
    assert new.plan is not None
    stayed = sum(one.count for one in found.left if one.kind == "observations")
    assert len(new.plan.observations) + stayed == len(old.plan.observations)
    plans = [one for one in old.plan.observations if one.kind is Kind.PLAN and one.period.text == "2021"]
    for one in plans:
        assert one in new.plan.observations or one.state.value == "stated"
    assert codes(found)["SM470"] == 1


def test_the_card_is_the_new_years_and_text_is_marked(tmp_path: Path) -> None:
    _, new, _ = roll("vasternorrland-2020", tmp_path / "ny")
    assert new.plan is not None
    assert [card.period.text for card in new.plan.scorecards] == ["2021"]
    assert {goal.period.text for goal in new.plan.goals if goal.period} == {"2021"}
    marked = [one for one in new.plan.sections if one.text]
    assert marked
    assert all(one.text.startswith("**Text från 2020, att skriva om.**\n\n") for one in marked)
    again = rollover(new, 2022, tmp_path / "tva").workspace
    assert again is not None
    assert again.plan is not None
    assert [one.text for one in again.plan.sections] == [one.text for one in new.plan.sections]


def test_actions_whose_time_is_over_stay_and_assignments_follow_with_their_decisions(tmp_path: Path) -> None:
    old, new, found = roll("dalarna-handlingsplan-2024", tmp_path / "ny")
    assert old.plan is not None
    assert new.plan is not None
    assert [one.id for one in new.plan.actions] == ["vardnara-regionservice", "skolskjuts"]
    assert [one.action_id for one in new.plan.action_reports] == ["vardnara-regionservice", "skolskjuts"]
    assert new.plan.assignments == old.plan.assignments
    assert any(one.correction for one in new.plan.observations)
    assert all(name.endswith(".csv") for name in found.files if "observationer" in name)
    named = {link.id for one in new.plan.assignments for link in (*one.decisions, *one.reports)}
    assert named <= {one.id for one in new.plan.decisions}
    stayed = Counter(one.kind for one in found.left)
    assert (stayed["actions"], stayed["action_reports"]) == (6, 6)
    assert stayed["decisions"] + len(new.plan.decisions) == len(old.plan.decisions)
    assert stayed["meetings"] + len(new.plan.meetings) == len(old.plan.meetings)
    assert "- åtgärder: `sater` Ta över måltidsleveranser" in found.note


def test_a_risk_that_is_done_stays(tmp_path: Path) -> None:
    _, new, found = roll("galleri", tmp_path / "ny")
    assert new.plan is not None
    assert [(one.kind, one.key, one.why) for one in found.left if one.kind == "risks"] == [
        ("risks", "buss", "genomförd")
    ]
    assert (tmp_path / "ny" / "texter" / "inledning.docx").exists()
    assert "- Skriv om texten i texter/inledning.docx; den är förra årets." in found.note


def test_the_code_plan_follows_for_the_ledgers_to_come(tmp_path: Path) -> None:
    old, new, _ = roll("redovisning-2024", tmp_path / "ny")
    assert (tmp_path / "ny" / "kodplan.csv").read_bytes() == (
        EXAMPLES / "redovisning-2024" / "kodplan.csv"
    ).read_bytes()
    assert "# [[ledgers]]" in (tmp_path / "ny" / "styrmodell.toml").read_text(encoding="utf-8")
    assert new.value("kopt-vard", period="2024").number == old.value("kopt-vard").number


def test_the_day_is_the_old_one_or_the_one_that_is_said(tmp_path: Path) -> None:
    old = load(EXAMPLES / "galleri")
    found = rollover(old, 2025, tmp_path / "ny", as_of=date(2024, 10, 1))
    assert found.workspace is not None
    assert found.workspace.as_of == date(2024, 10, 1)


def test_an_existing_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    with pytest.raises(RenderError, match="finns redan"):
        rollover(load(EXAMPLES / "galleri"), 2025, tmp_path / "ny")
    assert list((tmp_path / "ny").iterdir()) == []


@pytest.mark.parametrize("year", [2023, 2024, 10000])
def test_a_year_that_is_not_later_is_refused(year: int, tmp_path: Path) -> None:
    with pytest.raises(StyrmodellError, match="senare"):
        rollover(load(EXAMPLES / "galleri"), year, tmp_path / "ny")


def test_a_workspace_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FindingsError):
        rollover(load(EXAMPLES / "felaktig-arbetsbok"), 2025, tmp_path / "ny")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def full(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) > 3:
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr(module, "write_atomic", full)
    with pytest.raises(RenderError, match="disken är full"):
        rollover(load(EXAMPLES / "galleri"), 2025, tmp_path / "a" / "b" / "ny")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_read_back_equal_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_lost", lambda *_: ("risks",))
    found = rollover(load(EXAMPLES / "galleri"), 2025, tmp_path / "ny")
    assert [(one.code.code, one.found()) for one in found.findings] == [("SM479", "risks")]
    assert found.workspace is None
    assert list(tmp_path.iterdir()) == []
