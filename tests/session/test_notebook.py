"""What a notebook shows: the figures, and texts that are never markup."""

import pytest
from attrs import evolve

from styrmodell.api import Code, Document, Findings, Heading, Kind, Paragraph, Severity, Source, Text
from styrmodell.testing import example_plan, make_workspace

NASTY = "<script>alert('å & ä')</script>"
CODE = Code(
    code="prov.1",
    severity=Severity.ERROR,
    title=Text(sv="Fel", en="Wrong"),
    expected=Text(sv="rätt", en="right"),
    do=Text(sv="rätta", en="correct it"),
)
SAFE = "&lt;script&gt;"


@pytest.fixture(scope="module")
def workspace():
    return make_workspace(example_plan())


def test_findings_are_a_table_with_escaped_texts() -> None:
    shown = Findings([CODE.at(Source(file=NASTY), found=NASTY)])._repr_html_()
    assert shown.count(SAFE) == 2
    assert "<script>" not in shown
    assert "<td>prov.1</td><td>fel</td>" in shown


def test_values_are_a_table_with_their_figures(workspace) -> None:
    shown = workspace.values(measures=["invanare"], kinds=[Kind.BUDGET])._repr_html_()
    assert "3\u00a0579" in shown
    assert shown.startswith("<table>")


def test_an_explanation_shows_its_working_with_escaped_names(workspace) -> None:
    value = workspace.value("invanare", kind=Kind.BUDGET)
    shown = workspace.explain(value.cell)._repr_html_()
    assert "3\u00a0579" in shown
    assert "Norr &lt;5 år&gt;" in shown or "norr" in shown
    assert "<5 år>" not in shown


def test_a_document_shows_headings_texts_and_tables_and_their_figures(workspace) -> None:
    spec = workspace.publisher.spec("generic.matt")
    unit, period = workspace.publisher.instances(spec)[0]
    shown = workspace.publisher.document(spec, unit, period)._repr_html_()
    assert "3\u00a0579" in shown
    assert "Ekonomi &amp; &lt;budget&gt;" in shown
    assert "<budget>" not in shown


def test_no_text_of_a_document_becomes_markup() -> None:
    blocks = (Heading(text=NASTY), Paragraph(text=NASTY), Paragraph(markdown=f"- {NASTY}\n- **fet**"))
    shown = Document(title=NASTY, blocks=blocks)._repr_html_()
    assert "<script>" not in shown
    assert shown.count(SAFE) == 4
    assert "<li>fet</li>" in shown


def test_a_standing_shows_figures_with_escaped_names() -> None:
    plan = example_plan()
    outcomes = tuple(evolve(one, kind=Kind.OUTCOME) for one in plan.observations if one.measure_id == "invanare")
    shown = make_workspace(evolve(plan, observations=outcomes)).status("invanare")._repr_html_()
    assert "3\u00a0579" in shown
    assert "&quot;hälsa&quot; &amp; vård" in shown
