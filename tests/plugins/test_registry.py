"""The registry: plugins that work, and every way in which they may not."""

from collections.abc import Iterator

import pytest

from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.api import PluginError, Profile, ReportSpec, Text, hookimpl
from styrmodell.plugins.registry import Registry, registry_of

TITLE = Text(sv="Rapport", en="Report")


def _build(context):
    raise AssertionError("no report is built here")


def report(key: str) -> ReportSpec:
    return ReportSpec(key=key, title=TITLE, build=_build)


class Works:
    @hookimpl
    def styrmodell_reports(self):
        return (report("bra.b"), report("bra.a"))


class Raises:
    @hookimpl
    def styrmodell_reports(self):
        raise ZeroDivisionError("hoppsan")


class RaisesLate:
    @hookimpl
    def styrmodell_reports(self) -> Iterator[ReportSpec]:
        yield report("sen.a")
        raise ZeroDivisionError("hoppsan")


class Leaves:
    @hookimpl
    def styrmodell_profiles(self):
        raise SystemExit(3)


class Misspelt:
    @hookimpl
    def styrmodell_report(self):
        return ()


class WrongArgument:
    @hookimpl
    def styrmodell_reports(self, plan):
        return ()


class Foreign:
    @hookimpl
    def styrmodell_reports(self):
        return (report("bra.a"), report("egen.a"))


class OldApi:
    plugin_api = 99

    @hookimpl
    def styrmodell_reports(self):
        return (report("gammal.a"),)


def codes(registry: Registry) -> list[str]:
    return [finding.code.code for finding in registry.findings]


def test_what_plugins_offer_is_sorted_by_key() -> None:
    registry = registry_of({"bra": Works()})
    assert [key for key in registry.reports if key.startswith("bra.")] == ["bra.a", "bra.b"]
    assert registry.findings == ()


def test_built_in_reports_and_rules_enter_by_the_same_door() -> None:
    registry = registry_of({})
    assert "generic.matt" in registry.reports
    assert set(registry.rules) == {rule.key for rule in BUILT_IN}
    assert [plugin.name for plugin in registry.plugins] == ["generic"]


@pytest.mark.parametrize(
    ("plugin", "code", "words"),
    [
        (Raises(), "SM502", "ZeroDivisionError: hoppsan"),
        (RaisesLate(), "SM502", "ZeroDivisionError: hoppsan"),
        (Leaves(), "SM502", "SystemExit: 3"),
        (Misspelt(), "SM503", "styrmodell_report"),
        (WrongArgument(), "SM503", "plan"),
        (OldApi(), "SM506", "99"),
    ],
)
def test_a_plugin_that_fails_is_told_and_the_rest_works(plugin: object, code: str, words: str) -> None:
    registry = registry_of({"bra": Works(), "dalig": plugin})
    assert codes(registry) == [code]
    assert words in registry.findings[0].found()
    assert "dalig" in registry.findings[0].found()
    assert "bra.a" in registry.reports
    assert [known.name for known in registry.plugins if not known.active] == ["dalig"]


@pytest.mark.parametrize("plugin", [Raises(), RaisesLate(), Leaves(), Misspelt(), OldApi()])
def test_strict_makes_the_first_fault_fatal(plugin: object) -> None:
    with pytest.raises(PluginError, match="dalig"):
        registry_of({"dalig": plugin}, strict=True)


def test_nothing_of_a_plugin_that_fails_halfway_is_kept() -> None:
    assert not [key for key in registry_of({"sen": RaisesLate()}).reports if key.startswith("sen.")]


def test_a_key_without_the_plugins_name_is_refused() -> None:
    registry = registry_of({"egen": Foreign()})
    assert codes(registry) == ["SM505"]
    assert "egen.a" in registry.reports
    assert "bra.a" not in registry.reports


def test_a_key_given_twice_is_told_and_the_first_is_used() -> None:
    class Twice:
        @hookimpl
        def styrmodell_reports(self):
            return (report("bra.a"), report("bra.a"))

    registry = registry_of({"bra": Twice()})
    assert codes(registry) == ["SM504"]
    assert "bra.a" in registry.reports


def test_several_dated_profiles_of_one_key_are_kept() -> None:
    from datetime import date

    class Dated:
        @hookimpl
        def styrmodell_profiles(self):
            return (Profile(key="bra", valid_from=date(2018, 1, 1)), Profile(key="bra", valid_from=date(2024, 1, 1)))

    assert len(registry_of({"bra": Dated()}).profiles["bra"]) == 2
