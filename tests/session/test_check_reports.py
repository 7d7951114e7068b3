"""What check tells of reports and figures: why targets cannot be judged, and a Word master that is not there."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.aggregation.status.small_plan import judged, measure, obs

from styrmodell.api import Document, Head, ReportSpec, Text, Workspace
from styrmodell.plugins.hookspecs import hookimpl
from styrmodell.report.spec import Format, Master
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.session.template import MasterFile
from styrmodell.testing import example_plan, make_workspace


def _build(context):
    return Document(title="Prov", head=Head(dnr=context.plan.dnr), blocks=())


class OneReport:
    """A plugin with one report that names a Word master."""

    def __init__(self, master: Master, formats: tuple[Format, ...]) -> None:
        self.spec = ReportSpec(
            key="prov.rapport", title=Text(sv="Prov", en="Trial"), build=_build, formats=formats, master=master
        )

    @hookimpl
    def styrmodell_reports(self):
        return (self.spec,)


def _with_master(path: str, *, package: str = "styrmodell", formats: tuple[Format, ...] = ("docx",)) -> Workspace:
    plugin = OneReport(Master(package=package, path=path), formats)
    return evolve(make_workspace(example_plan(), {"prov": plugin}), include=("prov.rapport",))


def _told(workspace: Workspace) -> list[str]:
    return [one.text("sv") for one in workspace.check() if one.code.code == "SM401"]


def test_a_target_without_anything_to_compare_with_is_told_once_by_check() -> None:
    plan = judged([measure("m", "ska öka", rule="mean")], [obs("5")]).judge.plan
    told = [finding for finding in make_workspace(plan).check() if finding.code.code == "SM330"]
    assert [finding.found() for finding in told] == ["målet för m, r 2020, är ska öka, men ingångsvärde saknas"]


@pytest.mark.parametrize(
    ("package", "path"), [("styrmodell", "mallar/borta.docx"), ("styrmodell", "report"), ("borta", "mallar/a.docx")]
)
def test_a_word_master_that_is_not_in_its_package_is_told_by_check_as_by_render(
    package: str, path: str, tmp_path: Path
) -> None:
    workspace = _with_master(path, package=package)
    (told,) = _told(workspace)
    run = run_jobs(workspace, plan_jobs(workspace, Order()), tmp_path)
    (failed,) = run.failed
    assert (failed.code.code, failed.found()) == ("SM401", told.splitlines()[1].removeprefix("  hittade  "))
    assert "anmäl felet till den som gjort tilläggsmodulen" in told


def test_a_word_master_that_no_document_is_written_with_is_not_asked_for() -> None:
    assert _told(_with_master("mallar/borta.docx", formats=("html",))) == []
    workspace = _with_master("mallar/borta.docx")
    own = {"prov.rapport": MasterFile(file="egen.docx", data=b"", sha256="")}
    assert _told(evolve(workspace, masters=own)) == []
    assert _told(evolve(workspace, include=("generic.matt",))) == []
