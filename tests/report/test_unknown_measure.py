"""A report that asks for a measure that the plan does not have: the figure is missing, and the name is told."""

from types import SimpleNamespace

from attrs import evolve

from styrmodell.api import Context, Document, Kind, Paragraph, ReportSpec, Text, hookimpl
from styrmodell.testing import example_plan, make_workspace


def build(context: Context) -> Document:
    """Both kinds: an outcome is judged against its target, a budget is not."""
    asked = [context.value("ekonomin", kind=kind) for kind in (Kind.OUTCOME, Kind.BUDGET)]
    figures = tuple((f"tal{number}", context.figure(f"tal{number}", value)) for number, value in enumerate(asked))
    return Document(title="Rapport", blocks=(Paragraph(markdown="{{ tal0 }} och {{ tal1 }}", figures=figures),))


@hookimpl
def reports() -> list[ReportSpec]:
    return [ReportSpec(key="norr.rapport", title=Text(sv="Rapport", en="Report"), build=build)]


def test_it_is_not_reported_and_the_nearest_name_is_suggested() -> None:
    plugin = SimpleNamespace(styrmodell_reports=reports)
    workspace = evolve(make_workspace(example_plan(), {"norr": plugin}), include=("norr.rapport",))
    found = workspace.check()
    told = found.starting("SM307")
    assert {finding.found() for finding in told} == {"mått ekonomin finns inte; menade du ekonomi / ekonomi-per-inv?"}
    assert told[0].expected() == "mått med ett namn som finns i arbetsytan"
    assert found.errors() == ()
