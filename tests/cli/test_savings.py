"""`styrmodell savings`: the savings plan as tables and as data."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.savings.actions import action, report, savings_of

from styrmodell.aggregation.savings import savings_codes
from styrmodell.aggregation.savings.savings_plan import By
from styrmodell.api import load
from styrmodell.cli.savings import command
from styrmodell.errors import UnknownNameError
from styrmodell.finding import Code
from styrmodell.model.action import EffectBasis, OutcomeMethod
from styrmodell.model.period import Period
from styrmodell.report.savings_data import exact_text, savings_data
from styrmodell.report.savings_text import savings_tables

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "dalarna-handlingsplan-2024"
PAGE = (ROOT / "docs" / "how-to" / "handlingsplan.md").read_text(encoding="utf-8")
PLAN = """
plan: {id: p, unit: region, period: "2024"}
units:
  - {id: region, name: Regionen}
  - {id: hsf, name: Förvaltningen, parent: region}
  - {id: regionservice, name: Service, parent: region}
profile: {key: p, valid_from: 2024-01-01, name: Ord, versions: [tertial, delår]}
"""
TOML = """
[workspace]
format = 1
name = "Handlingsplan"
profile = "0.yaml"
as_of = 2024-12-31
files = ["*.yaml"]
[[sources]]
files = "*.yaml"
scale = "mnkr"
"""


def savings(*args: str, lang: str = "sv") -> Result:
    return CliRunner().invoke(command, [str(EXAMPLE), "--lang", lang, *args], standalone_mode=False)


def data(*args: str) -> dict:
    return json.loads(savings("--format", "json", *args).stdout)


def shown(text: str, title: str) -> list[list[str]]:
    """The cells of the lines below *title*, until the next empty line."""
    lines = text.replace("\u00a0", " ").split(f"\n{title}\n")[1].split("\n\n")[0].splitlines()
    return [re.split(r"\s{2,}", line.strip()) for line in lines]


def tables(plan, by=(By.UNIT,), lang="sv"):
    """Title → the cells of its rows."""
    found = savings_tables(plan, by, lang)
    return {one.title: [tuple(cell.replace("\u00a0", " ") for cell in row) for row in one.rows] for one in found}


def test_the_plan_as_a_whole_is_told_first():
    assert shown(savings().stdout, "Planen som helhet") == [
        ["mål", "prognos", "avvikelse", "av målet", "förändring"],
        ["Region Dalarna", "500,0", "337,0", "−163,0", "67 %", "+26,0"],
        ["Hälso- och sjukvårdsnämnden", "343,6", "226,0", "−117,6", "66 %", "+29,0"],
    ]


def test_every_action_has_a_line_and_the_last_is_their_sum():
    rows = shown(savings().stdout, "Åtgärder")
    assert rows[0] == ["åtgärd", "enhet", "mål", "utfall", "kvar", "av målet", "helår", "del av helår", "anmärkning"]
    school = ["Kostnadsneutrala skolskjutsar", "ktn", "25,0", "8,3", "16,7", "33 %", "18,0–19,0", "6,0–6,3"]
    assert [*school, "mindre lyckad; når inte målet ens på helår"] in rows
    assert rows[-1] == ["summa", "152,1", "119,0", "33,1", "78 %"]
    assert len(rows) == 10


def test_totals_are_told_by_unit_and_sum_to_the_whole():
    rows = shown(savings().stdout, "Per enhet")
    assert [row[:4] for row in rows[1:]] == [
        ["Hälso- och sjukvårdsnämnden", "5", "104,1", "94,7"],
        ["Kollektivtrafiknämnden", "1", "25,0", "8,3"],
        ["Regionservice", "2", "23,0", "16,0"],
        ["summa", "8", "152,1", "119,0"],
    ]


def test_what_lacks_a_net_calculation_is_counted_with_its_target():
    rows = shown(savings().stdout, "Antal och vad som saknas")
    actions = "vardnara-regionservice, vardnara-hsf, vaxla-ut, hyrpersonal"
    assert ["nettoeffekten är inte beräknad", "4", "96,5", actions] in rows
    assert ["prognos saknas", "8", "152,1", "alla"] in rows


def test_changes_are_told_with_their_comments():
    rows = shown(savings().stdout, "Prognosen sedan förra rapporten")
    assert rows[1] == [
        *("Handlingsplanen, prognos, Region Dalarna", "311,0", "337,0", "+26,0"),
        *("januari 2025", "slutet av januari 2025"),
    ]


def test_what_is_doubtful_is_told_beside_the_tables_and_is_no_failure():
    told = savings()
    assert told.return_value == 0
    assert "SM344 varning" in told.stderr
    assert "SM344" not in told.stdout


def test_a_unit_is_shown_with_those_below_it():
    assert [one["id"] for one in data("--unit", "ktn")["actions"]] == ["skolskjuts"]
    assert data("--unit", "hsn")["total"]["target"] == "104100000"


def test_figures_are_text_with_all_their_digits():
    (school,) = data("--unit", "ktn")["actions"]
    assert (school["target"], school["outcome"], school["reached"]) == ("25000000", "8300000", "0.332")
    assert school["part_year_effect"] == ["6000000", "19000000/3"]
    assert school["forecast"] is None
    assert school["cells"]["target"] == "value/atgard@region@2024/plan/skolskjuts.netto"


def test_only_what_is_asked_for_is_told_apart():
    assert list(data("--by", "origin", "--by", "basis")["by"]) == ["origin", "basis"]
    assert "Per ursprung" in savings("--by", "origin").stdout
    assert "Per enhet" not in savings("--by", "origin").stdout


def test_actions_are_chosen_by_feasibility():
    assert data("--feasibility", "1, 2")["actions"] == []
    with pytest.raises(click.UsageError, match="skriv siffror"):
        CliRunner().invoke(
            command, [str(EXAMPLE), "--feasibility", "hög"], standalone_mode=False, catch_exceptions=False
        )


def test_an_unknown_unit_is_refused():
    assert isinstance(savings("--unit", "hsm").exception, UnknownNameError)


def test_the_tables_are_read_in_english():
    text = savings(lang="en").stdout
    assert shown(text, "The plan as a whole")[0] == ["target", "forecast", "deviation", "of target", "change"]
    assert shown(text, "By unit")[-1][:3] == ["total", "8", "152,1"]


def test_a_column_without_a_figure_is_left_out():
    heading, *_ = tables(savings_of(action("a", 10), report("a", 4)))["Åtgärder"]
    assert heading == ("åtgärd", "enhet", "mål", "utfall", "kvar", "av målet")


def test_a_deviation_prints_its_sign_and_a_sum_that_lacks_a_figure_says_how_many_it_has():
    plan = savings_of(action("a", 10), action("b", 20), report("a", forecast=12))
    found = tables(plan)["Åtgärder"]
    assert found[0] == ("åtgärd", "enhet", "mål", "prognos", "avvikelse")
    assert found[1:] == [
        ("A", "hsf", "10,0", "12,0", "+2,0"),
        ("B", "hsf", "20,0", "–", "–"),
        ("summa", "", "30,0", "12,0 (1 av 2)", "– (1 av 2)"),
    ]


def test_it_is_said_when_printed_figures_do_not_add_up():
    off, right = savings_of(action("a", "0.04"), action("b", "0.04")), savings_of(action("a", 1), action("b", "0.5"))
    assert {one.remark for one in savings_tables(off)} == {"Summor kan avvika på grund av avrundning.", ""}
    assert {one.remark for one in savings_tables(right)} == {""}


def test_parts_stand_indented_below_their_whole_and_repetitions_say_who_counts_them():
    twin = action("c", 9, unit="stad", same_as_id="a", needs=("RF",))
    judged = report("b", 4, method=OutcomeMethod.JUDGED)
    rows = tables(savings_of(action("a"), action("b", 9, parent_id="a"), twin, judged))["Åtgärder"]
    assert [(row[0], row[-1]) for row in rows[1:]] == [
        ("A", ""),
        ("  B", "bedömt utfall"),
        ("C", "räknas i a; väntar på RF"),
        ("summa", ""),
    ]


def test_a_change_without_a_comment_is_marked():
    rows = (report("a", forecast=9, version="delår"), report("a", forecast=12, version="oktober"))
    plan = savings_of(action("a", 10), *rows)
    (row,) = tables(plan)["Prognosen sedan förra rapporten"][1:]
    assert row == ("A", "9,0", "12,0", "+3,0", "oktober", "kommentar saknas")


def test_a_plan_without_actions_has_no_tables():
    assert tables(savings_of()) == {}
    assert savings_data(savings_of())["total"]["target"] is None


def test_data_holds_all_that_a_line_tells():
    full = action(
        "a",
        20,
        basis=EffectBasis.GROSS,
        costs=[("stad", -7)],
        category="Ransonering",
        feasibility=2,
        needs=("RF",),
        owner="Nämnden",
        assessment="lyckad",
        first_month=Period.parse("2024-07"),
        full_year_effect=(30, 40),
    )
    told = (
        report("a", 5, 15, version="delår"),
        report("a", 8, 18, version="oktober", comment="fler", day="2024-10-31"),
    )
    (line,) = savings_data(savings_of(full, *told))["actions"]
    assert (line["gross"], line["counter_effects"], line["net"]) == ("20000000", "-7000000", "13000000")
    assert (line["deviation"], line["left"], line["reached"]) == ("-2000000", "12000000", "0.4")
    assert line["forecast_change"] == {
        "change": "3000000",
        "version": "oktober",
        "before": "delår",
        "comment": "fler",
    }
    assert (line["full_year_effect"], line["part_year_effect"]) == (["30000000", "40000000"], ["15000000", "20000000"])
    assert (line["reachable"], line["net_calculation"], line["needs"]) == (True, "calculated", ["RF"])
    assert (line["owner"], line["assessment"], line["comment"]) == ("Nämnden", "lyckad", "fler")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("146600000"), "146600000"),
        (Decimal("15600000.0"), "15600000"),
        (Decimal("-0.50"), "-0.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 8), "-0.875"),
        (Decimal(0), "0"),
        (None, None),
    ],
)
def test_a_figure_is_written_with_all_its_digits(value, text):
    assert exact_text(value) == text


@given(st.fractions(max_denominator=10**6) | st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_written_figure_is_read_back(value):
    assert Fraction(exact_text(value)) == Fraction(value)


def test_the_page_shows_what_the_command_prints():
    printed = savings().stdout.replace("\u00a0", " ").splitlines()
    blocks = re.findall(r"^```\n((?:Planen|Åtgärder|Antal).*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 3
    assert [line for block in blocks for line in block.splitlines() if line not in printed] == []


def test_what_the_page_tells_people_to_write_gives_the_figures_it_tells(tmp_path):
    (tmp_path / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(action.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 2
    for place, text in enumerate((PLAN, *blocks)):
        (tmp_path / f"{place}.yaml").write_text(text, encoding="utf-8")
    workspace = load(tmp_path)
    assert [one for one in workspace.findings if one.code.code.startswith("SM1")] == []
    (line,) = savings_data(workspace.savings())["actions"]
    assert (line["gross"], line["counter_effects"], line["net"]) == ("20000000", "-6000000", "14000000")
    assert (line["outcome"], line["forecast"], line["deviation"]) == ("2000000", "12000000", "-8000000")
    assert line["part_year_effect"] == ["10000000", "12000000"]
    assert line["forecast_change"]["change"] == "3000000"


def test_the_page_names_every_finding_about_savings():
    told = {code.code for code in vars(savings_codes).values() if isinstance(code, Code)}
    assert told <= set(re.findall(r"SM3\d\d", PAGE))
