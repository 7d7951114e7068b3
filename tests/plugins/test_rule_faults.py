"""A rule that fails: told with its own distribution, version and hook, whoever's report asked for the figure."""

from pathlib import Path

import pytest
from tests.plugins.faulty import install

from styrmodell.api import PluginError, Workspace, diff, form, load, make_registry
from styrmodell.cli.main import run
from styrmodell.plugins.rule_guard import guarded_rules

BLAMED = "dalig (styrmodell-dalig 1.2.3) styrmodell_rules dalig.regel"
PLAN = """
plan: {id: p, unit: vard, period: "2020", state: decided}
units: [{id: vard, name: Vård}, {id: akut, name: Akut, parent: vard}, {id: barn, name: Barn, parent: vard}]
measures:
  - {id: hel, name: Hel, unit: kr, rule: sum}
  - {id: trasig, name: Trasig, unit: kr, rule: dalig.regel}
"""
FIGURES = """enhet;matt;period;typ;varde
akut;hel;2020;utfall;1
barn;hel;2020;utfall;2
akut;trasig;2020;utfall;1
barn;trasig;2020;utfall;2
"""
# rapporter prints both measures in a report of its own, and one that is sound in another.
REPORTS = """
from styrmodell.api import Column, Kind, Row, TableSpec, ref


def table_of(context, *measures):
    rows = tuple(Row(key=one, label=one, cell=ref(one)) for one in measures)
    columns = (Column(key="u", label="Utfall", kind=Kind.OUTCOME),)
    spec = TableSpec(key="t", caption="T", row_header="R", rows=rows, columns=columns)
    return Document(title="Rapport", blocks=(context.table(spec),))


def whole(context):
    return table_of(context, "hel")


def broken(context):
    return table_of(context, "hel", "trasig")


@hookimpl
def styrmodell_reports():
    return (report("rapporter.hel", whole), report("rapporter.trasig", broken))
"""
RULE = """
def first(item):
    return item.observation.value


def add(one, other):
    return one + other


def same(state):
    return state


def {part}(*given):
    {body}


@hookimpl
def styrmodell_rules():
    return [Rule(key="dalig.regel", title=TITLE, identity=0, lift=first, combine=add, lower=same{more})]
"""
# Name → (function, its body, words that are told).
FAULTS = {
    "lift raises": (
        "first",
        "raise KeyError('hoppsan')",
        ("lift: KeyError: 'hoppsan'", "för trasig akut 2020 (v.csv rad 4)"),
    ),
    "combine raises": ("add", "raise ZeroDivisionError('hoppsan')", ("combine: ZeroDivisionError: hoppsan",)),
    "lower raises": ("same", "return given[0] / 0", ("lower: DivisionByZero",)),
    "lower is not exact": ("same", "return given[0] / 7", ("lower: Inexact", "för Decimal('3')")),
    "lower leaves": ("same", "sys.exit(0)", ("lower: SystemExit: 0",)),
    "lower gives a float": ("same", "return 1.5", ("lower: lower gave a float",)),
    "lower gives text": ("same", "return 'tre'", ("lower: lower gave a str",)),
    "gather raises": ("gather", "raise ValueError('hoppsan')", ("gather: ValueError: hoppsan", "för trasig akut 2020")),
    "unit raises": ("unit", "raise ValueError('hoppsan')", ("unit: ValueError: hoppsan", "för 'kr'")),
}


@pytest.fixture
def plan(site: Path, tmp_path: Path) -> Path:
    install(site, "rapporter", REPORTS)
    folder = tmp_path / "plan"
    folder.mkdir()
    text = '[workspace]\nformat = 1\nname = "P"\nas_of = 2020-12-31\nfiles = ["*.yaml", "*.csv"]\n'
    text += '[reports]\ninclude = ["rapporter.hel", "rapporter.trasig"]\n'
    (folder / "styrmodell.toml").write_text(text, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "v.csv").write_text(FIGURES, encoding="utf-8")
    return folder


