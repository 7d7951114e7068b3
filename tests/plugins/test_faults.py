"""Every way in which an installed plugin may be wrong: told with distribution and version, and the rest works."""

import sys
from pathlib import Path

import pytest
from attrs import frozen
from tests.plugins.faulty import install

from styrmodell.api import PluginError, Registry, UnknownNameError, make_registry
from styrmodell.cli.main import run

REPORTS = "@hookimpl\ndef styrmodell_reports():\n"
PLAN = """
plan: {id: p, unit: vard, period: "2020"}
units: [{id: vard, name: Vård}]
"""


@frozen(kw_only=True)
class Fault:
    """A plugin that is wrong, and how that is told.

    Attributes:
        says: Words of the finding: found, expected or do.
        off: Whether the whole plugin is switched off; else what is wrong alone is left out.
    """

    code: str
    module: str
    says: tuple[str, ...] = ()
    off: bool = True


FAULTS = {
    "a misspelt hook": Fault(
        code="SM503",
        module="@hookimpl\ndef styrmodell_report():\n    return ()",
        says=("styrmodell_report", "menade du styrmodell_reports"),
    ),
    "a wrong argument": Fault(
        code="SM503",
        module="@hookimpl\ndef styrmodell_reports(plan):\n    return ()",
        says=("styrmodell_reports(plan)", "utan argument"),
    ),
    "a hook without its mark": Fault(
        code="SM503", module="def styrmodell_reports():\n    return ()", says=("styrmodell_reports without @hookimpl",)
    ),
    "raises at import": Fault(code="SM501", module="raise ZeroDivisionError('hoppsan')", says=("hoppsan",)),
    "leaves at import": Fault(code="SM501", module="sys.exit(3)", says=("SystemExit: 3",)),
    "raises a fault that cannot be told": Fault(
        code="SM501",
        module="class Mute(Exception):\n    def __str__(self):\n        raise self\n\nraise Mute()",
        says=("Mute",),
    ),
    "an entry point to nothing": Fault(code="SM501", module="", says=("ModuleNotFoundError", "styrmodell_dalig")),
    "raises at registration": Fault(
        code="SM501",
        module="class Plugin:\n    def __getattribute__(self, name):\n        raise OSError('stopp')\n\n"
        "plugin = Plugin()",
        says=("OSError: stopp",),
    ),
    "raises in a hook": Fault(
        code="SM502", module=REPORTS + "    raise ZeroDivisionError('hoppsan')", says=("styrmodell_reports", "hoppsan")
    ),
    "leaves in a hook": Fault(code="SM502", module=REPORTS + "    sys.exit('adjö')", says=("SystemExit: adjö",)),
    "raises in a result that is read later": Fault(
        code="SM502",
        module=REPORTS + "    yield report('dalig.a')\n    raise ZeroDivisionError('hoppsan')",
        says=("styrmodell_reports", "hoppsan"),
    ),
    "gives nothing": Fault(code="SM507", module=REPORTS + "    report('dalig.a')", says=("ger NoneType", "ReportSpec")),
    "gives one thing alone": Fault(
        code="SM507", module=REPORTS + "    return report('dalig.a')", says=("en följd av ReportSpec",)
    ),
    "gives text": Fault(code="SM507", module=REPORTS + "    return 'dalig.a'", says=("ger str",)),
    "gives things of another kind": Fault(
        code="SM507", module=REPORTS + "    return [check('dalig.a')]", says=("ger Check", "ReportSpec")
    ),
    "another plugin_api": Fault(code="SM506", module="plugin_api = 2", says=("plugin_api 2", "plugin_api 1")),
    "a key of somebody else's": Fault(
        code="SM505", module=REPORTS + "    return [report('bra.b')]", says=("bra.b", "dalig."), off=False
    ),
    "a code of somebody else's": Fault(
        code="SM505",
        module="CODE = Code(code='SM999', severity=Severity.NOTE, title=TITLE, expected=TITLE, do=TITLE)\n"
        "@hookimpl\ndef styrmodell_checks():\n"
        "    return [Check(key='dalig.a', codes=(CODE,), run=lambda context: ())]",
        says=("SM999 från dalig", "dalig."),
        off=False,
    ),
    "no plugin_api": Fault(
        code="SM509", module="del plugin_api", says=("plugin_api = 1", "styrmodell_dalig"), off=False
    ),
    "prints at import": Fault(code="SM508", module="print('hej hej')", says=("import: hej hej",), off=False),
    "prints by way of the buffer": Fault(
        code="SM508", module="sys.stdout.buffer.write('råd'.encode())", says=("import: råd",), off=False
    ),
    "prints in a hook": Fault(
        code="SM508",
        module=REPORTS + "    print('hej' * 99)\n    return ()",
        says=("styrmodell_reports: hejhej", "…"),
        off=False,
    ),
    "one report twice": Fault(
        code="SM504", module=REPORTS + "    return [report('dalig.a'), report('dalig.a')]", says=("dalig.a",), off=False
    ),
    "one check twice": Fault(
        code="SM504",
        module="@hookimpl\ndef styrmodell_checks():\n    return [check('dalig.a'), check('dalig.a')]",
        says=("dalig.a",),
        off=False,
    ),
    "one rule twice": Fault(
        code="SM504",
        module="@hookimpl\ndef styrmodell_rules():\n    return [rule('dalig.a'), rule('dalig.a')]",
        says=("dalig.a",),
        off=False,
    ),
    "one profile of one day twice": Fault(
        code="SM504",
        module="@hookimpl\ndef styrmodell_profiles():\n    return [profile('dalig'), profile('dalig')]",
        says=("dalig 2020-01-01",),
        off=False,
    ),
}
GIVEN = {
    "styrmodell_reports": "report('dalig.a')",
    "styrmodell_checks": "check('dalig.a')",
    "styrmodell_rules": "rule('dalig.a')",
    "styrmodell_profiles": "profile('dalig', int(__name__[-1], 36) + 2000)",
}


