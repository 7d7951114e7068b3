"""ReportConformance: a plugin that holds what it should passes, and one that does not is stopped by the right test."""

import pickle
from decimal import Decimal
from types import ModuleType, SimpleNamespace

import pytest
from attrs import evolve

from styrmodell.api import Column, Context, Document, Heading, Kind, Paragraph, ReportSpec, Row, TableSpec, Text, ref
from styrmodell.api import hookimpl as mark
from styrmodell.testing import ReportConformance, example_plan, make_workspace

TABLE = TableSpec(
    key="t",
    caption="Tabell",
    row_header="Rad",
    rows=(Row(key="inv", label='Råd & <dåd> "ÅÄÖ"', cell=ref("invanare")),),
    columns=(Column(key="budget", label="Budget", kind=Kind.BUDGET),),
)
TITLE = Text(sv="Rapport", en="Report")


def sound(context: Context) -> Document:
    known = any(measure.id == "invanare" for measure in context.plan.measures)
    heading = Heading(text=context.unit.name)
    return Document(title="Rapport", blocks=(heading, context.table(TABLE)) if known else (heading,))


def divides(context: Context) -> Document:
    value = context.value("invanare", kind=Kind.BUDGET).number
    return evolve(sound(context), title=f"Rapport {Decimal(1) / (value or Decimal(0))}")


def module(build=sound, key: str = "prov.a", **more: object) -> ModuleType:
    made = ModuleType("prov")

    def styrmodell_reports():
        return (ReportSpec(key=key, title=TITLE, build=build),)

    vars(made).update(styrmodell_reports=mark(styrmodell_reports), plugin_api=1, __file__=__file__, **more)
    return made


def conformance(plugin: ModuleType) -> ReportConformance:
    made = ReportConformance()
    vars(made).update(plugin=plugin, name="prov")
    return made


def workspace(plugin: ModuleType, *, empty: bool = False):
    plan = example_plan()
    plan = evolve(plan, measures=(), dimensions=(), observations=()) if empty else plan
    return make_workspace(plan, {"prov": plugin}, profile="prov")


TESTS = sorted(name for name in vars(ReportConformance) if name.startswith("test_"))
ALONE = (
    "test_stands_generated_plans",
    "test_the_plugin_says_which_version_it_is_made_for",
    "test_the_plugin_imports_the_public_surface_alone",
)


def test_every_promise_of_the_kit_has_its_test() -> None:
    promised = sorted(
        (
            "test_builds_can_be_pickled",
            "test_cell_ids_are_of_the_form_and_unique",
            "test_every_number_explains_itself",
            "test_keys_begin_with_the_plugins_name",
            "test_renders_in_every_format_and_opens_again",
            "test_renders_the_same_bytes_twice",
            "test_text_survives",
            *ALONE,
        )
    )
    assert promised == TESTS


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("name", [name for name in TESTS if name not in ALONE])
def test_a_sound_plugin_passes(name: str, empty: bool) -> None:
    plugin = module()
    getattr(conformance(plugin), name)(workspace(plugin, empty=empty))


@pytest.mark.parametrize("name", ["test_stands_generated_plans", "test_the_plugin_says_which_version_it_is_made_for"])
def test_a_sound_plugin_passes_what_needs_no_workspace(name: str) -> None:
    getattr(conformance(module()), name)()


def test_a_plugin_that_does_not_say_its_version_is_stopped() -> None:
    plugin = module()
    del plugin.plugin_api
    with pytest.raises(AssertionError):
        conformance(plugin).test_the_plugin_says_which_version_it_is_made_for()


def test_a_report_that_fails_on_some_plan_is_stopped_by_generated_plans() -> None:
    with pytest.raises(Exception, match=r"prov\.a from prov \(given\)"):
        conformance(module(divides)).test_stands_generated_plans()


def test_a_build_inside_a_function_is_stopped() -> None:
    plugin = module(lambda context: sound(context))
    with pytest.raises((pickle.PicklingError, AttributeError)):
        conformance(plugin).test_builds_can_be_pickled(workspace(plugin))


def test_a_report_that_changes_from_time_to_time_is_stopped() -> None:
    times = iter(range(99))
    plugin = module(lambda _context: Document(title="R", blocks=(Paragraph(text=f"gång {next(times)}"),)))
    with pytest.raises(AssertionError):
        conformance(plugin).test_renders_the_same_bytes_twice(workspace(plugin))


def test_a_text_that_is_lost_on_the_way_is_stopped() -> None:
    plugin = module()
    made = workspace(plugin)
    lost = made.render("prov.a", "html")

    def render(key: str, form: str):
        return evolve(lost, data=lost.data.replace("Råd".encode(), b"Rad"))

    faked = SimpleNamespace(registry=made.registry, publisher=made.publisher, render=render)
    with pytest.raises(AssertionError):
        conformance(plugin).test_text_survives(faked)


def test_an_import_of_what_is_inner_is_stopped(tmp_path) -> None:
    file = tmp_path / "prov.py"
    file.write_text("import styrmodell.model.plan\nfrom styrmodell.api import load\n", encoding="utf-8")
    plugin = module()
    plugin.__file__ = str(file)
    with pytest.raises(AssertionError, match=r"styrmodell\.model\.plan"):
        conformance(plugin).test_the_plugin_imports_the_public_surface_alone()
