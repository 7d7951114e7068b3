"""The index of an output folder leads to every document in it, and says what is known of each."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from lxml import html
from lxml.html import HtmlElement

from styrmodell.api import Document, ReportSpec, Text, Workspace
from styrmodell.finding import Code, Findings, Severity
from styrmodell.model.plan_state import PlanState
from styrmodell.plugins.hookspecs import hookimpl
from styrmodell.report.codes import HAND_EDITED
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.source import Source
from styrmodell.testing import example_plan, make_workspace

NOTE, WARNING = (
    Code(
        code=f"PR{number}",
        severity=severity,
        title=Text(sv="Prov", en="Trial"),
        found=Text(sv="något", en="something"),
        expected=Text(sv="annat", en="else"),
        do=Text(sv="ändra", en="change"),
    )
    for number, severity in ((1, Severity.NOTE), (2, Severity.WARNING))
)


def _fine(context):
    found = [WARNING.at(Source(file="a.csv")), WARNING.at(Source(file="b.csv")), NOTE.at(Source(file="a.csv"))]
    return Document(title="Fin", blocks=(), findings=Findings(tuple(found)))


class OneReport:
    """A plugin with one report, whose title looks like markup."""

    @hookimpl
    def styrmodell_reports(self):
        return (ReportSpec(key="prov.fin", title=Text(sv="Fin <b>&", en="Fine"), build=_fine),)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(example_plan(), {"prov": OneReport()})


def run(workspace: Workspace, folder: Path, **order: object):
    return run_jobs(workspace, plan_jobs(workspace, Order(**order)), folder)


def index(folder: Path, name: str = "index.html") -> HtmlElement:
    return html.document_fromstring((folder / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def rows(root: HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in root.xpath("//tbody/tr")]


def test_a_row_tells_title_state_and_findings(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    title, _unit, period, state, findings, _files = rows(index(tmp_path))[0]
    assert (title, state) == ("Fin <b>&", "UTKAST")
    assert findings == "2 varningar, 1 upplysning"
    assert period == example_plan().period.text


def test_every_link_leads_to_a_file_of_the_folder(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",), name="{key} för 50 % av {unit}")
    links = [unquote(link) for link in index(tmp_path).xpath("//tbody//a/@href")]
    assert [link.rpartition(".")[2] for link in links] == ["html", "docx", "xlsx"]
    assert all((tmp_path / link).is_file() for link in links)


def test_a_decided_plan_is_no_draft(tmp_path: Path) -> None:
    plan = evolve(example_plan(), state=PlanState.DECIDED)
    run(make_workspace(plan, {"prov": OneReport()}), tmp_path, reports=("prov.fin",))
    assert rows(index(tmp_path))[0][3] != "UTKAST"


def test_documents_of_earlier_runs_stay_and_say_that_they_are_earlier(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",), formats=("html",))
    run(workspace, tmp_path, reports=("generic.matt",), formats=("xlsx",))
    found = {row[0]: row[3:5] for row in rows(index(tmp_path))}
    assert len(found) == 2
    assert found["Fin <b>&"] == ["från tidigare körning", ""]


def test_it_is_one_of_the_files_of_the_manifest_and_is_written_anew(workspace: Workspace, tmp_path: Path) -> None:
    for _ in range(2):
        run(workspace, tmp_path, reports=("prov.fin",))
    outputs = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert [entry["file"] for entry in outputs if not entry["report"]] == ["index.html"]


def test_an_index_that_somebody_edited_is_left_and_the_new_one_stands_beside_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    (tmp_path / "index.html").write_text("rättad för hand", encoding="utf-8")
    result = run(workspace, tmp_path, reports=("prov.fin",), formats=("html",))
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "rättad för hand"
    assert len(rows(index(tmp_path, "index (2).html"))) == 1
    assert HAND_EDITED in {finding.code for finding in result.findings}


def test_a_report_that_is_itself_called_so_is_not_written_over(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",), formats=("html",), name="index")
    assert "Fin" in index(tmp_path).findtext(".//h1")


def test_the_page_is_self_contained(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    root = index(tmp_path)
    assert root.get("lang") == "sv"
    assert not root.xpath("//script | //link | //img | //@src")
    assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