def install_fault(site: Path, fault: Fault) -> None:
    entry = "styrmodell_dalig:plugin" if "plugin = Plugin()" in fault.module else ""
    install(site, "dalig", fault.module, entry=entry)


def active(registry: Registry) -> dict[str, bool]:
    return {plugin.name: plugin.active for plugin in registry.plugins if plugin.name != "generic"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_distribution_and_version_and_the_rest_works(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = FAULTS[name]
    install_fault(site, fault)
    registry = make_registry(only=["bra", "dalig"])
    assert [finding.code.code for finding in registry.findings] == [fault.code]
    told = registry.findings.text("sv")
    assert "dalig (styrmodell-dalig 1.2.3)" in told
    assert [words for words in fault.says if words not in told] == []
    assert "bra.a" in registry.reports
    assert active(registry) == {"bra": True, "dalig": not fault.off}
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", FAULTS)
def test_strict_makes_any_fault_fatal(name: str, site: Path) -> None:
    install_fault(site, FAULTS[name])
    with pytest.raises(PluginError, match=rf"{FAULTS[name].code}[\s\S]*dalig \(styrmodell-dalig 1\.2\.3\)"):
        make_registry(only=["bra", "dalig"], strict=True)


@pytest.mark.parametrize("hook", GIVEN)
def test_a_key_that_two_distributions_give_is_told_and_the_first_by_name_is_used(hook: str, site: Path) -> None:
    for distribution in ("paket-b", "paket-a"):
        code = f"@hookimpl\ndef {hook}():\n    return [{GIVEN[hook]}]"
        install(site, "dalig", code, distribution=distribution)
    (finding,) = make_registry(only=["dalig"]).findings
    assert finding.code.code == "SM504"
    assert "både dalig (paket-b 1.2.3) och dalig (paket-a 1.2.3)" in finding.found()
    assert finding.do() == "avinstallera den ena; dalig (paket-a 1.2.3) används"


def test_several_profiles_of_one_plugin_with_different_days_are_no_fault(site: Path) -> None:
    code = "@hookimpl\ndef styrmodell_profiles():\n    return [profile('dalig', 2018), profile('dalig', 2024)]"
    install(site, "dalig", code)
    registry = make_registry(only=["dalig"])
    assert registry.findings == ()
    assert len(registry.profiles["dalig"]) == 2


def test_ctrl_c_while_a_plugin_loads_stops_the_run(site: Path) -> None:
    install(site, "dalig", "raise KeyboardInterrupt")
    stdout = sys.stdout
    with pytest.raises(KeyboardInterrupt):
        make_registry(only=["dalig"])
    assert sys.stdout is stdout


def test_a_plugin_that_is_not_installed_is_told_with_what_looks_alike(site: Path) -> None:
    install(site, "dalig", "")
    with pytest.raises(UnknownNameError, match="did you mean dalig"):
        make_registry(only=["daligt"])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A workspace that includes a report of each plugin."""
    folder = tmp_path / "plan"
    folder.mkdir()
    text = '[workspace]\nformat = 1\nname = "P"\nas_of = 2020-12-31\nfiles = ["*.yaml"]\n'
    text += '[reports]\ninclude = ["bra.a", "dalig.a"]\n'
    (folder / "styrmodell.toml").write_text(text, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


BUILDS = {
    "raises": ("raise ZeroDivisionError('hoppsan')", "ZeroDivisionError: hoppsan"),
    "leaves": ("sys.exit(0)", "SystemExit: 0"),
    "gives nothing": ("pass", "build gave a NoneType, not a Document"),
    "gives what is no block": ("return Document(title='R', blocks=('text',))", "holds a str, which is no block"),
    "raises while its blocks are read": (
        "return Document(title='R', blocks=(1 / 0 for _ in 'a'))",
        "ZeroDivisionError: division by zero",
    ),
    "names a figure that is not there": (
        "from styrmodell.api import Paragraph\n    return Document(title='R', blocks=(Paragraph(markdown='{{ a }}'),))",
        "no figure is called a",
    ),
}


def faulty_report(site: Path, body: str) -> None:
    code = f"def faulty(context):\n    {body}\n\n\n{REPORTS}    return [report('dalig.a', faulty)]"
    install(site, "dalig", code)


@pytest.mark.parametrize("name", BUILDS)
def test_a_build_that_fails_is_told_and_the_other_reports_are_written(
    name: str, site: Path, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body, words = BUILDS[name]
    faulty_report(site, body)
    arguments = ["render", str(plan), "--plugins", "bra,dalig", "--out", str(tmp_path / "ut"), "--lang", "sv"]
    assert run(arguments) == 4
    told = capsys.readouterr()
    assert "SM401" in told.err
    assert words in told.err
    assert "dalig (styrmodell-dalig 1.2.3)" in told.err
    assert (tmp_path / "ut" / "bra.a.html").is_file()
    assert not (tmp_path / "ut" / "dalig.a.html").exists()
    assert told.out == ""


@pytest.mark.parametrize("name", BUILDS)
def test_strict_makes_a_build_that_fails_fatal(
    name: str, site: Path, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty_report(site, BUILDS[name][0])
    assert run(["render", str(plan), "--plugins", "bra,dalig", "--out", str(tmp_path / "ut"), "--strict"]) == 5
    assert "dalig (styrmodell-dalig 1.2.3)" in capsys.readouterr().err


def test_what_a_build_prints_is_told_and_never_mixed_with_data(
    site: Path, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty_report(site, "print('hej hej')\n    return build(context)")
    arguments = [str(plan), "--plugins", "bra,dalig", "--lang", "sv"]
    assert run(["render", *arguments, "--out", str(tmp_path / "ut")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "SM508" in told.err
    assert "dalig (styrmodell-dalig 1.2.3) dalig.a: hej hej" in told.err
    assert "hej hej" not in (tmp_path / "ut" / "dalig.a.html").read_text(encoding="utf-8")
    run(["check", *arguments, "--format", "json"])
    assert capsys.readouterr().out.startswith(("{", "["))
    assert run(["render", *arguments, "--out", str(tmp_path / "ut"), "--strict"]) == 5


CHECKS = {
    "raises": "raise ZeroDivisionError('hoppsan')",
    "leaves": "sys.exit(1)",
    "raises while it is read": "yield 1 / 0",
    "gives what is no finding": "return ['fel']",
}


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_that_fails_is_told_and_the_rest_is_checked(
    name: str, site: Path, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = f"def run(context):\n    {CHECKS[name]}\n\n\n@hookimpl\ndef styrmodell_checks():\n"
    install(site, "dalig", f"{code}    return [Check(key='dalig.a', codes=(), run=run)]")
    assert run(["check", str(plan), "--plugins", "bra,dalig", "--lang", "sv"]) == 4
    told = capsys.readouterr()
    assert "SM401" in told.out + told.err
    assert "dalig (styrmodell-dalig 1.2.3)" in told.out + told.err
    assert run(["check", str(plan), "--plugins", "bra,dalig", "--strict"]) == 5