def install_rule(site: Path, name: str) -> tuple[str, ...]:
    """Install the plugin whose rule has the fault *name*; what is to be said of it."""
    part, body, words = FAULTS[name]
    more = f", {part}={part}" if part in ("gather", "unit") else ""
    install(site, "dalig", RULE.format(part=part, body=body, more=more))
    return words


@pytest.mark.parametrize("name", FAULTS)
def test_a_rule_that_fails_is_told_as_its_own_plugins_and_the_other_report_is_written(
    name: str, site: Path, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = install_rule(site, name)
    arguments = ["--plugins", "rapporter,dalig", "--out", str(tmp_path / "ut"), "--lang", "sv"]
    assert run(["render", str(plan), *arguments]) == 5
    told = capsys.readouterr().err
    assert "SM510 fel rapporter.trasig.html" in told
    assert BLAMED in told
    assert [one for one in words if one not in told] == []
    assert "rapporter.trasig görs inte; ge de mått som har regeln dalig.regel en annan" in told
    assert "SM401" not in told
    assert "styrmodell-rapporter" not in told
    assert (tmp_path / "ut" / "rapporter.hel.html").is_file()
    assert not (tmp_path / "ut" / "rapporter.trasig.html").exists()


def test_a_rule_that_fails_is_fatal_with_strict(
    site: Path, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_rule(site, "lower raises")
    arguments = [str(plan), "--plugins", "rapporter,dalig", "--strict"]
    assert run(["render", *arguments, "--out", str(tmp_path / "ut")]) == 5
    assert f"{BLAMED}: lower: DivisionByZero" in capsys.readouterr().err
    assert run(["check", *arguments]) == 5


def test_check_tells_of_a_rule_that_fails_once_for_each_report_and_checks_the_rest(
    site: Path, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_rule(site, "combine raises")
    (plan / "w.csv").write_text("enhet;matt;period;typ;varde\nakut;hel;2020;utfall;7\n", encoding="utf-8")
    assert run(["check", str(plan), "--plugins", "rapporter,dalig", "--lang", "sv"]) == 5
    told = capsys.readouterr().out
    assert told.count("SM510 fel rapporter.trasig") == 1
    assert "rapporter.hel görs inte" not in told
    assert "SM309" in told


def test_asking_for_the_value_names_the_rule_and_the_figure_it_failed_on(site: Path, plan: Path) -> None:
    install_rule(site, "lift raises")
    workspace = loaded(plan)
    with pytest.raises(
        PluginError, match=r"dalig \(styrmodell-dalig 1\.2\.3\)[\s\S]*trasig akut 2020 \(v\.csv rad 4\)"
    ):
        workspace.value("trasig")
    assert workspace.value("hel").number == 3
    with pytest.raises(PluginError, match="SM510"):
        workspace.explain_value("trasig")


def test_asking_for_the_value_on_the_command_line_ends_as_a_plugins_fault(
    site: Path, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_rule(site, "combine raises")
    assert run(["explain", str(plan), "--plugins", "rapporter,dalig", "--measure", "trasig"]) == 5
    assert BLAMED in capsys.readouterr().err


def test_a_form_and_a_comparison_tell_of_it_and_go_on(site: Path, plan: Path, tmp_path: Path) -> None:
    install_rule(site, "combine raises")
    workspace = loaded(plan)
    compared = diff(workspace, workspace).findings.starting("SM510")
    assert [str(one.source) for one in compared] == ["rapporter.trasig", "dalig.regel"]
    made = form(workspace, tmp_path / "blanketter", units=["akut"])
    assert [Path(file).suffix for file in made.files] == [".xlsx"]


def test_the_built_in_rules_are_not_guarded(site: Path) -> None:
    install_rule(site, "lower raises")
    registry = make_registry(only=["dalig"])
    guarded = guarded_rules(registry)
    assert guarded["sum"] is registry.rules["sum"]
    assert guarded["dalig.regel"] is not registry.rules["dalig.regel"]


def loaded(plan: Path) -> Workspace:
    return load(plan, registry=make_registry(only=["rapporter", "dalig"]))
